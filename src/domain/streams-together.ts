/** Streams added up day by day, where each of them is reported: a day that lacks one is no fall. */
import { groupBy } from './group.js'
import type { RegistrationCount } from './registration.js'
import type { Day } from './time.js'

export interface DayCount {
  day: Day
  spanDays: number
  /** Null where not every stream is reported. */
  count: number | null
}

/** Counts of one district. A stream that reports nothing at all in these days is not waited for. */
export function streamsTogether(counts: readonly RegistrationCount[]): DayCount[] {
  const streams = new Set(counts.filter(isReported).map(cell => cell.streamId)).size
  return [...groupBy(counts, cell => cell.day)].map(([day, cells]) => {
    const reported = cells.filter(isReported)
    const spans = new Set(reported.map(cell => cell.spanDays))
    const isWhole = reported.length > 0 && reported.length === streams && spans.size === 1
    return {
      day,
      spanDays: isWhole ? reported[0]!.spanDays : 1,
      count: isWhole ? reported.reduce((sum, cell) => sum + cell.count!, 0) : null,
    }
  })
}

function isReported({ state }: RegistrationCount): boolean {
  return state === 'reported'
}
