/** Feeds that report totals so far instead of days: recognised, and turned into days with all that was odd told. */
import type { CellState } from './registration.js'
import type { Day } from './time.js'
import { daysBetween } from './time.js'

export interface Point {
  day: Day
  count: number
}

/** One day, or the `spanDays` days that end on it. */
export interface DayCell {
  day: Day
  spanDays: number
  state: Extract<CellState, 'reported' | 'not-reported'>
  count: number | null
}

export interface Differenced {
  cells: DayCell[]
  /** Days on which the total was less than before. */
  falls: { day: Day; from: number; to: number }[]
  /** Days on which a report covers more than itself. */
  gaps: { day: Day; spanDays: number }[]
}

/**
 * Totals so far → days, for one district and stream in the order of days. The first day has no difference and a
 * falling total cannot be one: both are not reported, and the series goes on from the new level. After a gap the next
 * report covers the days in between.
 */
export function difference(points: readonly Point[]): Differenced {
  const result: Differenced = { cells: [], falls: [], gaps: [] }
  for (const [index, { day, count }] of points.entries()) {
    const before = points[index - 1]
    const step = before ? count - before.count : -1
    if (!before || step < 0) {
      result.cells.push({ day, spanDays: 1, state: 'not-reported', count: null })
      if (before) result.falls.push({ day, from: before.count, to: count })
      continue
    }
    const spanDays = daysBetween(before.day, day)
    result.cells.push({ day, spanDays, state: 'reported', count: step })
    if (spanDays > 1) result.gaps.push({ day, spanDays })
  }
  return result
}

/** What a sheet shows of being totals so far. */
export interface CumulativeSigns {
  steps: number
  falling: number
  /** How often a usual value holds a usual step. */
  levelInSteps: number
  likely: boolean
}

const fewestSteps = 6
/** Corrections are rare; of days of counts, every second is less than the one before. */
const mostFalling = 1 / 12

/** Totals never fall (but for corrections) and are large against their steps; days of counts do neither. */
export function cumulativeSigns(series: Iterable<readonly Point[]>): CumulativeSigns {
  let steps = 0
  let falling = 0
  let rising = 0
  const ratios: number[] = []
  for (const points of series) {
    const differences = points.slice(1).map((point, i) => point.count - points[i]!.count)
    steps += differences.length
    falling += differences.filter(d => d < 0).length
    rising += differences.filter(d => d > 0).length
    if (differences.length > 0)
      ratios.push(median(points.map(p => p.count)) / Math.max(1, mean(differences.map(Math.abs))))
  }
  const levelInSteps = ratios.length > 0 ? median(ratios) : 0
  const likely =
    steps >= fewestSteps && rising >= steps / 4 && falling <= steps * mostFalling && levelInSteps >= 3
  return { steps, falling, levelInSteps, likely }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
