import type { Day } from './time.js'

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
