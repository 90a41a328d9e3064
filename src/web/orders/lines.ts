import { latestVersion, type MediaOrder } from '../../domain/media-order.js'
import type { OrderLine } from '../../domain/order-line.js'
import { draftOrder, removeLine, saveLine } from '../../operations/draft-order.js'
import type { FormState } from '../../views/components/fields.js'
import { lineFormPage, newOrderPage } from '../../views/orders/forms.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { LineForm, linePlan, NewOrderForm } from './form.js'

export const lineRoutes: Route[] = [
  {
    method: 'get',
    path: '/campaigns/:id/orders/new',
    access: 'planCampaigns',
    handle: visit => showNewOrder(visit),
  },
  { method: 'post', path: '/campaigns/:id/orders/new', access: 'planCampaigns', handle: draft },
  {
    method: 'get',
    path: '/orders/:id/lines/new',
    access: 'planCampaigns',
    handle: visit => showLine(visit, undefined),
  },
  { method: 'post', path: '/orders/:id/lines/new', access: 'planCampaigns', handle: add },
  {
    method: 'get',
    path: '/orders/:id/lines/:line',
    access: 'planCampaigns',
    handle: visit => showLine(visit, param(visit, 'line')),
  },
  { method: 'post', path: '/orders/:id/lines/:line', access: 'planCampaigns', handle: change },
  { method: 'post', path: '/orders/:id/lines/:line/removal', access: 'planCampaigns', handle: remove },
]

async function showNewOrder(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store } = visit.app
  const campaign = found(await store.campaigns.find(param(visit, 'id')), 'campaign')
  const outlets = (await store.outlets.list()).filter(outlet => !outlet.retiredAt)
  show(visit, 'forms/page', newOrderPage(visit.words, { campaign, outlets }, state), state ? 422 : 200)
}

async function draft(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, NewOrderForm)
  if (!form.ok) return showNewOrder(visit, form)
  const order = await orRefuse(
    form.typed,
    () => draftOrder(visit.app, visit.actor, param(visit, 'id'), form.value.outletId),
    state => showNewOrder(visit, state),
  )
  if (order) redirect(visit, paths.order(order.id))
}

async function showLine(visit: StaffVisit, lineKey: string | undefined, state?: FormState): Promise<void> {
  const { store } = visit.app
  const order = found(await store.mediaOrders.find(param(visit, 'id')), 'order')
  const line = lineKey === undefined ? undefined : lineOf(order, lineKey)
  const campaign = found(await store.campaigns.find(order.campaignId), 'campaign')
  const outlet = found(await store.outlets.find(order.outletId), 'outlet')
  const all = await store.materials.listOfCampaign(campaign.id)
  const materials = all.filter(material => !material.retiredAt && material.medium === outlet.medium)
  show(
    visit,
    'forms/page',
    lineFormPage(visit.words, visit.formats, { order, campaign, outlet, materials, line }, state),
    state ? 422 : 200,
  )
}

async function add(visit: StaffVisit): Promise<void> {
  await save(visit, undefined)
}

async function change(visit: StaffVisit): Promise<void> {
  await save(visit, param(visit, 'line'))
}

async function save(visit: StaffVisit, lineKey: string | undefined): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, LineForm)
  if (!form.ok) return showLine(visit, lineKey, form)
  const plan = { ...linePlan(form.value), ...(lineKey ? { lineKey } : {}) }
  const done = await orRefuse(
    form.typed,
    () => saveLine(visit.app, visit.actor, id, plan).then(() => true),
    state => showLine(visit, lineKey, state),
  )
  if (done) redirect(visit, paths.order(id), visit.words.orders.lineSaved)
}

async function remove(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await removeLine(visit.app, visit.actor, id, param(visit, 'line'))
  redirect(visit, paths.order(id), visit.words.orders.lineRemoved)
}

function lineOf(order: MediaOrder, lineKey: string): OrderLine {
  return found(
    latestVersion(order).lines.find(line => line.lineKey === lineKey),
    'line',
  )
}
