import { latestVersion, type MediaOrder } from './media-order.js'
import { plannedRuns, type OrderLine } from './order-line.js'
import type { Day } from './time.js'

type Holidays = ReadonlySet<Day>

export function runCount(order: MediaOrder, holidays: Holidays): number {
  return sum(order, line => plannedRuns(line, holidays).length)
}

/** What an order costs as its latest version stands; free airtime costs nothing and has a value of its own. */
export function orderedRupiah(order: MediaOrder, holidays: Holidays): number {
  if (order.cancelledAt) return 0
  return sum(order, line =>
    line.priceKind === 'free' ? 0 : plannedRuns(line, holidays).length * line.rupiah,
  )
}

/** The value of free airtime in an order, never added to spending. */
export function freeValueRupiah(order: MediaOrder, holidays: Holidays): number {
  return sum(order, line =>
    line.priceKind === 'free' ? plannedRuns(line, holidays).length * line.rupiah : 0,
  )
}

function sum(order: MediaOrder, value: (line: OrderLine) => number): number {
  return latestVersion(order).lines.reduce((total, line) => total + value(line), 0)
}
