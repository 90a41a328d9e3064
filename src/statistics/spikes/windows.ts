import { negativeBinomialProbability, negativeBinomialUpper } from '../distributions/negative-binomial.js'
import { combineTails, LONGEST, WINDOWS } from './combined-tail.js'

/** What is expected of one district on each day of a stretch, and how sure that is; all arrays by day. */
export interface Expectation {
  counts: Float64Array
  /** 1 = known and expected: enters sums. */
  known: Uint8Array
  /** Calendar baseline without the local level. */
  calendar: Float64Array
  /** Local level by which the calendar baseline is multiplied. */
  level: Float64Array
  /** 1 / size of the negative binomial of one day. */
  inverseSize: Float64Array
  /** Relative variance of the expected value itself: coefficients and level. */
  uncertainty: Float64Array
  /** By how much each sum of WINDOWS varies more than independent days would. */
  serial: readonly Float64Array[]
}

/** What single days are multiplied by because of shocks common to most districts; by place of the day. */
export interface ShockFactors {
  /** 1 where there is no shock. */
  factor: Float64Array
  /** Relative variance of the factor between districts. */
  unevenness: Float64Array
  /** 1 on the days of a shock. */
  shocked: Uint8Array
}

/** An expectation still to be filled in. */
export function emptyExpectation(counts: Float64Array): Expectation {
  const zeros = () => new Float64Array(counts.length)
  return {
    counts,
    known: new Uint8Array(counts.length),
    calendar: zeros(),
    level: zeros().fill(1),
    inverseSize: zeros(),
    uncertainty: zeros(),
    serial: WINDOWS.map(() => zeros().fill(1)),
  }
}

export interface WindowSum {
  observed: number
  expected: number
  /** Size of the predictive negative binomial. */
  size: number
  /** Days of the window that are known. */
  days: number
}

export interface SpanOptions {
  /** Last day of the span. */
  day: number
  /** Place in WINDOWS of the inflation to use. */
  which: number
  factors?: ShockFactors
}

/**
 * Observed and predictive distribution of the sum over the window of `WINDOWS[which]` days that ends on `day`, days
 * not known left out; with `factors`, beyond the shocks common to most districts. Days are places in the arrays.
 */
export function windowSum(
  expectation: Expectation,
  day: number,
  options: Omit<SpanOptions, 'day'>,
): WindowSum {
  return spanSum(expectation, Math.max(0, day - WINDOWS[options.which]! + 1), { ...options, day })
}

/** As {@link windowSum} for the days from … day. */
export function spanSum(
  expectation: Expectation,
  from: number,
  { day, which, factors }: SpanOptions,
): WindowSum {
  const { counts, known, calendar, inverseSize } = expectation
  const level = expectation.level[day]!
  let observed = 0
  let expected = 0
  let spread = 0
  let days = 0
  for (let t = from; t <= day; t++) {
    if (known[t] === 0) continue
    const mean = calendar[t]! * level * (factors?.factor[t] ?? 1)
    observed += counts[t]!
    expected += mean
    spread += mean * mean * (inverseSize[t]! + (factors?.unevenness[t] ?? 0))
    days++
  }
  const beyondPoisson = (expected + spread) * expectation.serial[which]![day]! - expected
  const extra = beyondPoisson + expected * expected * expectation.uncertainty[day]!
  return { observed, expected, size: expected === 0 ? Infinity : expected ** 2 / Math.max(extra, 1e-9), days }
}

/** P(sum ≥ observed) under the baseline. */
export function windowTail({ observed, expected, size }: WindowSum): number {
  return negativeBinomialUpper(observed, expected, size)
}

/**
 * P-value of a day from all sums that end on it, or, where `sumsOnly`, from that of seven days alone. `tails` is
 * filled with the p-value of each sum.
 */
export function dayTail(
  expectation: Expectation,
  day: number,
  { tails, sumsOnly, factors }: { tails: Float64Array; sumsOnly: boolean; factors?: ShockFactors },
): number {
  for (let which = 0; which < WINDOWS.length; which++) {
    const sum = windowSum(expectation, day, factors === undefined ? { which } : { which, factors })
    const half = sumsOnly ? 0 : 0.5 * negativeBinomialProbability(sum.observed, sum.expected, sum.size)
    tails[which] = windowTail(sum) - half
  }
  return sumsOnly ? tails[LONGEST]! : combineTails(tails)
}
