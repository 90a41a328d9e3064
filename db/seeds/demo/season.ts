/** When the demo's season begins, how far it goes, and the one number all its chance comes from. */
import { randomStream, type RandomStream } from '../../../src/statistics/random.js'
import { instantAt, type Day, type Instant } from '../../../src/domain/time.js'

export const seed = 10

export const season = {
  /** The first day that registrations are known of. */
  historyFrom: '2009-01-01',
  /** The office begins to work with Gaung. */
  officeSetUp: '2010-12-06',
  /** The day on which the demo opens, a Monday. */
  today: '2011-11-14',
  opensAt: '08.30',
  /** What is asked of a year, and the day the published figure goes to. */
  year: 2011,
  published: { throughDay: '2011-10-31', amount: 39_088 },
} as const

/** All of Lampung keeps western Indonesian time. */
export const zone = 'Asia/Jakarta'

/** `08.30` on a day as an instant. */
export function at(day: Day, time: string): Instant {
  return instantAt(day, minuteOfDay(time), zone)
}

/** `22.45` as minutes from midnight; dayparts may pass 24.00. */
export function minuteOfDay(time: string): number {
  const [hours, minutes] = time.split('.').map(Number)
  return hours! * 60 + minutes!
}

/** What chance is asked for: each purpose has streams of its own, so that one more question changes no other answer. */
const purposes = ['count', 'lots', 'late', 'drift', 'answer', 'airing', 'proof', 'office', 'id'] as const

export function chance(purpose: (typeof purposes)[number], ...path: number[]): RandomStream {
  return randomStream(seed, purposes.indexOf(purpose), ...path)
}
