/**
 * What was on record while a spike lasted, how much of it each could account for, and how much none of it does. Bounds,
 * not estimates: what was never measured could explain anything from nothing to all, and is said to.
 */
import type { Day } from './time.js'

export type SpikeCause =
  /** Employers' lots of the same stream, district and days. */
  | { kind: 'lots'; lots: number; workers: number }
  /** Other districts on the same days: how far they were above their usual level, as a share; negative below it. */
  | { kind: 'elsewhere'; rise: number; neighbours: number; isCommon: boolean }
  | { kind: 'campaign'; id: string; name: string; lift: MeasuredLift | null }
  | { kind: 'event'; id: string; name: string; firstDay: Day; lastDay: Day }
  | { kind: 'holiday'; name: string; day: Day }

/** What a campaign was found to add in its districts, and what is usual on the days it shares with the spike. */
export interface MeasuredLift {
  low: number
  high: number
  usual: number
}

/** Registrations a cause could account for; no upper bound where nobody measured it. */
export interface Part {
  low: number
  high: number | null
}

export interface Explanation {
  parts: { cause: SpikeCause; part: Part }[]
  unexplained: { low: number; high: number }
}

/** The numbers of a spike that its explanation needs: what is usual on its days, and the range of its excess. */
export interface SpikeRange {
  expected: number
  low: number
  high: number
}

export function explainSpike(spike: SpikeRange, causes: readonly SpikeCause[]): Explanation {
  const parts = causes.map(cause => ({ cause, part: partOf(cause, spike) }))
  const least = parts.reduce((sum, { part }) => sum + part.low, 0)
  const most = parts.reduce((sum, { part }) => sum + (part.high ?? Infinity), 0)
  return {
    parts,
    unexplained: { low: Math.max(0, spike.low - most), high: Math.max(0, spike.high - least) },
  }
}

function partOf(cause: SpikeCause, { expected }: SpikeRange): Part {
  switch (cause.kind) {
    case 'lots':
      // The usual level already holds the usual lots; only what exceeds all of it is surely new.
      return { low: Math.max(0, cause.workers - expected), high: cause.workers }
    case 'elsewhere':
      return { low: 0, high: Math.max(0, cause.rise) * expected }
    case 'campaign':
      return cause.lift ? shareOf(cause.lift) : { low: 0, high: null }
    case 'event':
      return { low: 0, high: null }
    default:
      // Holidays and the days after them are part of the usual level.
      return { low: 0, high: 0 }
  }
}

function shareOf({ low, high, usual }: MeasuredLift): Part {
  return { low: Math.max(0, low) * usual, high: Math.max(0, high) * usual }
}
