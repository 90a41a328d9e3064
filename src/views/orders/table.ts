import type { Campaign } from '../../domain/campaign.js'
import { latestVersion, orderStatus, type MediaOrder, type OrderStatus } from '../../domain/media-order.js'
import { orderedRupiah, runCount } from '../../domain/order-cost.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Tag } from '../page.js'
import { paths } from '../paths.js'

const tones: Record<OrderStatus, Tag['tone']> = {
  draft: 'plain',
  returned: 'bad',
  submitted: 'wait',
  approved: 'info',
  sent: 'wait',
  answered: 'bad',
  accepted: 'good',
  declined: 'bad',
  closed: 'plain',
  cancelled: 'bad',
}

export function orderTag(words: Words, order: MediaOrder): Tag {
  const status = orderStatus(order)
  return { label: words.orders.statusNames[status], tone: tones[status] }
}

export interface OrderList {
  orders: MediaOrder[]
  outlets: Map<string, Outlet>
  campaigns: Map<string, Campaign>
  holidays: ReadonlySet<Day>
  empty: string
}

/** Orders as a table; on a campaign's or an outlet's own page that column is left out. */
export function orderTable(words: Words, formats: Formats, list: OrderList): TableModel {
  const t = words.orders
  const showsCampaign = list.campaigns.size > 1
  const showsOutlet = list.outlets.size > 1
  return table(
    t.title,
    [
      t.number,
      ...(showsOutlet ? [t.outlet] : []),
      ...(showsCampaign ? [t.campaign] : []),
      numeric(t.version),
      numeric(t.runs),
      numeric(t.cost),
      words.common.state,
    ],
    list.orders.map(order => [
      { label: order.number, href: paths.order(order.id) },
      ...(showsOutlet ? [list.outlets.get(order.outletId)?.name ?? '–'] : []),
      ...(showsCampaign ? [list.campaigns.get(order.campaignId)?.name ?? '–'] : []),
      formats.number(latestVersion(order).number),
      formats.number(runCount(order, list.holidays)),
      formats.rupiah(orderedRupiah(order, list.holidays)),
      { tag: orderTag(words, order) },
    ]),
    { empty: list.empty },
  )
}
