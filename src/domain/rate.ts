import type { Format } from './order-line.js'
import type { Problem } from './problem.js'
import type { Day } from './time.js'
import { addDays } from './time.js'

/**
 * What one outlet asks for one run of one format between two days, in whole rupiah; of a display advertisement, for one
 * millimetre of one column.
 */
export interface Rate {
  id: string
  outletId: string
  format: Format
  /** The length the price is for; null where the price is the same for every length. */
  seconds: number | null
  rupiah: number
  validFrom: Day
  /** Null while no end is known. */
  validTo: Day | null
}

export type RatePlan = Omit<Rate, 'id' | 'outletId'>

/** What is to be priced: display advertisements have a size in column millimetres, everything else may have a length. */
export interface Priced {
  format: Format
  seconds: number | null
  millimetres?: number | null
}

/**
 * The rate of one outlet that is valid for a run on its day: the one for exactly this length, otherwise the one for any
 * length. Lengths are never converted into each other: an outlet that sells 30 seconds has not said what 45 cost.
 */
export function rateOn(rates: readonly Rate[], run: Priced, day: Day): Rate | undefined {
  const valid = rates.filter(rate => rate.format === run.format && isValidOn(rate, day))
  return (
    valid.find(rate => rate.seconds !== null && rate.seconds === run.seconds) ??
    valid.find(rate => rate.seconds === null)
  )
}

/** What one run costs by the outlet's rates on its day, in rupiah; nothing where no rate says it. */
export function rateOfRun(rates: readonly Rate[], run: Priced, day: Day): number | undefined {
  const rate = rateOn(rates, run, day)
  if (!rate) return undefined
  if (!isPerMillimetre(run.format)) return rate.rupiah
  return run.millimetres ? rate.rupiah * run.millimetres : undefined
}

export function isPerMillimetre(format: Format): boolean {
  return format === 'display'
}

export function isValidOn(rate: RatePlan, day: Day): boolean {
  return rate.validFrom <= day && (rate.validTo === null || day <= rate.validTo)
}

/**
 * How a new rate fits those there are for the same format and length: an open one that began earlier ends the day
 * before; any other that is valid on one of its days refuses it, as no day may have two prices.
 */
export function fitRate(
  rates: readonly Rate[],
  plan: RatePlan,
):
  | { ok: true; ended: { rate: Rate; validTo: Day } | null }
  | { ok: false; problems: Record<string, Problem> } {
  if (plan.validTo !== null && plan.validTo < plan.validFrom) {
    return { ok: false, problems: { validTo: { code: 'days-reversed' } } }
  }
  const same = rates.filter(rate => rate.format === plan.format && rate.seconds === plan.seconds)
  const open = same.find(rate => rate.validTo === null && rate.validFrom < plan.validFrom) ?? null
  const clash = same.find(rate => rate !== open && overlaps(rate, plan))
  if (clash) {
    const values = { from: clash.validFrom, to: clash.validTo ?? '' }
    return { ok: false, problems: { validFrom: { code: 'rate-overlaps', values } } }
  }
  return { ok: true, ended: open && { rate: open, validTo: addDays(plan.validFrom, -1) } }
}

function overlaps(a: RatePlan, b: RatePlan): boolean {
  return (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo)
}
