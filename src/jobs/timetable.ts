import type { Schedule } from '../domain/schedule.js'

/** What Gaung does by itself, and when (office time). */
export const timetable = {
  'deliver-mail': { everyMinutes: 1 },
  'read-inbox': { everyMinutes: 5 },
  'send-week-links': { weeklyOn: 0, at: 7 * 60 },
  'send-digests': { weeklyOn: 0, at: 7 * 60 + 15 },
  'remind-partners': { dailyAt: 8 * 60 },
  'find-spikes': { dailyAt: 1 * 60 + 30 },
  'forecast-pace': { dailyAt: 1 * 60 + 45 },
  'judge-campaigns': { dailyAt: 2 * 60 },
  'measure-plans': { dailyAt: 2 * 60 + 30 },
  tidy: { dailyAt: 3 * 60 },
  backup: { dailyAt: 3 * 60 + 30 },
} as const satisfies Record<string, Schedule>

export type JobName = keyof typeof timetable

export const jobNames = Object.keys(timetable) as JobName[]
