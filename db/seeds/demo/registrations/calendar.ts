/** How much of an ordinary day is left on each day of the calendar, for each stream. */
import { groupBy } from '../../../../src/domain/group.js'
import type { Holiday, Ramadan } from '../../../../src/domain/holiday.js'
import { addDays, dayNumber, daysFrom, weekdayOf, type Day } from '../../../../src/domain/time.js'

export type StreamId = 'self' | 'employer'

/** Monday to Sunday. Offices are closed on Sunday; firms hand in their lists early in the week. */
const weekdays: Record<StreamId, readonly number[]> = {
  self: [1.18, 1.08, 1.02, 1, 0.82, 0.38, 0.04],
  employer: [1.25, 1.2, 1.08, 1, 0.7, 0.12, 0.01],
}

const closed: Record<Holiday['kind'], number> = { public: 0.06, 'shared-leave': 0.25, election: 0.3 }
const ramadanFactor: Record<StreamId, number> = { self: 0.88, employer: 0.93 }

/** People travel home before the days off, come back slowly after them and then catch up. */
const lebaran = { before: [0.62, 0.6, 0.58, 0.54, 0.48], during: 0.05, after: [0.5, 0.56, 0.6, 0.64, 0.7] }
const catchUp = { days: 10, factor: 1.1 }
const yearEnd = 0.78

export interface CalendarFactors {
  /** What is left of an ordinary day, the weekday included, before Lebaran. */
  of(stream: StreamId, day: Day): number
  /** The part that Lebaran leaves; its depth differs from district to district. */
  lebaran(day: Day): number
}

export function calendarFactors(holidays: readonly Holiday[], ramadans: readonly Ramadan[]): CalendarFactors {
  const byDay = groupBy(
    holidays.filter(holiday => holiday.family !== 'eid-al-fitr'),
    holiday => holiday.day,
  )
  const fasting = new Set(ramadans.flatMap(({ firstDay, lastDay }) => daysFrom(firstDay, lastDay)))
  const off = holidays.filter(holiday => holiday.family === 'eid-al-fitr').map(({ day }) => day)
  const factors = new Map([...groupBy(off, day => day.slice(0, 4)).values()].flatMap(lebaranDays))
  return {
    of: (stream, day) =>
      weekdays[stream][weekdayOf(day)]! *
      Math.min(1, ...(byDay.get(day) ?? []).map(({ kind }) => closed[kind])) *
      (fasting.has(day) ? ramadanFactor[stream] : 1) *
      season(stream, day) *
      (day.slice(5) >= '12-24' ? yearEnd : 1),
    lebaran: day => factors.get(day) ?? 1,
  }
}

/** From the first day off to the last, whatever lies between them is off too. */
function lebaranDays(off: readonly Day[]): [Day, number][] {
  const [first, last] = [off[0]!, off.at(-1)!]
  const catching = Array.from({ length: catchUp.days }, () => catchUp.factor)
  return [
    ...lebaran.before.map((factor, i): [Day, number] => [addDays(first, i - lebaran.before.length), factor]),
    ...daysFrom(first, last).map((day): [Day, number] => [day, lebaran.during]),
    ...[...lebaran.after, ...catching].map((factor, i): [Day, number] => [addDays(last, i + 1), factor]),
  ]
}

/** A slow wave over the year: most sign on after the harvest and before its end. */
function season(stream: StreamId, day: Day): number {
  const phase = (2 * Math.PI * (dayNumber(day) - dayNumber('2009-04-10'))) / 365.25
  return 1 + (stream === 'self' ? 0.05 : 0.07) * Math.sin(phase)
}
