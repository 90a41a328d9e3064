import type { CellMask } from '../panel.js'
import type { Interval } from '../refusal.js'
import type { LiftOptions } from './options.js'

export interface SpillOver {
  /** The lift with the neighbours left out of the comparison; null where too few districts remain. */
  without: Interval | null
  /** The lift among the neighbours themselves, by the districts further away; null where too few remain. */
  among: { lift: Interval; p: number } | null
}

type Again = (changes: Partial<LiftOptions>) => { lift: Interval; p: number } | null

/**
 * What the districts next to the exposed ones do: if they rise too, the flight reaches further than its plan and the
 * estimate is too low. Two more estimates.
 */
export function spillOver(options: LiftOptions, again: Again): SpillOver | null {
  const excluded = options.excluded ?? []
  const near = (options.neighbours ?? []).filter(i => !options.exposed.includes(i) && !excluded.includes(i))
  if (near.length === 0) return null
  const without = again({ excluded: [...excluded, ...near], neighbours: [] })
  const days = options.active === undefined ? {} : { active: everyDay(options.active) }
  const among = again({ exposed: near, excluded: [...excluded, ...options.exposed], neighbours: [], ...days })
  return { without: without?.lift ?? null, among: among === null ? null : { lift: among.lift, p: among.p } }
}

/** Neighbours have no days of exposure of their own: the whole window counts. */
function everyDay(active: CellMask): CellMask {
  return active.map(row => new Uint8Array(row.length).fill(1))
}
