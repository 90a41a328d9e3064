import { groupBy } from './group.js'
import type { Day } from './time.js'
import { daysFrom } from './time.js'

export interface Holiday {
  day: Day
  nameId: string
  nameEn: string
  kind: 'public' | 'shared-leave' | 'election'
  /** Holidays of one family move registrations alike: 'eid-al-fitr', 'national', … */
  family: string
  /** True while the decree is not out and the day may move. */
  provisional: boolean
}

export interface Ramadan {
  hijriYear: number
  firstDay: Day
  lastDay: Day
  eidDay: Day
}

/** Public holidays by family, and Ramadan, as columns of a panel: what moves registrations every year alike. */
export function holidayFamilies(
  holidays: readonly Holiday[],
  ramadans: readonly Ramadan[],
  column: (day: Day) => number,
): { name: string; days: number[] }[] {
  const families = [...groupBy(holidays, holiday => holiday.family)].map(([name, days]) => ({
    name,
    days: [...new Set(days.map(({ day }) => column(day)))],
  }))
  const fasting = ramadans.flatMap(({ firstDay, lastDay }) => daysFrom(firstDay, lastDay)).map(column)
  return [...families, { name: 'ramadan', days: fasting }].filter(family => family.days.length > 0)
}
