import { keyBy } from '../../domain/group.js'
import { answerOrder } from '../../operations/answer-order.js'
import type { FormState } from '../../views/components/fields.js'
import { freshForm } from '../../views/components/fields.js'
import { orderCalendar } from '../../views/orders/calendar.js'
import { partnerOrderPage } from '../../views/partner/order.js'
import { paths } from '../../views/paths.js'
import { publicHolidays } from '../holidays.js'
import { sendMaterialFile } from '../materials/send-file.js'
import { paperOf } from '../orders/paper.js'
import { countAttempt } from '../rate-limits.js'
import { readForm } from '../read-form.js'
import { showPartner } from '../respond.js'
import type { PartnerVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { OrderAnswerForm } from './form.js'

export async function showPartnerOrder(visit: PartnerVisit): Promise<void> {
  await showOrder(visit, freshForm, 200)
}

async function showOrder(visit: PartnerVisit, form: FormState, status: number): Promise<void> {
  const { store } = visit.app
  const order = found(await store.mediaOrders.find(visit.link.orderId!), 'order')
  const version = found(
    order.versions.find(({ number }) => number === visit.link.orderVersion),
    'version',
  )
  const materialIds = order.versions.flatMap(({ lines }) =>
    lines.flatMap(line => line.materials.map(({ materialId }) => materialId)),
  )
  const [campaign, outlet, materials, settings, holidays] = await Promise.all([
    store.campaigns.find(order.campaignId),
    store.outlets.find(order.outletId),
    store.materials.listByIds(materialIds),
    store.settings.all(),
    publicHolidays(visit.app),
  ])
  const facts = {
    token: visit.token,
    order,
    versionNumber: version.number,
    campaign: found(campaign, 'campaign'),
    outlet: found(outlet, 'outlet'),
    officeName: settings.officeName,
    materials: keyBy(materials, material => material.id),
    holidays,
    saved: '',
  }
  showPartner(visit, 'partner/order', partnerOrderPage(visit.words, visit.formats, facts, form), status)
}

export async function answerPartnerOrder(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  const form = readForm(visit, OrderAnswerForm)
  if (!form.ok) return showOrder(visit, form, 422)
  const { answer, reason } = form.value
  if (answer === 'decline' && reason === '') {
    return showOrder(visit, { typed: form.typed, problems: { reason: { code: 'required' } } }, 422)
  }
  await answerOrder(visit.app, visit.actor, visit.link, answer === 'accept' ? { answer } : { answer, reason })
  visit.res.redirect(303, paths.partnerOrder(visit.token))
}

export async function showPartnerPaper(visit: PartnerVisit): Promise<void> {
  const order = found(await visit.app.store.mediaOrders.find(visit.link.orderId!), 'order')
  const version = order.versions.find(({ number }) => number === visit.link.orderVersion)
  showPartner(visit, 'orders/paper', await paperOf(visit, order, found(version, 'version')))
}

/** A material's file, to those whose order runs it. */
export async function sendPartnerFile(visit: PartnerVisit): Promise<void> {
  const { store } = visit.app
  const order = found(await store.mediaOrders.find(visit.link.orderId!), 'order')
  const id = param(visit, 'id')
  const version = order.versions.find(({ number }) => number === visit.link.orderVersion)
  const isAsked = version?.lines.some(line => line.materials.some(({ materialId }) => materialId === id))
  await sendMaterialFile(visit, found(isAsked ? await store.materials.find(id) : undefined, 'material'))
}

export async function sendPartnerCalendar(visit: PartnerVisit): Promise<void> {
  const { store, clock } = visit.app
  const order = found(await store.mediaOrders.find(visit.link.orderId!), 'order')
  const outlet = found(await store.outlets.find(order.outletId), 'outlet')
  const broadcasts = await store.broadcasts.listStates({ orderId: order.id })
  const text = orderCalendar(order, broadcasts, { outletName: outlet.name, zone: clock.zone })
  visit.res.attachment(`${order.number}.ics`).type('text/calendar').send(text)
}
