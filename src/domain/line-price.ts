/** What one run of an order line costs: the price agreed for the line, or the outlet's rate valid on the run's day. */
import type { OrderLine } from './order-line.js'
import { rateOfRun, type Priced, type Rate } from './rate.js'
import { daysFrom, weekdayOf, type Day } from './time.js'

/** The rate a line was priced with between two days, in rupiah a run. It stands in the order, whatever rates do later. */
export interface LineRate {
  firstDay: Day
  lastDay: Day
  rupiah: number
}

type Quoted = Priced & Pick<OrderLine, 'firstDay' | 'lastDay' | 'weekdays'>

/** Whole rupiah for one run on a day of the line's flight; refuses a day the line was never priced for. */
export function priceOn(line: Pick<OrderLine, 'rates' | 'rupiah'>, day: Day): number {
  if (!line.rates) return line.rupiah
  const rate = line.rates.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  if (!rate) throw new Error(`no price for ${day}`)
  return rate.rupiah
}

/**
 * Prices a line by its outlet's rates: one entry for each stretch of its weekdays with one price. Refuses with the first
 * day that no rate says a price for; holidays are priced too, as the holiday table may change before the run.
 */
export function quoteLine(
  rates: readonly Rate[],
  line: Quoted,
): { ok: true; rates: LineRate[] } | { ok: false; day: Day } {
  const quoted: LineRate[] = []
  for (const day of daysFrom(line.firstDay, line.lastDay)) {
    if (!line.weekdays.includes(weekdayOf(day))) continue
    const rupiah = rateOfRun(rates, line, day)
    if (rupiah === undefined) return { ok: false, day }
    const last = quoted.at(-1)
    if (last?.rupiah === rupiah) last.lastDay = day
    else quoted.push({ firstDay: day, lastDay: day, rupiah })
  }
  return { ok: true, rates: quoted }
}
