/** How a sheet of registrations is read: found out from the file, shown, and changed by a person where it is wrong. */
import type { TableFormat } from './table.js'
import type { WideLayout } from './wide-sheet.js'
import type { DayOrder } from './written-day.js'

/**
 * What a column is: `count` takes its stream from the stream column, `count self` is a count of that stream.
 * Written as one text, because that is what a form sends and JSON keeps. A sheet with a firm lists employer lots.
 */
export type ColumnRole = 'ignored' | 'day' | 'district' | 'stream' | 'firm' | 'count' | `count ${string}`

/** A feed of totals so far is differenced; one of weeks covers the seven days that end on its day. */
export const measures = ['daily', 'weekly', 'cumulative'] as const
export type Measure = (typeof measures)[number]

/** Lots stand inside the counts that are reported anyhow, or are themselves the count of their day. */
export const lotMeanings = ['inside', 'alone'] as const
export type LotMeaning = (typeof lotMeanings)[number]

export interface Reading {
  format: TableFormat
  /** How a sheet with districts or days across lies; null for a row per day and district. */
  wide: WideLayout | null
  /** Lines above the first row of data that are no data: titles and headings. */
  dataFrom: number
  headings: string[]
  roles: ColumnRole[]
  /** Null while nobody has said; asked only where a column leaves it open. */
  dayOrder: DayOrder | null
  /** What a dash stands for: spreadsheets print zero as a dash, people mean "no report" by it. */
  dash: 'zero' | 'not-reported' | null
  measure: Measure
  /** True once a person has said which of the two it is. */
  measureChosen: boolean
  /** What a list of lots is; null while nobody has said, and for every other sheet. */
  lots: LotMeaning | null
  /** Written stream → id of a stream, or `left-out`. */
  streamNames: Record<string, string>
  /** Written names of districts whose rows are left out of this import, by their alias key. */
  leftOut: string[]
}

export const leftOut = 'left-out'

export function columnOf(reading: Reading, role: 'day' | 'district' | 'stream' | 'firm'): number {
  return reading.roles.indexOf(role)
}

export function listsLots({ roles }: Pick<Reading, 'roles'>): boolean {
  return roles.includes('firm')
}

export interface ValueColumn {
  index: number
  /** Null where the stream stands in a column of its own. */
  streamId: string | null
}

export function valueColumns({ roles }: Reading): ValueColumn[] {
  return roles.flatMap((role, index): ValueColumn[] => {
    if (role === 'count') return [{ index, streamId: null }]
    return role.startsWith('count ') ? [{ index, streamId: role.slice('count '.length) }] : []
  })
}

export const questions = [
  'day-column',
  'district-column',
  'count-column',
  'stream-of-count',
  'one-count-per-stream',
  'day-order',
  'dash',
  'week-or-day',
  'lots',
] as const
/** What has to be answered before rows can be read; nothing of it is guessed. */
export type Question = (typeof questions)[number]

export function openQuestions(
  reading: Reading,
  found: { unsureDays: boolean; dashes: boolean; oneWeekday: boolean },
): Question[] {
  const values = valueColumns(reading)
  const streams = values.map(value => value.streamId)
  const hasStreamColumn = columnOf(reading, 'stream') !== -1
  const open: Record<Question, boolean> = {
    'day-column': columnOf(reading, 'day') === -1,
    'district-column': columnOf(reading, 'district') === -1,
    'count-column': values.length === 0,
    'stream-of-count': streams.includes(null) && !hasStreamColumn,
    'one-count-per-stream':
      new Set(streams).size < streams.length || (streams.includes(null) && streams.length > 1),
    'day-order': found.unsureDays && reading.dayOrder === null,
    dash: found.dashes && reading.dash === null,
    'week-or-day': found.oneWeekday && !reading.measureChosen && !listsLots(reading),
    lots: listsLots(reading) && !reading.lots,
  }
  return questions.filter(question => open[question])
}
