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
export class CumulativeEvidence {
  #steps = 0
  #falling = 0
  #rising = 0
  readonly #levelsInSteps: number[] = []

  /** What one district and stream reported, in the order of days. */
  add(counts: readonly number[]): void {
    if (counts.length < 2) return
    let size = 0
    for (let i = 1; i < counts.length; i++) {
      const step = counts[i]! - counts[i - 1]!
      size += Math.abs(step)
      if (step < 0) this.#falling++
      if (step > 0) this.#rising++
    }
    this.#steps += counts.length - 1
    this.#levelsInSteps.push(median(counts) / Math.max(1, size / (counts.length - 1)))
  }

  get signs(): CumulativeSigns {
    const [steps, falling] = [this.#steps, this.#falling]
    const levelInSteps = this.#levelsInSteps.length > 0 ? median(this.#levelsInSteps) : 0
    const keepsRising = this.#rising >= steps / 4 && falling <= steps * mostFalling
    return { steps, falling, levelInSteps, likely: steps >= fewestSteps && keepsRising && levelInSteps >= 3 }
  }
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).toSorted()
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
