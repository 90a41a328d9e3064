/** What the verdict's pictures are given: the exposed districts together, against what would have come without. */
import type { Day } from '../../../domain/time.js'

export interface VerdictPoint {
  /** The day, or the Monday of the week. */
  day: Day
  observed: number | null
  /** Without the campaign, with its interval; null where nothing is estimated. */
  expected: number | null
  low: number | null
  high: number | null
}

export interface CumulativePoint {
  day: Day
  difference: number
  low: number
  high: number
}

export interface VerdictInput {
  id: string
  title: string
  unit: 'day' | 'week'
  points: readonly VerdictPoint[]
  window: { first: Day; last: Day }
  /** Observed minus expected, added up from the window's first day. */
  cumulative: readonly CumulativePoint[]
}

export interface PlaceboInput {
  id: string
  title: string
  actual: { label: string; lift: number; low: number; high: number }
  /** The same estimate where nothing was on air: earlier dates, other districts. */
  placebos: readonly { kind: 'date' | 'district'; label: string; lift: number }[]
}
