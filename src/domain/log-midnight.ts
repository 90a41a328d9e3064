/** Broadcasters count their day on after midnight: 00.20 below 23.50 of the same date ran on the day after. */
import type { LogEntry } from './station-log.js'
import { addDays } from './time.js'

/** Runs before five may belong to the day before; a clock that falls back by six hours and more within a date has passed midnight. */
const smallHours = 300
const fallsBackBy = 360

/** Runs in the order of the file, each on the day it really was. */
export function acrossMidnight(entries: readonly LogEntry[]): LogEntry[] {
  let before: LogEntry | undefined
  let crossed = false
  return entries.map(entry => {
    const sameDate = before !== undefined && before.sheet === entry.sheet && before.day === entry.day
    const minute = entry.minute ?? smallHours
    const fell = sameDate && (before!.minute ?? 0) - minute >= fallsBackBy
    crossed = minute < smallHours && sameDate && (crossed || fell)
    before = entry
    return crossed ? { ...entry, day: addDays(entry.day, 1) } : entry
  })
}
