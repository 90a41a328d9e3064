/** Where the year will end: what is known, plus what is still to come with how sure that is. */
import { normalQuantile, normalUpper } from '../statistics/index.js'
import type { Day, Instant } from './time.js'

/** What is still to come is log-normal: its median, and the standard deviation of its logarithm. */
export interface Remaining {
  median: number
  spread: number
}

export interface StoredForecast {
  year: number
  streamId: string
  /** `all`, `branch <id>` or the code of a district. */
  scope: string
  /** The last moment at which anything became known. */
  asOf: Instant
  /** Counted up to this day; later days are forecast, for they are still coming in. */
  throughDay: Day
  soFar: number
  /** Null with too little history to forecast from. */
  remaining: Remaining | null
  /** Forecasts of earlier years that this one was tried on. */
  backTests: number
  methodVersion: string
  inputFingerprint: string
}

export interface YearEnd {
  soFar: number
  low: number
  estimate: number
  high: number
  /** Chance of reaching the target, 0 to 1. */
  chance: number
}

/** Raised whenever the same input could give another forecast. */
export const forecastMethod = '2026-11-22'

/** The ranges on the boards hold four times in five. */
export const confidence = 0.8

export function branchScope(branchId: string): string {
  return `branch ${branchId}`
}

/** An interval of `confidence` around a median, as the log-normal it came from. */
export function remainingOf({ low, estimate, high }: Record<'low' | 'estimate' | 'high', number>): Remaining {
  const far = 2 * normalQuantile((1 + confidence) / 2)
  const spread = low > 0 && high > low ? Math.log(high / low) / far : 0
  return { median: Math.max(0, estimate), spread }
}

/**
 * The total of the year with its range, and the chance that it reaches the target: P(rest ≥ target − so far) of the
 * log-normal rest. A target that is reached already is reached for certain.
 */
export function yearEnd(soFar: number, rest: Remaining, target: number): YearEnd {
  const { median, spread } = rest
  const half = Math.exp(normalQuantile((1 + confidence) / 2) * spread)
  return {
    soFar,
    low: soFar + median / half,
    estimate: soFar + median,
    high: soFar + median * half,
    chance: chanceOf(target - soFar, rest),
  }
}

function chanceOf(missing: number, { median, spread }: Remaining): number {
  if (missing <= 0) return 1
  if (median === 0 || spread === 0) return median >= missing ? 1 : 0
  return normalUpper(Math.log(missing / median) / spread)
}

/**
 * Rests of several streams together, taken as independent: a log-normal with the mean and the variance of their sum
 * (Fenton 1960, IRE Trans. Commun. Syst. 8:57). Nothing when one of them is not known.
 */
export function together(parts: readonly (Remaining | null)[]): Remaining | null {
  let [mean, variance] = [0, 0]
  for (const part of parts) {
    if (part === null) return null
    const own = part.median * Math.exp(part.spread ** 2 / 2)
    mean += own
    variance += own ** 2 * (Math.exp(part.spread ** 2) - 1)
  }
  if (mean === 0) return { median: 0, spread: 0 }
  const square = Math.log(1 + variance / mean ** 2)
  return { median: mean / Math.exp(square / 2), spread: Math.sqrt(square) }
}
