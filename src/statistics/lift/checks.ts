import type { Panel } from '../panel.js'
import type { Interval, Refusal } from '../refusal.js'
import { earlierWindows, type EarlierWindow } from './earlier-windows.js'
import { HIGHEST_LIFT } from './inference.js'
import { largestLevelStep, mostOutstandingDay } from './irregularities.js'
import type { MethodResult, Preparation } from './methods.js'
import type { LiftOptions, LiftSettings } from './options.js'
import { placeboDistricts, type PlaceboDistricts } from './placebo-districts.js'
import { spillOver, type SpillOver } from './spill-over.js'
import { trendBefore, type TrendBefore } from './trend-before.js'
import { warningsOf, type LiftWarning } from './warnings.js'

export interface LiftChecks {
  /** The same estimate one, two and three windows earlier: should cover 0. */
  earlierWindows: EarlierWindow[]
  /** The same estimate for sets of districts that were not exposed. */
  placeboDistricts: PlaceboDistricts
  /** Lowest and highest lift when any one comparison district is left out. */
  leaveOneOut: { low: number; high: number; lifts: { district: number; lift: number }[] }
  trendBefore: TrendBefore
  /** Largest step of any district's own level before the window, and the most outstanding day: standard deviations. */
  levelStep: number
  outstandingDay: number
  /** Interval if the drift may be ½ or 1 times the largest deviation of an earlier window. */
  sensitivity: { deviation: number; half: Interval; full: Interval }
  /** Null when no neighbours were named. */
  spillOver: SpillOver | null
  warnings: LiftWarning[]
}

export interface ChecksInput {
  panel: Panel
  settings: LiftSettings
  preparation: Preparation
  factors: MethodResult
  chosen: MethodResult
  /** The whole estimate under other options. */
  again: (options: LiftOptions) => { lift: Interval; p: number } | Refusal
}

/**
 * Checks shown with every result; each can only cast doubt, none can prove. Cost: up to five more estimates and
 * `sets` small ones.
 */
export function makeChecks(options: LiftOptions, input: ChecksInput): LiftChecks {
  const { settings, preparation, chosen } = input
  const again = (changes: Partial<LiftOptions>) => {
    const result = input.again({ ...options, ...changes, checks: false })
    return 'refusal' in result ? null : result
  }
  const earlier = earlierWindows(options, again)
  const deviation = earlier.reduce((most, { lift }) => Math.max(most, Math.abs(lift.estimate)), 0)
  const { lift } = chosen.test
  const { exposed, comparison } = preparation.data
  const checks = {
    earlierWindows: earlier,
    placeboDistricts: placeboDistricts(preparation.data, preparation.dispersion.counting, settings),
    leaveOneOut: leaveOneOut(input),
    trendBefore: trendBefore(preparation.blocks, preparation.data),
    levelStep: largestLevelStep(preparation.blocks, [...exposed, ...comparison]),
    outstandingDay: mostOutstandingDay(input.panel, preparation.data),
    sensitivity: { deviation, half: widen(lift, deviation / 2), full: widen(lift, deviation) },
    spillOver: spillOver(options, again),
  }
  return { ...checks, warnings: warningsOf(checks, input) }
}

function leaveOneOut({ preparation, chosen }: ChecksInput): LiftChecks['leaveOneOut'] {
  const { exposed, comparison, window } = preparation.data
  const observed = exposed.reduce((sum, i) => sum + window[i]!, 0)
  const lifts = comparison.map(district => {
    return { district, lift: observed / chosen.forecast(exposed, [district]).expected - 1 }
  })
  const values = lifts.map(({ lift }) => lift)
  return { low: Math.min(...values), high: Math.max(...values), lifts }
}

/** The interval if the counterfactual may be off by the share `by` either way (Rambachan & Roth 2023). */
function widen(lift: Interval, by: number): Interval {
  const low = (1 + lift.low) / (1 + by) - 1
  const high = by < 1 ? Math.min(HIGHEST_LIFT, (1 + lift.high) / (1 - by) - 1) : HIGHEST_LIFT
  return { low, estimate: lift.estimate, high }
}
