/** How reliable an outlet is, by three counts that anybody can check. It sees them before managers do. */
import type { BroadcastState } from './broadcast.js'
import { askedDeadline } from './deadline.js'
import { hasRun, isProven, isVerified } from './exposure.js'
import type { Outlet } from './outlet.js'
import type { Day } from './time.js'
import { addDays, mondayOf } from './time.js'

export interface Reliability {
  first: Day
  last: Day
  /** Broadcasts whose deadline has passed. */
  asked: number
  inTime: number
  /** Of those asked: answered with more than "not known". */
  answered: number
  asOrdered: number
  /** Of those answered: verified by the office, and of these proven by a log or an artefact. */
  verified: number
  proven: number
}

/** Half a year. */
export const reliableDays = 182

/** By how long the office sees the figures later than the outlet. */
export const aheadDays = 14

/**
 * Takes an outlet's broadcasts of the half year that ends on `last`, the day on which each was first answered (with
 * more than "not known"), and the deadlines that more time moved, by week. A broadcast counts once its deadline lies
 * before `last`; one that was withdrawn before an answer counts nowhere.
 */
export function reliabilityOf(
  outlet: Outlet,
  broadcasts: readonly BroadcastState[],
  given: { last: Day; firstAnswered: ReadonlyMap<string, Day>; moved: ReadonlyMap<Day, Day> },
): Reliability {
  const first = addDays(given.last, -reliableDays)
  const deadline = ({ day }: BroadcastState) => askedDeadline(outlet, day, given.moved.get(mondayOf(day)))
  const asked = broadcasts.filter(
    b => b.day >= first && deadline(b) < given.last && (!b.withdrawnAt || b.answer !== null),
  )
  const answered = asked.filter(({ answer }) => answer !== null && answer !== 'not-known')
  const isInTime = (b: BroadcastState) => (given.firstAnswered.get(b.id) ?? '9999') <= deadline(b)
  const verified = answered.filter(isVerified)
  return {
    first,
    last: given.last,
    asked: asked.length,
    inTime: answered.filter(isInTime).length,
    answered: answered.length,
    asOrdered: answered.filter(b => b.answer === 'ran' && hasRun(b)).length,
    verified: verified.length,
    proven: verified.filter(isProven).length,
  }
}
