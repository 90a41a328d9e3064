/** The calendar of broadcasts: one list of items, seen by month, week, day, or outlet and day. */
import type { BroadcastState } from './broadcast.js'
import { deliveryStatus, type Delivered, type DeliveryStatus } from './delivery.js'
import { groupBy } from './group.js'
import type { Coverage } from './outlet.js'
import { addDays, daysFrom, lastDayOfMonth, mondayOf, monthOf, type Day } from './time.js'
import { neighbours } from './warn-of-times.js'

export const calendarViews = ['month', 'week', 'day', 'grid'] as const
export type CalendarView = (typeof calendarViews)[number]

export interface CalendarRange {
  first: Day
  last: Day
}

/** The days a view shows around a day; outlets by day are compared over a month. */
export function rangeOf(view: CalendarView, on: Day): CalendarRange {
  if (view === 'day') return { first: on, last: on }
  if (view === 'week') return { first: mondayOf(on), last: addDays(mondayOf(on), 6) }
  return { first: `${monthOf(on)}-01`, last: lastDayOfMonth(monthOf(on)) }
}

/** A day in the range before or after the one a view shows. */
export function turned(view: CalendarView, on: Day, by: 1 | -1): Day {
  const { first, last } = rangeOf(view, on)
  return by === 1 ? addDays(last, 1) : addDays(first, -1)
}

/** Whole weeks around a range, as weeks are what districts are silent in. */
export function wholeWeeks({ first, last }: CalendarRange): CalendarRange {
  return { first: mondayOf(first), last: addDays(mondayOf(last), 6) }
}

/** A broadcast as a calendar shows it. */
export type CalendarRow = Delivered &
  Pick<
    BroadcastState,
    | 'id'
    | 'fromMinute'
    | 'toMinute'
    | 'outletId'
    | 'outletName'
    | 'medium'
    | 'campaignName'
    | 'materialId'
    | 'materialCode'
    | 'materialTitle'
  >

export interface CalendarItem extends CalendarRow {
  status: DeliveryStatus
}

/** What stands in the calendar: everything asked for that was not withdrawn, as it stands today. */
export function calendarItems(
  rows: readonly CalendarRow[],
  today: Day,
  status?: DeliveryStatus,
): CalendarItem[] {
  // Thousands of rows: the status is set on each as it came, which copies none.
  const items = rows.map(row => Object.assign(row, { status: deliveryStatus(row, today) }))
  return items.filter(item => item.status !== 'withdrawn' && (!status || item.status === status))
}

/** The items of a range by day; every day of it is there, empty ones too. */
export function itemsByDay(
  items: readonly CalendarItem[],
  { first, last }: CalendarRange,
): Map<Day, CalendarItem[]> {
  const byDay = groupBy(items, ({ day }) => day)
  return new Map(daysFrom(first, last).map(day => [day, byDay.get(day) ?? []]))
}

/** The weeks of a range, each with its days in the range; the first and the last may be short. */
export function weeksOf({ first, last }: CalendarRange): Day[][] {
  return [...groupBy(daysFrom(first, last), mondayOf).values()]
}

/** Ids of what is to run and may meet its own material in one break of the same station. */
export function clashingIds(items: readonly CalendarItem[]): Set<string> {
  const planned = items.filter(
    ({ status, medium }) => status === 'planned' && (medium === 'radio' || medium === 'tv'),
  )
  const slots = groupBy(planned, ({ outletId, day, materialId }) => `${outletId} ${day} ${materialId}`)
  return new Set([...slots.values()].flatMap(neighbours).map(({ id }) => id))
}

/** The nearest days outside a range on which anything runs; null where nothing does. */
export interface DaysAround {
  before: Day | null
  after: Day | null
}

/** Days of a range on which nothing runs, though something ran before them and something runs after. */
export function gapDays(
  items: readonly Pick<CalendarItem, 'day'>[],
  { first, last }: CalendarRange,
  { before, after }: DaysAround,
): Set<Day> {
  const busy = new Set(items.map(({ day }) => day).filter(day => first <= day && day <= last))
  const days = [...busy].toSorted()
  const from = before === null ? days[0] : first
  const to = after === null ? days.at(-1) : last
  if (from === undefined || to === undefined) return new Set()
  return new Set(daysFrom(from, to).filter(day => !busy.has(day)))
}

const unheard: readonly DeliveryStatus[] = ['missed', 'withdrawn']

/**
 * How many broadcasts reach each district in each week: `weeks` by their Monday. An outlet reaches a district from the
 * given share of its people on; what did not run reaches nobody.
 */
export function heardByWeek(
  items: readonly CalendarItem[],
  { weeks, coverage, threshold }: { weeks: readonly Day[]; coverage: readonly Coverage[]; threshold: number },
): Map<string, number[]> {
  const reached = coverage.filter(({ share }) => share >= threshold)
  const districtsOf = groupBy(reached, ({ outletId }) => outletId)
  const heard = new Map<string, number[]>()
  for (const item of items) {
    const week = weeks.indexOf(mondayOf(item.day))
    if (week < 0 || unheard.includes(item.status)) continue
    for (const { districtCode } of districtsOf.get(item.outletId) ?? []) {
      const counts = heard.get(districtCode) ?? weeks.map(() => 0)
      counts[week]!++
      heard.set(districtCode, counts)
    }
  }
  return heard
}
