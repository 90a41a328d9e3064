import type { Medium, Period } from './outlet.js'
import type { Day } from './time.js'
import { addDays, mondayOf } from './time.js'

/**
 * The day by which an outlet answers for a broadcast: online and daily press two days after, TV and weekly press
 * seven, monthly press ten, radio the Tuesday after its week.
 */
export function answerDeadline(outlet: { medium: Medium; period: Period }, day: Day): Day {
  if (outlet.medium === 'radio') return addDays(mondayOf(day), 8)
  if (outlet.medium === 'tv') return addDays(day, 7)
  if (outlet.period === 'monthly') return addDays(day, 10)
  return addDays(day, outlet.period === 'weekly' ? 7 : 2)
}

/**
 * The day by which it is asked for in the weekly mail: nobody is late for a question not yet put to them, so never
 * before the Tuesday after its week, a day after that mail. `moved` is the deadline more time was given to.
 */
export function askedDeadline(outlet: { medium: Medium; period: Period }, day: Day, moved?: Day): Day {
  return [answerDeadline(outlet, day), addDays(mondayOf(day), 8), moved ?? day].toSorted().at(-1)!
}
