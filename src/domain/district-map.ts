/** Figures on the map of another day: districts split and merge, and no total may change by it. */
import type { Coverage } from './registration-coverage.js'
import { groupBy } from './group.js'
import type { Day } from './time.js'

/** From `day` on, part of a district is another one, new or old. */
export interface DistrictChange {
  day: Day
  fromCode: string
  toCode: string
  /** Of the figures of `from` before that day, what would have been of `to`: 0 to 1. */
  share: number
  /** Of the figures of `to` from that day on, what would have been of `from`; 1 for a district split off from it. */
  shareBack: number
  source: string
}

/** What one district has of the days that begin on `day`; no change falls inside them. */
export interface MapFigure extends Coverage {
  districtCode: string
  day: Day
  /** Null where nothing is reported. */
  total: number | null
}

/**
 * Each figure where it belongs on the map of `mapDay`, apportioned by the stated shares. Whole numbers stay whole and
 * add up to what they were: what rounding leaves over goes to the largest remainders.
 */
export function onMap(
  figures: readonly MapFigure[],
  changes: readonly DistrictChange[],
  mapDay: Day,
): MapFigure[] {
  const later = changes.filter(change => change.day <= mapDay).toSorted(byDay)
  const earlier = changes
    .filter(change => change.day > mapDay)
    .toSorted(byDay)
    .toReversed()
  return figures.flatMap(figure => {
    let parts = [figure]
    for (const own of groupBy(later, ({ day, fromCode }) => `${day} ${fromCode}`).values())
      if (figure.day < own[0]!.day) parts = handOn(parts, own[0]!.fromCode, own.map(forward))
    for (const own of groupBy(earlier, ({ day, toCode }) => `${day} ${toCode}`).values())
      if (figure.day >= own[0]!.day) parts = handOn(parts, own[0]!.toCode, own.map(backward))
    return parts
  })
}

function byDay(a: DistrictChange, b: DistrictChange): number {
  return a.day < b.day ? -1 : 1
}

interface Portion {
  code: string
  share: number
}

function forward({ toCode, share }: DistrictChange): Portion {
  return { code: toCode, share }
}

function backward({ fromCode, shareBack }: DistrictChange): Portion {
  return { code: fromCode, share: shareBack }
}

/** What `code` has is handed on by portions; the rest stays. */
function handOn(parts: readonly MapFigure[], code: string, portions: readonly Portion[]): MapFigure[] {
  return parts.flatMap(part => {
    if (part.districtCode !== code) return [part]
    const given = portions.reduce((sum, { share }) => sum + share, 0)
    const all = [...portions, { code, share: Math.max(0, 1 - given) }].filter(({ share }) => share > 0)
    const shares = all.map(({ share }) => share / Math.max(1, given))
    const totals = part.total === null ? null : apportion(part.total, shares)
    const reported = apportion(part.reported, shares)
    const missing = apportion(part.expected - part.reported, shares)
    return all.map((portion, i) => ({
      districtCode: portion.code,
      day: part.day,
      total: totals === null ? null : totals[i]!,
      reported: reported[i]!,
      expected: reported[i]! + missing[i]!,
    }))
  })
}

/**
 * A whole number in parts by shares that add up to 1, each whole, together exactly it (largest remainders, Hamilton).
 * Of equal remainders the first has it.
 */
export function apportion(whole: number, shares: readonly number[]): number[] {
  const exact = shares.map(share => whole * share)
  const parts = exact.map(value => Math.floor(value + 1e-9))
  const left = whole - parts.reduce((sum, part) => sum + part, 0)
  const order = exact.map((value, i) => ({ i, remainder: value - parts[i]! }))
  order.sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  for (const { i } of order.slice(0, left)) parts[i]!++
  return parts
}
