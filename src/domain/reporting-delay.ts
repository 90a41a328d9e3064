/** How late registrations come in, learnt from when each count became known. */
import { groupBy } from './group.js'
import type { RegistrationCount } from './registration.js'
import type { Day, Instant } from './time.js'
import { addDays } from './time.js'

/** All districts together, or one by its code. */
export const everywhere = 'all'

/** Event days whose first report came with the same delivery: one day of a daily feed, one week of a weekly one. */
export interface DeliveryPeriod {
  first: Day
  last: Day
}

/** A period with what is known of it and what is to be expected in the end. */
export interface PeriodForecast extends DeliveryPeriod {
  known: number
  /** Share of the final count that has usually arrived by now, 0 to 1. */
  completeness: number
  low: number
  estimate: number
  high: number
}

export type DelayStatus = 'known' | 'too-little-history' | 'no-registrations-before'

export interface ReportingDelay {
  streamId: string
  /** `all` or the code of a district. */
  scope: string
  asOf: Instant
  status: DelayStatus
  /** The last day of which nearly everything is in; null while nothing can be said. */
  completeThrough: Day | null
  /** Share that has arrived with the first delivery, the second … */
  completeness: number[]
  /** Periods that are still coming in, oldest first. */
  periods: PeriodForecast[]
}

export interface Arrivals {
  periods: DeliveryPeriod[]
  /** By period: registrations that became known with its first delivery, its second … */
  rows: Float64Array[]
}

/** A day's history that first became known later than this was delivered afterwards, and says nothing of delays. */
const longestDelay = 120
/** A delivery that counts brings new days for at least this share of the districts that report. */
const leastOfDistricts = 0.5

/**
 * Registrations by delivery period and by the delivery that made them known, from every version of every count (of one
 * stream, in any order). What was known after a delivery and later taken back counts as never known: the rows add up
 * to what is known now. Days before the second delivery are left out, for they were delivered as history. Versions ×
 * deliveries of their day.
 */
export function arrivalsOf(history: readonly RegistrationCount[]): Arrivals {
  const told = [...groupBy(history.filter(isTold), cell => `${cell.districtCode} ${cell.day}`).values()].map(
    inOrder,
  )
  const deliveries = deliveriesOf(told)
  const periods = deliveries.slice(1).map(({ through }, index) => ({
    first: addDays(deliveries[index]!.through, 1),
    last: through,
  }))
  const rows = periods.map((_, row) => new Float64Array(periods.length - row))
  for (const versions of told) addArrivals(versions, { periods, rows, moments: deliveries.slice(1) })
  return { periods, rows }
}

function isTold(cell: RegistrationCount): boolean {
  return cell.spanDays === 1 && cell.knownFrom.slice(0, 10) <= addDays(cell.day, longestDelay)
}

function inOrder(versions: RegistrationCount[]): RegistrationCount[] {
  return versions.toSorted((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1))
}

interface Delivery {
  at: Instant
  /** The last day it reports. */
  through: Day
}

/** Deliveries that brought days of which nothing was known before, for at least half of the districts. */
function deliveriesOf(told: readonly RegistrationCount[][]): Delivery[] {
  const firsts = told.map(versions => versions[0]!)
  const districts = new Set(firsts.map(cell => cell.districtCode)).size
  const found: Delivery[] = []
  const byMoment = [...groupBy(firsts, cell => cell.knownFrom)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [at, cells] of byMoment) {
    const known = found.at(-1)?.through ?? ''
    const fresh = cells.filter(cell => cell.day > known)
    const brought = new Set(fresh.map(cell => cell.districtCode)).size
    const through = fresh.reduce((last, { day }) => (day > last ? day : last), known)
    if (through > known && brought >= leastOfDistricts * districts) found.push({ at, through })
  }
  return found
}

/** What was known after each delivery, brought down to the least that was known from then on, and then its steps. */
function addArrivals(
  versions: readonly RegistrationCount[],
  { periods, rows, moments }: Arrivals & { moments: readonly Delivery[] },
): void {
  const row = periodOf(periods, versions[0]!.day)
  if (row === -1) return
  const known = moments.slice(row).map((_, k) => knownBefore(versions, moments[row + k + 1]?.at))
  for (let k = known.length - 2; k >= 0; k--) known[k] = Math.min(known[k]!, known[k + 1]!)
  for (let k = 0; k < known.length; k++) rows[row]![k]! += known[k]! - (known[k - 1] ?? 0)
}

/** Periods are in order of days: by halving. */
function periodOf(periods: readonly DeliveryPeriod[], day: Day): number {
  let [low, high] = [0, periods.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (periods[middle]!.last < day) low = middle + 1
    else high = middle - 1
  }
  const found = periods[low]
  return found && found.first <= day ? low : -1
}

/** Zero where nothing was known at that moment, or what was known had been taken back without another report. */
function knownBefore(versions: readonly RegistrationCount[], moment: Instant | undefined): number {
  const last = versions.findLast(({ knownFrom }) => moment === undefined || knownFrom < moment)
  const isOver = last?.knownTo && (moment === undefined || last.knownTo < moment)
  return last && !isOver && last.state === 'reported' ? last.count! : 0
}
