/** What one column of a sheet holds, counted cell by cell. */
import type { CellFacts } from './sheet-cells.js'
import { weekdayOf } from './time.js'
import { thousandsSign } from './written-count.js'
import type { DayStyle } from './written-day.js'

export interface ColumnProfile {
  heading: string
  filled: number
  days: number
  /** Days that can only be meant one way round, or both. */
  dayMonthOnly: number
  monthDayOnly: number
  unsureDays: number
  unsureSample: string
  dayStyles: Set<DayStyle>
  weekdays: Set<number>
  /** Up to a handful. */
  distinctDays: Set<string>
  counts: number
  dashes: number
  thousands: Set<string>
  districts: number
  streams: number
  persons: Set<string>
  firms: Set<string>
  /** A few different texts, for the person who says what the column is. */
  samples: string[]
}

export function emptyColumn(heading: string): ColumnProfile {
  return {
    heading,
    filled: 0,
    days: 0,
    dayMonthOnly: 0,
    monthDayOnly: 0,
    unsureDays: 0,
    unsureSample: '',
    dayStyles: new Set(),
    weekdays: new Set(),
    distinctDays: new Set(),
    counts: 0,
    dashes: 0,
    thousands: new Set(),
    districts: 0,
    streams: 0,
    persons: new Set(),
    firms: new Set(),
    samples: [],
  }
}

export function addTo(column: ColumnProfile, facts: CellFacts): void {
  const { day, text } = facts
  if (facts.empty) return
  column.filled++
  if (column.samples.length < 3 && !column.samples.includes(text)) column.samples.push(text)
  if (facts.count) column.counts++
  if (facts.count && text.length > 3) noteThousands(column, text)
  if (facts.dash) column.dashes++
  if (facts.district) column.districts++
  if (facts.stream) column.streams++
  if (facts.person && !facts.firm && column.persons.size < 10) column.persons.add(text)
  if (facts.firm && column.firms.size < 10) column.firms.add(text)
  if (!day) return
  column.days++
  column.dayStyles.add(day.style)
  const likely = day.dayMonth ?? day.monthDay
  if (likely && !facts.span) column.weekdays.add(weekdayOf(likely))
  if (likely && column.distinctDays.size < 5) column.distinctDays.add(likely)
  if (facts.unsureDay) {
    column.unsureDays++
    column.unsureSample ||= text
  } else if (day.monthDay === null) column.dayMonthOnly++
  else if (day.dayMonth === null) column.monthDayOnly++
}

function noteThousands(column: ColumnProfile, text: string): void {
  const sign = thousandsSign(text)
  if (sign) column.thousands.add(sign)
}
