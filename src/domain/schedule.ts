/** When something is to happen again, in the office's time zone. */
import type { Day, Instant, Minute } from './time.js'
import { addDays, addMinutes, dayOf, instantAt, minuteOf, weekdayOf } from './time.js'

export type Schedule = { everyMinutes: number } | { dailyAt: Minute } | { weeklyOn: number; at: Minute }

/** The first due moment after `now`. */
export function nextDue(schedule: Schedule, now: Instant, zone: string): Instant {
  if ('everyMinutes' in schedule) return addMinutes(now, schedule.everyMinutes)
  const at = 'dailyAt' in schedule ? schedule.dailyAt : schedule.at
  let day = dayOf(now, zone)
  while (instantAt(day, at, zone) <= now || !fits(schedule, day)) day = addDays(day, 1)
  return instantAt(day, at, zone)
}

function fits(schedule: Schedule, day: string): boolean {
  return !('weeklyOn' in schedule) || weekdayOf(day) === schedule.weeklyOn
}

const quietFrom: Minute = 20 * 60
const quietUntil: Minute = 7 * 60

/** Nobody is mailed by the clock between 20.00 and 07.00: such a mail waits for the morning. */
export function afterQuietHours(instant: Instant, zone: string): Instant {
  const minute = minuteOf(instant, zone)
  const day = dayOf(instant, zone)
  if (minute >= quietFrom) return instantAt(addDays(day, 1), quietUntil, zone)
  return minute < quietUntil ? instantAt(day, quietUntil, zone) : instant
}

/** Outlets' offices are closed on Sundays and holidays; on Saturdays they work. */
export function isAwakeDay(day: Day, daysOff: ReadonlySet<Day>): boolean {
  return weekdayOf(day) !== 6 && !daysOff.has(day)
}

/** A reminder waits for a morning that is neither a Sunday's nor a holiday's. */
export function afterRest(instant: Instant, zone: string, daysOff: ReadonlySet<Day>): Instant {
  const awake = afterQuietHours(instant, zone)
  const day = dayOf(awake, zone)
  return isAwakeDay(day, daysOff)
    ? awake
    : afterRest(instantAt(addDays(day, 1), quietUntil, zone), zone, daysOff)
}

/** Long computations: these tell how far they are, and can be stopped. */
export const stoppableJobs: readonly string[] = ['find-spikes', 'judge-campaigns']
