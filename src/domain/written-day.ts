/** Days as people write them in lists: `2011-10-31`, `31/10/11`, `31 Okt 2011`, `Senin, 31 Oktober 2011`. */
import type { Day } from './time.js'
import { isDay, weekdayOf } from './time.js'
import { monthNumber, weekdayNumber } from './written-names.js'

export type DayOrder = 'day-month' | 'month-day'
export type DayStyle = 'iso' | 'named' | 'numeric'

/** What a text may mean. `03/10/2011` means two days, and which of them only a person can say. */
export interface WrittenDay {
  style: DayStyle
  dayMonth: Day | null
  monthDay: Day | null
}

export function writtenDay(text: string): WrittenDay | undefined {
  const { rest, weekday } = withoutWeekday(text)
  const found = plainDay(rest)
  if (!found || weekday === undefined) return found
  const fits = (day: Day | null) => (day !== null && weekdayOf(day) === weekday ? day : null)
  const day = { ...found, dayMonth: fits(found.dayMonth), monthDay: fits(found.monthDay) }
  return day.dayMonth || day.monthDay ? day : undefined
}

/** A day whose weekday is another: "Selasa, 2 November 2011" was a Wednesday, and one of the two is a mistake. */
export function contradictsWeekday(text: string): boolean {
  const { rest, weekday } = withoutWeekday(text)
  return weekday !== undefined && plainDay(rest) !== undefined && writtenDay(text) === undefined
}

function plainDay(text: string): WrittenDay | undefined {
  return named(text) ?? yearFirst(text) ?? numeric(text)
}

/** True when the order of day and month decides which day it is. */
export function isUnsure({ dayMonth, monthDay }: WrittenDay): boolean {
  return dayMonth !== null && monthDay !== null && dayMonth !== monthDay
}

/** The day in a known order; nothing while it is unsure and nobody has said. */
export function dayIn(written: WrittenDay, order: DayOrder | null): Day | null {
  if (order === 'day-month') return written.dayMonth
  if (order === 'month-day') return written.monthDay
  return isUnsure(written) ? null : (written.dayMonth ?? written.monthDay)
}

/** A weekday in front is no ornament: it must fit the day, and may tell which of two days is meant. */
function withoutWeekday(text: string): { rest: string; weekday: number | undefined } {
  const parts = /^([a-z'’]+)[,.]?\s+(.*\d.*)$/i.exec(text)
  const weekday = parts ? weekdayNumber(parts[1]!) : undefined
  return weekday === undefined ? { rest: text, weekday } : { rest: parts![2]!, weekday }
}

function named(text: string): WrittenDay | undefined {
  const dayFirst = /^(\d{1,2})[ .\-/]*([a-z]+)[ .,\-/]*(\d{4}|\d{2})$/i.exec(text)
  const monthFirst = dayFirst ? null : /^([a-z]+)[ .]*(\d{1,2})[ ,.]+(\d{4})$/i.exec(text)
  const [day, month, year] = dayFirst
    ? dayFirst.slice(1)
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : []
  const number = month === undefined ? undefined : monthNumber(month)
  return number === undefined ? undefined : sure('named', dayOf(year!, number, Number(day)))
}

const clockTime = /[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?: ?[ap]m)?Z?$/i

function yearFirst(text: string): WrittenDay | undefined {
  const parts = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text.replace(clockTime, ''))
  if (!parts || (parts[2] === '' && text.length !== 8)) return undefined
  return sure('iso', dayOf(parts[1]!, Number(parts[3]), Number(parts[4])))
}

function numeric(text: string): WrittenDay | undefined {
  const parts = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text.replace(clockTime, ''))
  if (!parts) return undefined
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), parts[4]!]
  const [dayMonth, monthDay] = [dayOf(year, second, first), dayOf(year, first, second)]
  return dayMonth || monthDay ? { style: 'numeric', dayMonth, monthDay } : undefined
}

function sure(style: DayStyle, day: Day | null): WrittenDay | undefined {
  return day ? { style, dayMonth: day, monthDay: day } : undefined
}

/** Two digits mean 1970 to 2069. */
function dayOf(year: string, month: number, day: number): Day | null {
  const full = year.length === 4 ? year : String(Number(year) + (Number(year) < 70 ? 2000 : 1900))
  const text = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(text) ? text : null
}
