import { may } from '../../domain/access.js'
import { latestVersion, orderStatus, type MediaOrder, type OrderStatus } from '../../domain/media-order.js'
import { warningsOf } from '../../operations/warn-of-order.js'
import { warningsModel, type WarningsModel } from '../../views/orders/warnings.js'
import type { StaffVisit } from '../visit.js'

const unsent: readonly OrderStatus[] = ['draft', 'returned', 'submitted', 'approved']

/** What speaks against sending, for as long as it is not sent; an order without lines is not warned of. */
export async function warningsOn(visit: StaffVisit, order: MediaOrder): Promise<WarningsModel | null> {
  if (!unsent.includes(orderStatus(order)) || latestVersion(order).lines.length === 0) return null
  const found = await warningsOf(visit.app, visit.app.store, order)
  const writes = may(visit.user.role, 'planCampaigns')
  return warningsModel(visit.words, visit.formats, { order, ...found, writes })
}
