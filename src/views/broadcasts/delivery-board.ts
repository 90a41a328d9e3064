/** One row per outlet: how many broadcasts stand where, each figure a way down to them. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { deliveryColumns, deliveryCounts } from '../../domain/delivery.js'
import { groupBy } from '../../domain/group.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Cell } from '../page.js'
import { deliveryPath } from './delivery-list.js'
import type { DeliveryFacts } from './delivery.js'

export function boardTable(words: Words, formats: Formats, facts: DeliveryFacts): TableModel {
  const t = words.delivery
  const ordered = facts.broadcasts.filter(broadcast => !broadcast.withdrawnAt)
  const outlets = [...groupBy(ordered, broadcast => broadcast.outletId)].toSorted(([, a], [, b]) =>
    a[0]!.outletName.localeCompare(b[0]!.outletName),
  )
  const rows = outlets.map(([outletId, own]) => [
    { label: own[0]!.outletName, href: deliveryPath(facts.campaign.id, { outletId }) },
    ...countCells(formats, facts, { broadcasts: own, outletId }),
  ])
  const total = {
    cells: [words.common.total, ...countCells(formats, facts, { broadcasts: ordered, outletId: null })],
    strong: true,
  }
  const columns = [t.ordered, t.accepted, ...deliveryColumns.map(state => t.statusNames[state])]
  return table(t.title, [t.outlet, ...columns.map(numeric)], outlets.length > 0 ? [...rows, total] : [], {
    empty: t.none,
    grid: true,
  })
}

function countCells(
  formats: Formats,
  { campaign, acceptedOrders, today }: DeliveryFacts,
  { broadcasts, outletId }: { broadcasts: BroadcastState[]; outletId: string | null },
): Cell[] {
  const counts = deliveryCounts(broadcasts, today)
  const accepted = broadcasts.filter(({ orderId }) => acceptedOrders.has(orderId)).length
  const states = deliveryColumns.map((state): Cell => {
    const label = formats.number(counts[state])
    return counts[state] === 0 ? label : { label, href: deliveryPath(campaign.id, { outletId, state }) }
  })
  return [formats.number(broadcasts.length), formats.number(accepted), ...states]
}
