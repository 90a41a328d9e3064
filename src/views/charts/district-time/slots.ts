/**
 * Days of the chart, or weeks where days would be too many to see. Picture and table are made of the same slots,
 * so that they cannot say different things. A week's value is its average per reported day: it stays comparable
 * with a chart of days, and a day that was not reported does not look like a loss.
 */
import type { Day } from '../../../domain/time.js'
import { addDays, daysBetween, daysFrom, mondayOf } from '../../../domain/time.js'
import { groupBy, keyBy } from '../../../domain/group.js'
import type { BaselineDay, Count, DistrictTimeInput, RunState } from './input.js'

export interface Slot {
  first: Day
  last: Day
  days: number
  /** Registrations per day; null when none of the days was reported. */
  value: number | null
  total: number
  reportedDays: number
  /** The days that were reported as one sum, when this day is one of them. */
  span: { first: Day; last: Day; total: number } | null
  baseline: Omit<BaselineDay, 'day'> | null
  /** Broadcasts of each lane by state. */
  runs: Record<RunState, number>[]
  incomplete: boolean
}

export const mostDaysShown = 200

export function isWeekly({ first, last }: { first: Day; last: Day }): boolean {
  return daysBetween(first, last) + 1 > mostDaysShown
}

export function slotsOf(input: DistrictTimeInput): Slot[] {
  const days = daySlots(input)
  if (!isWeekly(input)) return days
  return [...groupBy(days, slot => mondayOf(slot.first)).values()].map(weekSlot)
}

function daySlots(input: DistrictTimeInput): Slot[] {
  const counts = countByDay(input.counts)
  const baseline = keyBy(input.baseline, row => row.day)
  const runs = input.lanes.map(lane => groupBy(lane.runs, run => run.day))
  return daysFrom(input.first, input.last).map(day => {
    const count = counts.get(day)
    return {
      first: day,
      last: day,
      days: 1,
      value: count ? count.value : null,
      total: count ? count.value : 0,
      reportedDays: count ? 1 : 0,
      span: count?.span ?? null,
      baseline: baseline.get(day) ?? null,
      runs: runs.map(lane => countStates(lane.get(day) ?? [])),
      incomplete: input.incompleteFrom !== '' && day >= input.incompleteFrom,
    }
  })
}

/** A sum of several days is spread evenly over them and remembered as one. */
function countByDay(counts: readonly Count[]): Map<Day, { value: number; span: Slot['span'] }> {
  const byDay = new Map<Day, { value: number; span: Slot['span'] }>()
  for (const { day, spanDays, count } of counts) {
    if (count === null) continue
    const first = addDays(day, 1 - spanDays)
    const span = spanDays > 1 ? { first, last: day, total: count } : null
    for (const covered of spanDays > 1 ? daysFrom(first, day) : [day]) {
      byDay.set(covered, { value: count / spanDays, span })
    }
  }
  return byDay
}

function countStates(runs: readonly { state: RunState }[]): Record<RunState, number> {
  const counts = { verified: 0, confirmed: 0, planned: 0, missed: 0 }
  for (const run of runs) counts[run.state]++
  return counts
}

function weekSlot(days: Slot[]): Slot {
  const reported = days.filter(day => day.value !== null)
  const total = reported.reduce((sum, day) => sum + day.total, 0)
  const first = days[0]!
  return {
    first: first.first,
    last: days.at(-1)!.last,
    days: days.length,
    value: reported.length ? total / reported.length : null,
    total,
    reportedDays: reported.length,
    span: null,
    baseline: weekBaseline(days),
    runs: first.runs.map((_, lane) => sumStates(days.map(day => day.runs[lane]!))),
    incomplete: days.some(day => day.incomplete),
  }
}

/** Limits of a week's average: the days' distances from what is expected add up as squares, as independent days do. */
function weekBaseline(days: readonly Slot[]): Slot['baseline'] {
  const known = days.flatMap(day => day.baseline ?? [])
  if (known.length < days.length) return null
  const mean = known.reduce((sum, day) => sum + day.expected, 0) / known.length
  const spread = (distance: (day: Omit<BaselineDay, 'day'>) => number) =>
    Math.sqrt(known.reduce((sum, day) => sum + distance(day) ** 2, 0)) / known.length
  return {
    expected: mean,
    low: Math.max(0, mean - spread(day => day.expected - day.low)),
    high: mean + spread(day => day.high - day.expected),
  }
}

function sumStates(all: readonly Record<RunState, number>[]): Record<RunState, number> {
  const sum = { verified: 0, confirmed: 0, planned: 0, missed: 0 }
  for (const counts of all) for (const state of Object.keys(sum) as RunState[]) sum[state] += counts[state]
  return sum
}
