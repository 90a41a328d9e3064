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
