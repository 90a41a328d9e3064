import type { Panel } from '../panel.js'
import type { LiftSettings } from './options.js'

/** Share of the window that must be known. */
export const LEAST_KNOWN_SHARE = 0.8

/**
 * Districts that can stand for what would have happened: neither exposed nor excluded, at least `leastClear` of the
 * window outside all flights, 80 % of it known, some registrations before. districts × days steps.
 */
export function comparisonDistricts(panel: Panel, settings: LiftSettings): number[] {
  const { exposed, excluded, shape } = settings
  const reached = new Set(exposed)
  return Array.from({ length: shape.districts }, (_, i) => i).filter(
    i => !reached.has(i) && !excluded.has(i) && isClear(panel, i, settings) && hasPast(panel, i, settings),
  )
}

function isClear({ known }: Panel, i: number, { masked, from, to, leastClear }: LiftSettings): boolean {
  let [days, clear] = [0, 0]
  for (let t = from; t < to; t++) {
    days += known[i]![t]!
    if ((masked?.[i]?.[t] ?? 0) === 0) clear++
  }
  return days >= LEAST_KNOWN_SHARE * (to - from) && clear >= leastClear * (to - from)
}

function hasPast({ counts, known }: Panel, i: number, { masked, start, from }: LiftSettings): boolean {
  for (let t = start; t < from; t++)
    if (known[i]![t] !== 0 && (masked?.[i]?.[t] ?? 0) === 0 && counts[i]![t]! > 0) return true
  return false
}

/** Cells that the two-way fit learns from: known, not masked, and in the window only those of comparison districts. */
export function usedCells(
  panel: Panel,
  { masked, from, to }: LiftSettings,
  comparison: ReadonlySet<number>,
): Uint8Array[] {
  return panel.known.map((known, i) => {
    const mask = masked?.[i]
    const use = known.map((is, t) => (is !== 0 && (mask?.[t] ?? 0) === 0 ? 1 : 0))
    if (!comparison.has(i)) use.fill(0, from, to)
    return use
  })
}
