import { studentTwoSided } from '../distributions/student.js'
import type { Interval, Refusal } from '../refusal.js'
import type { Dispersion } from './dispersion.js'
import { earlierWindows, type EarlierWindow } from './earlier-windows.js'
import type { LiftData } from './lift-data.js'
import type { LiftOptions } from './options.js'
import { placeboDistricts, type PlaceboDistricts } from './placebo-districts.js'
import { factorPredictor, sumOver } from './predictor.js'

export type LiftWarning =
  | 'earlier-window-differs'
  | 'trend-before'
  | 'few-comparison-districts'
  | 'few-registrations-expected'
  | 'neighbours-moved'
  | 'one-comparison-decides'

export interface LiftChecks {
  /** The same estimate one, two and three windows earlier: should cover 0. */
  earlierWindows: EarlierWindow[]
  placeboDistricts: PlaceboDistricts
  /** Lowest and highest lift when any one comparison district is left out. */
  leaveOneOut: { low: number; high: number; lifts: { district: number; lift: number }[] }
  /** Growth of exposed over comparison districts before the window, as a share a week. */
  trendBefore: { perWeek: number; p: number }
  /** Interval when the drift may be ½ or 1 times the largest deviation of an earlier window. */
  sensitivity: { deviation: number; half: Interval; full: Interval }
  /** Estimates with the neighbours left out and for the neighbours themselves; null where there are too few. */
  spillOver: { without: Interval | null; among: { lift: Interval; p: number } | null } | null
  warnings: LiftWarning[]
}

export interface ChecksInput {
  data: LiftData
  dispersion: Dispersion
  chosen: { lift: Interval; p: number; expected: number }
  settings: { sets: number; seed: number; neighbours: readonly number[] }
  estimate: (options: LiftOptions) => { lift: Interval; p: number } | Refusal
}

/** Checks shown with every result; each can only cast doubt, none can prove. Cost: three more estimates and `sets` small ones. */
export function makeChecks(options: LiftOptions, input: ChecksInput): LiftChecks {
  const { data, dispersion, chosen, settings } = input
  const again = (changes: Partial<LiftOptions>) => {
    const result = input.estimate({ ...options, ...changes, checks: false })
    return 'refusal' in result ? null : result
  }
  const earlier = earlierWindows(options, window => again({ window }))
  const deviation = earlier.reduce((most, { lift }) => Math.max(most, Math.abs(lift.estimate)), 0)
  const checks: LiftChecks = {
    earlierWindows: earlier,
    placeboDistricts: placeboDistricts(data, dispersion, settings),
    leaveOneOut: leaveOneOut(data),
    trendBefore: trendBefore(data),
    sensitivity: {
      deviation,
      half: widen(chosen.lift, deviation / 2),
      full: widen(chosen.lift, deviation),
    },
    spillOver: settings.neighbours.length === 0 ? null : spillOver(settings.neighbours, options, again),
    warnings: [],
  }
  checks.warnings.push(...warningsOf(checks, input))
  return checks
}

function leaveOneOut(data: LiftData): LiftChecks['leaveOneOut'] {
  const predict = factorPredictor(data)
  const observed = sumOver(data.window, data.exposed)
  const lifts = data.comparison.map(district => {
    const others = data.comparison.filter(j => j !== district)
    return { district, lift: observed / predict(data.exposed, others).expected - 1 }
  })
  const values = lifts.map(({ lift }) => lift)
  return { low: Math.min(...values), high: Math.max(...values), lifts }
}

/** Slope of the log ratio of exposed to comparison by week, against the slopes the comparison districts show. */
function trendBefore({ weeks, exposed, comparison }: LiftData): LiftChecks['trendBefore'] {
  const slopeOf = (target: readonly number[]) => {
    const others = comparison.filter(j => !target.includes(j))
    return logSlope(weekTotals(weeks, target), weekTotals(weeks, others))
  }
  const own = slopeOf(exposed)
  let squares = 0
  for (const j of comparison) squares += slopeOf([j]) ** 2
  const usual = Math.sqrt(squares / comparison.length) * Math.sqrt(1 / exposed.length + 1 / comparison.length)
  const p = usual > 0 ? studentTwoSided(own / usual, Math.max(1, comparison.length - 1)) : 1
  return { perWeek: Math.exp(own) - 1, p }
}

function weekTotals(weeks: readonly Float64Array[], places: readonly number[]): Float64Array {
  const totals = new Float64Array(weeks[0]!.length)
  for (const i of places) for (let w = 0; w < totals.length; w++) totals[w]! += weeks[i]![w]!
  return totals
}

function logSlope(target: Float64Array, reference: Float64Array): number {
  const middle = (target.length - 1) / 2
  let products = 0
  let squares = 0
  for (let w = 0; w < target.length; w++) {
    products += (w - middle) * Math.log((target[w]! + 0.5) / (reference[w]! + 0.5))
    squares += (w - middle) ** 2
  }
  return products / squares
}

/** The interval if the counterfactual may be off by the share `by` either way (after Rambachan & Roth 2023). */
function widen(lift: Interval, by: number): Interval {
  const low = (1 + lift.low) / (1 + by) - 1
  const high = by < 1 ? (1 + lift.high) / (1 - by) - 1 : Infinity
  return { low, estimate: lift.estimate, high: Math.min(20, high) }
}

function spillOver(
  neighbours: readonly number[],
  options: LiftOptions,
  again: (changes: Partial<LiftOptions>) => { lift: Interval; p: number } | null,
): LiftChecks['spillOver'] {
  const near = neighbours.filter(i => !options.exposed.includes(i))
  const excluded = [...new Set([...(options.excluded ?? []), ...near])]
  const without = again({ excluded })?.lift ?? null
  const beside = near.filter(i => !(options.excluded ?? []).includes(i))
  const away = [...new Set([...(options.excluded ?? []), ...options.exposed])].filter(
    i => !beside.includes(i),
  )
  const among = beside.length === 0 ? null : again({ exposed: beside, excluded: away, neighbours: [] })
  return { without, among: among === null ? null : { lift: among.lift, p: among.p } }
}

const SUSPICIOUS = 0.05
const FEW_COMPARISON = 5
const FEW_REGISTRATIONS = 5

function warningsOf(checks: LiftChecks, { data, chosen }: ChecksInput): LiftWarning[] {
  const { earlierWindows: earlier, trendBefore: trend, leaveOneOut: out, spillOver: spill } = checks
  const warnings: LiftWarning[] = []
  if (earlier.some(({ p }) => p < SUSPICIOUS / earlier.length)) warnings.push('earlier-window-differs')
  if (trend.p < SUSPICIOUS) warnings.push('trend-before')
  if (data.comparison.length < FEW_COMPARISON) warnings.push('few-comparison-districts')
  if (chosen.expected < FEW_REGISTRATIONS) warnings.push('few-registrations-expected')
  if ((spill?.among?.p ?? 1) < SUSPICIOUS) warnings.push('neighbours-moved')
  if (out.low < chosen.lift.low || out.high > chosen.lift.high) warnings.push('one-comparison-decides')
  return warnings
}
