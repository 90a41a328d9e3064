import type { Panel } from '../panel.js'
import type { Refusal } from '../refusal.js'
import { analyseLift, type LiftAnalysis } from './analysis.js'
import { liftChart, type LiftChart } from './chart.js'
import { makeChecks, type LiftChecks } from './checks.js'
import { estimateDistricts, type DistrictLift } from './district-lifts.js'
import { figuresOf, observedOf, type MethodEstimate } from './figures.js'
import { liftSettings, type LiftOptions, type LiftSettings } from './options.js'
import { powerOf } from './power.js'

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
  /** Smallest lift that a flight of this precision shows in four of five cases; 20 = none within reason. */
  smallestDetectable: number
  /** The method of the figures above: M3 where it can be had, else M1. */
  method: 'M1' | 'M3'
  methods: { M1: MethodEstimate; M3: MethodEstimate | null }
  /** Each exposed district by itself and drawn towards the others; null when not asked for. */
  districts: DistrictLift[] | null
  chart: LiftChart
  /** Null when not asked for. */
  checks: LiftChecks | null
}

/**
 * Lift of one flight: how many registrations the exposed districts had beyond what the comparison districts and
 * their own past say they would have had. Methods and assumptions: README, "Lift of one flight".
 *
 * Panel: districts × days of whole counts. Returned: lift (share of expected) and increment (registrations) with
 * 95 % intervals, two-sided p, both methods, series for a chart, checks. Refused by name when it cannot be known
 * (see lift-data.ts); malformed input is refused with a RangeError. 3 ms for 14 districts × 120 days, 10 with checks.
 */
export function estimateLift(panel: Panel, options: LiftOptions): LiftEstimate | Refusal {
  const settings = liftSettings(panel, options)
  const analysis = analyseLift(panel, settings)
  return analysis.ok ? describeLift(panel, options, { analysis, settings }) : analysis
}

/** An analysis in full: figures, chart, checks. */
export function describeLift(
  panel: Panel,
  options: LiftOptions,
  { analysis, settings }: { analysis: LiftAnalysis; settings: LiftSettings },
): LiftEstimate {
  const { data, preparation, factors, memory, chosen } = analysis
  const again = (changed: LiftOptions) => {
    const other = analyseLift(panel, liftSettings(panel, changed))
    return other.ok ? other.chosen.test : other
  }
  return {
    ok: true,
    ...figuresOf(chosen, data),
    exposed: data.exposed,
    comparison: data.comparison,
    window: options.window,
    observed: observedOf(data),
    dispersion: preparation.ownDispersion,
    smallestDetectable: powerOf({ ...chosen, dispersion: preparation.ownDispersion }).smallest,
    method: chosen.method,
    methods: { M1: figuresOf(factors, data), M3: memory === null ? null : figuresOf(memory, data) },
    districts: settings.districts ? estimateDistricts(analysis) : null,
    chart: liftChart(data, chosen, preparation.ownDispersion),
    checks: settings.checks
      ? makeChecks(options, { panel, settings, preparation, factors, chosen, again })
      : null,
  }
}
