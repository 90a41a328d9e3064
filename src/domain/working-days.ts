import type { Holiday } from './holiday.js'
import type { Day } from './time.js'
import { addDays, weekdayOf } from './time.js'

/** Days on which offices are closed besides weekends: public holidays, the shared leave around them, election days. */
export function daysOff(holidays: readonly Holiday[]): Set<Day> {
  return new Set(holidays.map(({ day }) => day))
}

export function isWorkingDay(day: Day, off: ReadonlySet<Day>): boolean {
  return weekdayOf(day) < 5 && !off.has(day)
}

/** The working day that lies `count` working days before a day: five before a Monday is the Monday before. */
export function workingDaysBefore(day: Day, count: number, off: ReadonlySet<Day>): Day {
  let left = count
  let at = day
  while (left > 0) {
    at = addDays(at, -1)
    if (isWorkingDay(at, off)) left--
  }
  return at
}
