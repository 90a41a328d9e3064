import type { Panel } from '../panel.js'
import type { Interval, Refusal } from '../refusal.js'
import { liftChart, type LiftChart } from './chart.js'
import { makeChecks, type LiftChecks } from './checks.js'
import { HIGHEST_LIFT, LOWEST_LIFT } from './inference.js'
import { liftData, type LiftData } from './lift-data.js'
import { estimateByFactors, estimateByMemory, prepare, type MethodResult } from './methods.js'
import { liftSettings, type LiftOptions } from './options.js'

export interface MethodEstimate {
  /** Registrations expected without the flight on the days really counted. */
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

export interface LiftEstimate extends MethodEstimate {
  ok: true
  exposed: readonly number[]
  comparison: readonly number[]
  /** Days [from, to). */
  window: readonly [number, number]
  /** Registrations of the exposed districts in the window, days really counted. */
  observed: number
  /** Variance over mean of the exposed districts' counts. */
  dispersion: number
  /** The method of the figures above: M3 where it can be had, else M1. */
  method: 'M1' | 'M3'
  methods: { M1: MethodEstimate; M3: MethodEstimate | null }
  chart: LiftChart
  /** Null when not asked for. */
  checks: LiftChecks | null
}

const LEAST_FOR_MEMORY = { districts: 8, weeks: 8 }

/**
 * Lift of one flight: how many registrations the exposed districts had beyond what the comparison districts and
 * their own past say they would have had. Methods and assumptions: README, "Lift of one flight".
 *
 * Panel: districts × days of whole counts. Returned: lift (share of expected) and increment (registrations) with
 * 95 % intervals, two-sided p, both methods, series for a chart, checks. Refused by name when it cannot be known
 * (see lift-data.ts); malformed input is refused with a RangeError. 3 ms for 14 districts × 120 days.
 */
export function estimateLift(panel: Panel, options: LiftOptions): LiftEstimate | Refusal {
  const settings = liftSettings(panel, options)
  const data = liftData(panel, settings)
  if (!data.ok) return data
  const preparation = prepare(data)
  const factors = estimateByFactors(preparation)
  const { districts, weeks } = LEAST_FOR_MEMORY
  const enough = data.comparison.length >= districts && preparation.blocks.count >= weeks
  const memory = enough ? estimateByMemory(preparation, factors) : null
  const chosen = memory ?? factors
  const again = (changed: LiftOptions) => estimateLift(panel, changed)
  return {
    ok: true,
    ...figuresOf(chosen, data),
    exposed: data.exposed,
    comparison: data.comparison,
    window: options.window,
    observed: observedOf(data),
    dispersion: preparation.ownDispersion,
    method: chosen.method,
    methods: { M1: figuresOf(factors, data), M3: memory === null ? null : figuresOf(memory, data) },
    chart: liftChart(data, chosen, preparation.ownDispersion),
    checks: settings.checks ? makeChecks(options, { settings, preparation, factors, chosen, again }) : null,
  }
}

/** Brings a method's figures, made for the whole window, to the days really counted. */
function figuresOf({ prediction, drift, degrees, test }: MethodResult, data: LiftData): MethodEstimate {
  const observed = observedOf(data)
  const complete = data.exposed.reduce((sum, i) => sum + data.window[i]!, 0)
  const counted = complete > 0 ? observed / complete : 1
  const expected = prediction.expected * counted
  return {
    expected,
    lift: test.lift,
    increment: incrementOf(observed, expected, test.lift),
    p: test.p,
    standardError: test.standardError,
    drift: Math.sqrt(drift.mean),
    degreesOfFreedom: degrees,
  }
}

function observedOf({ observed, exposed }: LiftData): number {
  return exposed.reduce((sum, i) => sum + observed[i]!, 0)
}

/** Registrations that would not be there if the lift were at either end: observed · L / (1 + L). */
function incrementOf(observed: number, expected: number, { low, high }: Interval): Interval {
  const at = (lift: number) => (observed * lift) / (1 + lift)
  return {
    low: low <= LOWEST_LIFT ? Math.min(at(LOWEST_LIFT), observed - expected) : at(low),
    estimate: observed - expected,
    high: at(Math.min(high, HIGHEST_LIFT)),
  }
}
