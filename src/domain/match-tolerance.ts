/** How far a run may be from its order and still be as ordered, by medium. Named here, and shown where they are counted. */
import type { Medium } from './outlet.js'
import type { Minute } from './time.js'

export interface Tolerance {
  /** Outside the ordered daypart by more than this is early or late. */
  minutes: Minute
  /** Shorter than ordered by more than this is short. */
  seconds: number
  /** A run further away than this is another run. */
  search: Minute
}

const day = 1440

/** Radio breaks move with the talk; television keeps its clock; papers and sites are judged by the day. */
export const tolerances: Record<Medium, Tolerance> = {
  radio: { minutes: 15, seconds: 3, search: 90 },
  tv: { minutes: 10, seconds: 2, search: 60 },
  print: { minutes: 0, seconds: 0, search: 2 * day },
  online: { minutes: 0, seconds: 0, search: 2 * day },
}

export function isTimeless(medium: Medium): boolean {
  return medium === 'print' || medium === 'online'
}
