import type { Panel } from '../panel.js'
import type { Interval, Refusal } from '../refusal.js'
import { liftChart, type LiftChart } from './chart.js'
import { makeChecks, type LiftChecks } from './checks.js'
import { weeklyDispersion, type Dispersion } from './dispersion.js'
import { estimateDrift, rehearse } from './drift.js'
import { testLift, type LiftTest } from './inference.js'
import { liftData, type LiftData } from './lift-data.js'
import { liftSettings, type LiftOptions } from './options.js'
import { factorPredictor, ownSpread, sumOver, type Predictor } from './predictor.js'

export interface MethodEstimate extends LiftTest {
  expected: number
  /** Standard deviation τ of the districts' own drift (log scale). */
  drift: number
}

export interface LiftEstimate extends MethodEstimate {
  ok: true
  exposed: readonly number[]
  comparison: readonly number[]
  /** Days [from, to). */
  window: readonly [number, number]
  /** Registrations of the exposed districts in the window, days really counted. */
  observed: number
  /** Registrations beyond the counterfactual that really came, with 95 % interval. */
  increment: Interval
  /** Variance of a week's count over its mean. */
  dispersion: number
  method: 'M1' | 'M3'
  methods: { M1: MethodEstimate; M3: MethodEstimate | null }
  chart: LiftChart
  /** Null when not asked for. */
  checks: LiftChecks | null
}

/**
 * Lift of one flight: how many registrations the exposed districts had beyond what the comparison districts and
 * their own past say they would have had. Method and assumptions: README, "Lift of one flight".
 *
 * Panel: districts × days of whole counts. Returned: lift (share of expected) and increment (registrations) with
 * 95 % intervals, two-sided p, both methods, series for a chart, checks. Refused by name when it cannot be known
 * (see lift-data.ts); malformed input is refused with a RangeError.
 * About 1 ms for 14 districts × 120 days with checks.
 */
export function estimateLift(panel: Panel, options: LiftOptions): LiftEstimate | Refusal {
  const settings = liftSettings(panel, options)
  const data = liftData(panel, settings)
  if (!data.ok) return data
  const dispersion = weeklyDispersion(data)
  const M1 = estimateBy(factorPredictor(data), data, dispersion)
  const observed = sumOver(data.observed, data.exposed)
  const relativeVariance = M1.standardError ** 2 - dispersion.dispersion / M1.expected
  const input = {
    data,
    dispersion,
    chosen: M1,
    settings,
    estimate: (changed: LiftOptions) => estimateLift(panel, changed),
  }
  return {
    ok: true,
    ...M1,
    exposed: data.exposed,
    comparison: data.comparison,
    window: options.window,
    observed,
    increment: incrementOf(observed, M1.lift),
    dispersion: dispersion.dispersion,
    method: 'M1',
    methods: { M1, M3: null },
    chart: liftChart(data, { ...M1, dispersion, relativeVariance }),
    checks: settings.checks ? makeChecks(options, input) : null,
  }
}

/** Rehearses on the comparison districts, then estimates. */
function estimateBy(predict: Predictor, data: LiftData, dispersion: Dispersion): MethodEstimate {
  const { exposed, comparison, window } = data
  const prediction = predict(exposed, comparison)
  const drift = estimateDrift(rehearse(comparison, window, predict), dispersion.dispersion)
  const observed = sumOver(window, exposed)
  const test = testLift({ observed, prediction, ownSpread: ownSpread(data, exposed), dispersion, drift })
  return { ...test, expected: prediction.expected, drift: Math.sqrt(drift.variance) }
}

/** Registrations that came because of the flight, at each end of the interval of the lift. */
function incrementOf(observed: number, lift: Interval): Interval {
  const at = (value: number) => (observed * value) / (1 + value)
  const estimate = lift.estimate > -1 ? at(lift.estimate) : 0
  return { low: at(lift.low), estimate, high: at(lift.high) }
}
