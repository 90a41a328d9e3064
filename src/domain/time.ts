/**
 * Days, instants and clocks. A Day is `2011-11-14` in the office's time zone; an Instant is UTC ISO text with
 * milliseconds; a Minute counts from midnight of its day and may pass 1,440 when a daypart crosses midnight.
 */
import { Temporal } from 'temporal-polyfill'

export type Day = string
export type Month = string
export type Instant = string
export type Minute = number

export interface Clock {
  zone: string
  now(): Instant
  today(): Day
}

const msPerDay = 86_400_000

export function systemClock(zone: string): Clock {
  const now = () => new Date().toISOString()
  return { zone, now, today: () => dayOf(now(), zone) }
}

/** A clock that starts at `start` when `startedAt` (milliseconds, monotonic) was read, and runs from there. */
export function clockFrom(start: Instant, zone: string): Clock {
  const offset = Date.parse(start) - Date.now()
  const now = () => new Date(Date.now() + offset).toISOString()
  return { zone, now, today: () => dayOf(now(), zone) }
}

/** A clock that stands still until it is moved: for tests and for replaying a season. */
export function standingClock(start: Instant, zone: string): Clock & { set(instant: Instant): void } {
  let at = start
  return { zone, now: () => at, today: () => dayOf(at, zone), set: instant => void (at = instant) }
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayFromNumber(dayNumber(text)) === text
}

/** Days since 1970-01-01; NaN for text that is no day. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / msPerDay
}

export function dayFromNumber(number: number): Day {
  return Number.isFinite(number) ? new Date(number * msPerDay).toISOString().slice(0, 10) : ''
}

export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count)
}

/** How many days `later` is after `earlier`. */
export function daysBetween(earlier: Day, later: Day): number {
  return dayNumber(later) - dayNumber(earlier)
}

/** The middle of a day where this process runs: for a library that reads the day off a local date. */
export function localNoon(day: Day): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, date, 12)
}

/** Every day from first to last, both included. */
export function daysFrom(first: Day, last: Day): Day[] {
  const start = dayNumber(first)
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => dayFromNumber(start + i))
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

export function mondayOf(day: Day): Day {
  return addDays(day, -weekdayOf(day))
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

export function lastDayOfMonth(month: Month): Day {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return dayFromNumber(Date.UTC(year, number, 0) / msPerDay)
}

/** The calendar day an instant falls on in a zone. */
export function dayOf(instant: Instant, zone: string): Day {
  return zoned(instant, zone).toPlainDate().toString()
}

/** Minutes since midnight of an instant in a zone. */
export function minuteOf(instant: Instant, zone: string): Minute {
  const at = zoned(instant, zone)
  return at.hour * 60 + at.minute
}

/** The instant at which a minute of a day begins in a zone; minutes past 1,440 fall on the days after. */
export function instantAt(day: Day, minute: Minute, zone: string): Instant {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: zone })
    .add({ minutes: minute })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString()
}

/** The next moment after another: what must be told apart by its time never happens at the same one. */
export function justAfter(instant: Instant): Instant {
  return new Date(Date.parse(instant) + 1).toISOString()
}

export function justBefore(instant: Instant): Instant {
  return new Date(Date.parse(instant) - 1).toISOString()
}

function zoned(instant: Instant, zone: string) {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
}
