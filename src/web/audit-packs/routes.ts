import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { Invalid } from '../../domain/errors.js'
import { keyBy } from '../../domain/group.js'
import { addDays, monthOf } from '../../domain/time.js'
import { words } from '../../language/words.js'
import { auditPacksPage } from '../../views/audit-packs/page.js'
import { freshForm } from '../../views/components/fields.js'
import { optionalDay } from '../form-fields.js'
import { readFilter } from '../read-form.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

export const auditPackRoutes: Route[] = [
  { method: 'get', path: '/audit-packs', access: 'takeAuditPacks', handle: listPacks },
  { method: 'get', path: '/audit-packs/period.zip', access: 'takeAuditPacks', handle: sendPeriod },
  { method: 'get', path: '/orders/:id/audit-pack.zip', access: 'takeAuditPacks', handle: sendOrder },
]

/** About a quarter: more is several packs. */
const mostDays = 92

const PeriodFilter = z.strictObject({
  from: optionalDay().default(''),
  to: optionalDay().default(''),
})

/** The period in the address; without one, the last full month and this one. */
function periodOf(visit: StaffVisit) {
  const form = readFilter(visit, PeriodFilter)
  const today = visit.app.clock.today()
  const lastMonth = `${monthOf(addDays(`${monthOf(today)}-01`, -1))}-01`
  const given = form.ok ? form.value : { from: null, to: null }
  const from = given.from || lastMonth
  const to = given.to || [from, today].toSorted().at(-1)!
  const isTooLong = to > addDays(from, mostDays - 1)
  return { from, to, isTooLong, state: form.ok ? freshForm : form }
}

async function listPacks(visit: StaffVisit): Promise<void> {
  const { store } = visit.app
  const period = periodOf(visit)
  const counts = period.isTooLong ? [] : await store.auditPacks.ordersOf(period.from, period.to)
  const [orders, outlets, campaigns] = await Promise.all([
    store.mediaOrders.listByIds(counts.map(({ orderId }) => orderId)),
    store.outlets.list(),
    store.campaigns.list(),
  ])
  const outletOf = keyBy(outlets, ({ id }) => id)
  const campaignOf = keyBy(campaigns, ({ id }) => id)
  const countOf = new Map(counts.map(({ orderId, count }) => [orderId, count]))
  const rows = orders
    .toSorted((a, b) => (a.number < b.number ? 1 : -1))
    .map(order => ({
      order,
      outlet: outletOf.get(order.outletId)?.name ?? '',
      campaign: campaignOf.get(order.campaignId)?.name ?? '',
      count: countOf.get(order.id) ?? 0,
    }))
  const status = period.state === freshForm ? 200 : 422
  const page = auditPacksPage(visit.words, visit.formats, { ...period, mostDays, orders: rows })
  show(visit, 'audit-packs/list', page, status)
}

async function sendOrder(visit: StaffVisit): Promise<void> {
  const order = found(await visit.app.store.mediaOrders.find(param(visit, 'id')), 'order')
  await send(visit, order.number, [order.id])
}

async function sendPeriod(visit: StaffVisit): Promise<void> {
  const { from, to, isTooLong, state } = periodOf(visit)
  if (state !== freshForm) throw new Invalid(state.problems)
  if (isTooLong) throw new Invalid({ to: { code: 'too-large', values: { most: mostDays } } })
  const counts = await visit.app.store.auditPacks.ordersOf(from, to)
  const ids = counts.map(({ orderId }) => orderId).toSorted()
  await send(visit, `${from}_${to}`, ids, { from, to })
}

async function send(
  visit: StaffVisit,
  subject: string,
  orderIds: readonly string[],
  period?: { from: string; to: string },
): Promise<void> {
  const { store, auditPacks } = visit.app
  const facts = await store.auditPacks.facts(orderIds, period)
  const readme = [...words.id.auditPacks.readme(subject), '', ...words.en.auditPacks.readme(subject), '']
  visit.res.type('application/zip').attachment(`gaung-audit-${subject}.zip`)
  await pipeline(auditPacks.pack({ subject, facts, readme: readme.join('\r\n') }), visit.res)
}
