import { keyBy } from '../../domain/group.js'
import { latestVersion, type MediaOrder, type OrderVersion } from '../../domain/media-order.js'
import { orderPaper, type OrderPaper } from '../../views/orders/paper.js'
import { publicHolidays } from '../holidays.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit, Visit } from '../visit.js'
import { found, param } from '../visit.js'

export const paperRoutes: Route[] = [
  { method: 'get', path: '/orders/:id/paper', access: 'readPlans', handle: showPaper },
]

async function showPaper(visit: StaffVisit): Promise<void> {
  const order = found(await visit.app.store.mediaOrders.find(param(visit, 'id')), 'order')
  show(visit, 'orders/paper', await paperOf(visit, order, latestVersion(order)))
}

/** A version as it is printed: the same for staff and for the outlet. */
export async function paperOf(visit: Visit, order: MediaOrder, version: OrderVersion): Promise<OrderPaper> {
  const { store } = visit.app
  const ids = version.lines.flatMap(line => line.materials.map(({ materialId }) => materialId))
  const [campaign, outlet, materials, settings, holidays, broadcasts] = await Promise.all([
    store.campaigns.find(order.campaignId),
    store.outlets.find(order.outletId),
    store.materials.listByIds(ids),
    store.settings.all(),
    publicHolidays(visit.app),
    store.broadcasts.listStates({ orderId: order.id, unsentToo: true }),
  ])
  return orderPaper(visit.words, visit.formats, {
    order,
    version,
    campaign: found(campaign, 'campaign'),
    outlet: found(outlet, 'outlet'),
    officeName: settings.officeName,
    materials: keyBy(materials, material => material.id),
    holidays,
    broadcasts,
  })
}
