/** Days along a picture: each has a slot of its own; weeks begin on Monday, months and years are named below. */
import { scaleLinear } from 'd3-scale'
import type { Day } from '../../domain/time.js'
import { addDays, dayNumber, lastDayOfMonth, mondayOf, monthOf, weekdayOf } from '../../domain/time.js'
import type { Formats } from '../formats.js'
import type { SafeHtml } from '../html.js'
import { line, text, textWidth } from './svg.js'

export interface TimeAxis {
  first: Day
  last: Day
  days: number
  left: number
  right: number
  /** Width of one day. */
  step: number
  /** The left edge of a day's slot, kept inside the picture. */
  start: (day: Day) => number
  middle: (day: Day) => number
  end: (day: Day) => number
}

export function timeAxis(first: Day, last: Day, { left, right }: { left: number; right: number }): TimeAxis {
  const begin = dayNumber(first)
  const days = Math.max(1, dayNumber(last) - begin + 1)
  const scale = scaleLinear([begin, begin + days], [left, right]).clamp(true)
  const number = remembered(dayNumber)
  return {
    first,
    last,
    days,
    left,
    right,
    step: (right - left) / days,
    start: day => scale(number(day)),
    middle: day => scale(number(day) + 0.5),
    end: day => scale(number(day) + 1),
  }
}

/** The same days are asked for by every layer of a picture, and reading one takes longer than finding it again. */
function remembered(read: (day: Day) => number): (day: Day) => number {
  const known = new Map<Day, number>()
  return day => {
    const found = known.get(day)
    if (found !== undefined) return found
    const fresh = read(day)
    known.set(day, fresh)
    return fresh
  }
}

export interface Tick {
  x: number
  label: string
}

export interface TimeTicks {
  mondays: number[]
  months: number[]
  /** Names right under the axis: Mondays where there is room, otherwise months. */
  upper: Tick[]
  /** Names of the larger unit below them. */
  lower: Tick[]
}

const roomForWeek = 14
const roomForDay = 26
const roomForMonth = 36

export function timeTicks(axis: TimeAxis, formats: Formats): TimeTicks {
  const mondays = mondaysIn(axis)
  const months = monthsIn(axis)
  const at = (days: readonly Day[], label: (day: Day) => string) =>
    spaced(
      days.map(day => ({ x: axis.start(day), label: label(day) })),
      axis.right,
    )
  const begins = (starts: readonly Day[]) => (starts[0] === axis.first ? starts : [axis.first, ...starts])
  const daily = axis.step * 7 >= roomForDay
  const shown = months.filter((_, i) => i % Math.ceil(roomForMonth / (axis.step * 30)) === 0)
  const years = months.filter(day => day.endsWith('-01-01'))
  return {
    mondays: axis.step * 7 >= roomForWeek ? mondays.map(axis.start) : [],
    months: months.map(axis.start),
    upper: daily
      ? at(mondays, day => String(Number(day.slice(8))))
      : at(begins(shown), day => formats.monthShort(day.slice(0, 7))),
    lower: daily
      ? at(begins(months), day => formats.month(day.slice(0, 7)))
      : at(begins(years), day => day.slice(0, 4)),
  }
}

/** The marks and names of the axis, `y` being its line. */
export function drawTimeAxis(axis: TimeAxis, ticks: TimeTicks, y: number): SafeHtml[] {
  const marks = [
    ...ticks.mondays.map(x => line('tick-week', [x, y], [x, y + 3])),
    ...ticks.months.map(x => line('tick-month', [x, y], [x, y + 7])),
  ]
  const upper = ticks.upper.map(tick => text('tick', [tick.x, y + 16], tick.label))
  const lower = ticks.lower.map(tick => text('tick tick-lower', [tick.x, y + 30], tick.label))
  return [line('axis', [axis.left, y], [axis.right, y]), ...marks, ...upper, ...lower]
}

export const timeAxisHeight = 36

function mondaysIn({ first, last }: TimeAxis): Day[] {
  const mondays: Day[] = []
  let day = weekdayOf(first) === 0 ? first : addDays(mondayOf(first), 7)
  for (; day <= last; day = addDays(day, 7)) mondays.push(day)
  return mondays
}

function monthsIn({ first, last }: TimeAxis): Day[] {
  const months: Day[] = []
  let day = `${monthOf(first)}-01`
  for (; day <= last; day = addDays(lastDayOfMonth(monthOf(day)), 1)) if (day >= first) months.push(day)
  return months
}

/** A name that would run into the next one gives way to it, and so does one that would leave the picture. */
function spaced(ticks: readonly Tick[], right: number): Tick[] {
  return ticks.filter((tick, i) => {
    const end = tick.x + textWidth(tick.label)
    const next = ticks[i + 1]
    return next ? end + 4 <= next.x : end <= right + 4
  })
}
