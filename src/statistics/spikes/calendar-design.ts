import type { HolidayFamily } from '../panel.js'

/**
 * Design rows of the calendar for a log-linear baseline, sparse and shared by all districts: row t has the columns
 * `columns[starts[t]] … columns[starts[t + 1] − 1]` with the values beside them. Column 0 is the intercept.
 */
export interface CalendarDesign {
  order: number
  starts: Int32Array
  columns: Int32Array
  values: Float64Array
  /** Precision of the normal prior (mean 0 unless pooled effects are given) of each column's coefficient. */
  precision: Float64Array
  /** Holiday family k has the columns firstHoliday + 3k (before), + 1 (during) and + 2 (after). */
  firstHoliday: number
}

/** Prior standard deviations of log effects: loose where data are plenty, tight where a few days must do. */
const DEVIATION = { intercept: 1e3, weekday: 2, trendPerYear: 0.15, season: 0.3, during: 1, beside: 0.5 }
const YEAR = 365.25

/**
 * Calendar columns for days 0 … days − 1: weekday, holiday families (before, during, after) and, where `seasonal`,
 * a trend per year and two annual harmonics. `firstWeekday` 0 = Monday. days × 8 numbers.
 */
export function calendarDesign(
  days: number,
  firstWeekday: number,
  { holidays, seasonal }: { holidays: readonly HolidayFamily[]; seasonal: boolean },
): CalendarDesign {
  const firstHoliday = seasonal ? 12 : 7
  const classes = holidays.map(family => holidayClasses(family, days))
  const order = firstHoliday + 3 * holidays.length
  const starts = new Int32Array(days + 1)
  const columns: number[] = []
  const values: number[] = []
  const put = (column: number, value: number) => {
    columns.push(column)
    values.push(value)
  }
  for (let t = 0; t < days; t++) {
    put(0, 1)
    const weekday = (firstWeekday + t) % 7
    if (weekday > 0) put(weekday, 1)
    if (seasonal) putSeason(t, days, put)
    classes.forEach((kind, k) => kind[t]! > 0 && put(firstHoliday + 3 * k + kind[t]! - 1, 1))
    starts[t + 1] = columns.length
  }
  const precision = priorPrecision(order, seasonal, firstHoliday)
  return {
    order,
    starts,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
    precision,
    firstHoliday,
  }
}

function putSeason(t: number, days: number, put: (column: number, value: number) => void): void {
  const angle = (2 * Math.PI * t) / YEAR
  put(7, (t - days / 2) / YEAR)
  put(8, Math.sin(angle))
  put(9, Math.cos(angle))
  put(10, Math.sin(2 * angle))
  put(11, Math.cos(2 * angle))
}

function priorPrecision(order: number, seasonal: boolean, firstHoliday: number): Float64Array {
  const precision = new Float64Array(order)
  precision[0] = DEVIATION.intercept ** -2
  for (let j = 1; j < 7; j++) precision[j] = DEVIATION.weekday ** -2
  if (seasonal) precision[7] = DEVIATION.trendPerYear ** -2
  for (let j = 8; j < firstHoliday; j++) precision[j] = DEVIATION.season ** -2
  for (let j = firstHoliday; j < order; j++)
    precision[j] = ((j - firstHoliday) % 3 === 1 ? DEVIATION.during : DEVIATION.beside) ** -2
  return precision
}

/** Class of each day for one family: 0 none, 1 before, 2 during, 3 after. */
export function holidayClasses(family: HolidayFamily, days: number): Uint8Array {
  const classes = new Uint8Array(days)
  const mark = (from: number, to: number, kind: number) => {
    for (let t = Math.max(0, from); t < Math.min(days, to); t++) if (classes[t] === 0) classes[t] = kind
  }
  const blocks = holidayBlocks(family.days)
  for (const { from, to } of blocks) mark(from, to, 2)
  for (const { from, to } of blocks) {
    const length = to - from
    const beside = length <= 3 ? 1 : Math.min(7, length)
    mark(to, to + (family.after ?? beside), 3)
    mark(from - (family.before ?? beside), from, 1)
  }
  return classes
}

/** Runs of holidays, days apart by one ordinary day joined. */
function holidayBlocks(days: readonly number[]): { from: number; to: number }[] {
  const blocks: { from: number; to: number }[] = []
  for (const day of days.toSorted((a, b) => a - b)) {
    if (!Number.isInteger(day)) throw new RangeError(`a holiday must be the index of a day, got ${day}`)
    const last = blocks.at(-1)
    if (last !== undefined && day <= last.to + 1) last.to = Math.max(last.to, day + 1)
    else blocks.push({ from: day, to: day + 1 })
  }
  return blocks
}
