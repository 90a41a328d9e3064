import { latestVersion, type MediaOrder } from './media-order.js'
import { priceOn } from './line-price.js'
import { runDays, type OrderLine, type PriceKind } from './order-line.js'
import { sumOf } from './sum.js'
import type { Day } from './time.js'

type Holidays = ReadonlySet<Day>

export function runCount(order: MediaOrder, holidays: Holidays): number {
  return sumOf(latestVersion(order).lines.map(line => lineRuns(line, holidays)))
}

/** What an order costs as its latest version stands; free airtime costs nothing and has a value of its own. */
export function orderedRupiah(order: MediaOrder, holidays: Holidays): number {
  return order.cancelledAt ? 0 : total(order, holidays, line => line.priceKind !== 'free')
}

/** What an order's latest version costs by price kind, in rupiah; that of free airtime is its value, not spending. */
export function rupiahByKind(order: MediaOrder, holidays: Holidays): Record<PriceKind, number> {
  const of = (kind: PriceKind) => total(order, holidays, line => line.priceKind === kind)
  return { paid: of('paid'), negotiated: of('negotiated'), free: of('free') }
}

/** The value of free airtime in an order, never added to spending. */
export function freeValueRupiah(order: MediaOrder, holidays: Holidays): number {
  return total(order, holidays, line => line.priceKind === 'free')
}

export function lineRuns(line: OrderLine, holidays: Holidays): number {
  return runDays(line, holidays).length * line.runsPerDay
}

/** All runs of a line, each at the price of its day. */
export function lineRupiah(line: OrderLine, holidays: Holidays): number {
  return sumOf(runDays(line, holidays).map(day => line.runsPerDay * priceOn(line, day)))
}

function total(order: MediaOrder, holidays: Holidays, counts: (line: OrderLine) => boolean): number {
  const lines = latestVersion(order).lines.filter(counts)
  return sumOf(lines.map(line => lineRupiah(line, holidays)))
}
