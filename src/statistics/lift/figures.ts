import type { Interval } from '../refusal.js'
import { HIGHEST_LIFT, LOWEST_LIFT } from './inference.js'
import type { LiftData } from './lift-data.js'
import type { MethodResult } from './methods.js'

export interface MethodEstimate {
  /** Registrations expected without the flight on the days that count. */
  expected: number
  /** Share of expected; −0.99 and 20 as ends mean "unbounded". */
  lift: Interval
  /** Registrations that really came because of the flight. */
  increment: Interval
  /** Two-sided p-value of "no lift". */
  p: number
  /** Standard error of the lift under "no lift". */
  standardError: number
  /** Standard deviation τ of the districts' own drift (log scale). */
  drift: number
  /** Deviations that τ rests on. */
  degreesOfFreedom: number
}

/** The figures of one method. Constant time. */
export function figuresOf(
  { prediction, drift, degrees, test }: MethodResult,
  data: LiftData,
): MethodEstimate {
  return {
    expected: prediction.expected,
    lift: test.lift,
    increment: incrementOf(observedOf(data), prediction.expected, test.lift),
    p: test.p,
    standardError: test.standardError,
    drift: Math.sqrt(drift.mean),
    degreesOfFreedom: degrees,
  }
}

/** Registrations of the exposed districts in the window. */
export function observedOf({ window, exposed }: LiftData): number {
  return exposed.reduce((sum, i) => sum + window[i]!, 0)
}

/** Registrations that would not be there if the lift were at either end: observed · L / (1 + L). */
export function incrementOf(observed: number, expected: number, { low, high }: Interval): Interval {
  const at = (lift: number) => (observed * lift) / (1 + lift)
  return {
    low: low <= LOWEST_LIFT ? Math.min(at(LOWEST_LIFT), observed - expected) : at(low),
    estimate: observed - expected,
    high: at(Math.min(high, HIGHEST_LIFT)),
  }
}
