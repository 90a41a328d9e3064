/** "Need more time", asked once for a week with one tap. */
import type { Decision } from './problem.js'
import { allowed, refused } from './problem.js'
import type { Day, Instant } from './time.js'
import { addDays } from './time.js'
import { isAwakeDay } from './schedule.js'

export interface MoreTime {
  contactId: string
  week: Day
  /** The deadline as it stood when it was asked. */
  deadline: Day
  untilDay: Day
  /** Asked before the deadline had passed: the deadline moves to `untilDay`. Later it stays, and reminders pause. */
  moves: boolean
  askedAt: Instant
}

export const moreDays = 3

/**
 * Three days more, counted from the deadline or, once that has passed, from today, and on to the next day that is
 * neither a Sunday nor a holiday. Only a request on time moves the deadline.
 */
export function moreTimeFor(
  deadline: Day,
  { today, daysOff }: { today: Day; daysOff: ReadonlySet<Day> },
): Pick<MoreTime, 'deadline' | 'untilDay' | 'moves'> {
  const moves = today <= deadline
  let untilDay = addDays(moves ? deadline : today, moreDays)
  while (!isAwakeDay(untilDay, daysOff)) untilDay = addDays(untilDay, 1)
  return { deadline, untilDay, moves }
}

/** Once for a week in which something is open. */
export function mayAskMoreTime(known: MoreTime | undefined, unanswered: number): Decision {
  if (unanswered === 0) return refused('nothing-open')
  return known ? refused('more-time-asked') : allowed
}

/** The deadlines that were moved, by week. */
export function movedDeadlines(asked: readonly MoreTime[]): Map<Day, Day> {
  return new Map(asked.filter(({ moves }) => moves).map(({ week, untilDay }) => [week, untilDay]))
}
