import type { BroadcastState } from './broadcast.js'
import { askedDeadline } from './deadline.js'
import { groupBy } from './group.js'
import type { Outlet } from './outlet.js'
import type { Day } from './time.js'
import { addDays, mondayOf } from './time.js'

/** How far back an outlet is still asked: what is older stands on the delivery board as unanswered. */
export const askedDays = 182

/** One week of a contact in which something still waits for an answer. */
export interface OpenWeek {
  week: Day
  unanswered: number
  /** The first day by which one of them was, or is, to be answered. */
  deadline: Day
}

export function isUnanswered({ answer }: Pick<BroadcastState, 'answer'>): boolean {
  return answer === null || answer === 'not-known'
}

/** The weeks in which past broadcasts wait for an answer, the oldest first. `moved` are the deadlines for which more time was given. */
export function openWeeks(
  broadcasts: readonly BroadcastState[],
  outlets: ReadonlyMap<string, Outlet>,
  given: { today: Day; moved: ReadonlyMap<Day, Day> },
): OpenWeek[] {
  const waiting = broadcasts.filter(b => b.day < given.today && !b.withdrawnAt && isUnanswered(b))
  const weeks = [...groupBy(waiting, broadcast => mondayOf(broadcast.day))].map(([week, rows]): OpenWeek => {
    const deadlines = rows.flatMap(({ outletId, day }) => {
      const outlet = outlets.get(outletId)
      return outlet ? [askedDeadline(outlet, day, given.moved.get(week))] : []
    })
    const first = deadlines.toSorted()[0] ?? addDays(week, 8)
    return { week, unanswered: rows.length, deadline: first }
  })
  return weeks.toSorted((a, b) => (a.week < b.week ? -1 : 1))
}

/** Weeks whose deadline has passed. */
export function overdueWeeks(weeks: readonly OpenWeek[], today: Day): OpenWeek[] {
  return weeks.filter(week => week.deadline < today)
}
