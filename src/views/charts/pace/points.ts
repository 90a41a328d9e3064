/** One figure per week: enough for the eye, and few enough for a table that holds what the picture shows. */
import type { Day } from '../../../domain/time.js'
import { lastDayOfMonth, mondayOf, monthOf } from '../../../domain/time.js'
import type { PaceInput } from './input.js'

export interface Realised {
  day: Day
  toDate: number
}

/** The last known figure of each week. */
export function weeklyFigures(realised: PaceInput['realised']): Realised[] {
  const byWeek = new Map<Day, Realised>()
  for (const { day, toDate } of realised) if (toDate !== null) byWeek.set(mondayOf(day), { day, toDate })
  return [...byWeek.values()]
}

/** The target that stands on a day: that of its month's end. */
export function targetOn(targets: PaceInput['targets'], day: Day): number | undefined {
  return targets.find(target => target.month === monthOf(day))?.toDate
}

/** The staircase: each month at the height of its target to date. */
export function stairs(targets: PaceInput['targets']): { first: Day; last: Day; toDate: number }[] {
  return targets.map(({ month, toDate }) => ({ first: `${month}-01`, last: lastDayOfMonth(month), toDate }))
}
