/** What reading a sheet found and what keeping it would change: all that the preview shows. Kept with the import. */
import type { CumulativeSigns } from './cumulative.js'
import type { RegistrationImport } from './registration.js'
import type { LotSums } from './employer-lot.js'
import { storedBy, type CellChange, type Changes } from './registration-changes.js'
import type { Oddities, Oddity } from './registration-oddity.js'
import { refusedLines, type Refusal, type RefusalReason } from './registration-refusal.js'
import type { RowsRead } from './registration-rows.js'
import type { UnknownName } from './unknown-names.js'
import { columnOf, openQuestions, valueColumns, type Question, type Reading } from './registration-sheet.js'
import type { SheetProfile } from './sheet-profile.js'
import type { Day } from './time.js'
import type { DayStyle } from './written-day.js'

/** Where every row of the sheet went: taken, refused or explained; they add up to `read`. */
export interface RowSums {
  read: number
  taken: number
  refused: number
  repeated: number
  totals: number
  leftOut: number
  ahead: number
  headings: number
  notes: number
}

/** What a column shows of itself, for the person who says what it is. Found once, when the file arrives. */
export interface ColumnFindings {
  samples: string[]
  dayStyles: DayStyle[]
  thousands: string[]
  unsureDays: number
  unsureSample: string
  dashes: number
  /** Several days, all of one weekday: they may stand for weeks. */
  oneWeekday: boolean
}

export interface StreamTotals {
  streamId: string
  added: number
  changed: number
  same: number
  before: number
  after: number
  /** District-days reported of those expected, before and after. */
  reportedBefore: number
  reportedAfter: number
  expected: number
}

export interface ImportReport {
  columns: ColumnFindings[]
  questions: Question[]
  rows: RowSums
  refusals: Refusal[]
  refusalsBy: Partial<Record<RefusalReason, number>>
  unknownDistricts: UnknownName[]
  unknownStreams: UnknownName[]
  oddities: Oddity[]
  /** Further ones that are not told one by one. */
  odditiesMore: number
  cumulative: CumulativeSigns | null
  streams: StreamTotals[]
  /** Null for a sheet of counts. */
  lots: LotSums | null
  changes: CellChange[]
  firstDay: Day | null
  lastDay: Day | null
  /** Imports whose values this one delivers again. */
  confirmed: string[]
}

/** An import with how its file is read and what that found. */
export type ImportWithReport = RegistrationImport & { reading: Reading; report: ImportReport }

/** As many refusals as a person reads; beyond it they are counted by their reason. */
const mostRefusals = 500

export function columnFindings({ columns }: SheetProfile): ColumnFindings[] {
  return columns.map(
    ({ samples, dayStyles, thousands, unsureDays, unsureSample, dashes, weekdays, distinctDays }) => ({
      samples: samples.map(sample => sample.slice(0, 40)),
      dayStyles: [...dayStyles],
      thousands: [...thousands],
      unsureDays,
      unsureSample,
      dashes,
      oneWeekday: weekdays.size === 1 && distinctDays.size >= 3,
    }),
  )
}

/** What must be answered before this sheet can be read in this way. */
export function questionsOf(reading: Reading, columns: readonly ColumnFindings[]): Question[] {
  return openQuestions(reading, {
    unsureDays: (columns[columnOf(reading, 'day')]?.unsureDays ?? 0) > 0,
    oneWeekday: columns[columnOf(reading, 'day')]?.oneWeekday ?? false,
    dashes: valueColumns(reading).some(({ index }) => (columns[index]?.dashes ?? 0) > 0),
  })
}

/** A sheet that cannot be read yet: what was found, and what is to be answered. */
export function unreadReport(columns: ColumnFindings[], questions: Question[]): ImportReport {
  return {
    columns,
    questions,
    rows: {
      read: 0,
      taken: 0,
      refused: 0,
      repeated: 0,
      totals: 0,
      leftOut: 0,
      ahead: 0,
      headings: 0,
      notes: 0,
    },
    refusals: [],
    refusalsBy: {},
    unknownDistricts: [],
    unknownStreams: [],
    oddities: [],
    odditiesMore: 0,
    cumulative: null,
    streams: [],
    lots: null,
    changes: [],
    firstDay: null,
    lastDay: null,
    confirmed: [],
  }
}

export function rowSums({ rows }: RowsRead, refusals: readonly Refusal[], repeated: number): RowSums {
  const refused = refusedLines(refusals)
  const { read, ...explained } = rows
  const elsewhere = Object.values(explained).reduce((sum, count) => sum + count, 0)
  return { ...rows, refused, repeated, taken: read - refused - repeated - elsewhere }
}

const mostOddities = 200

export function shownOddities(oddities: Oddities): Pick<ImportReport, 'oddities' | 'odditiesMore'> {
  const all = oddities.list()
  return { oddities: all.slice(0, mostOddities), odditiesMore: Math.max(0, all.length - mostOddities) }
}

export function shownRefusals(refusals: readonly Refusal[]): Pick<ImportReport, 'refusals' | 'refusalsBy'> {
  const by: Partial<Record<RefusalReason, number>> = {}
  for (const { reason } of refusals) by[reason] = (by[reason] ?? 0) + 1
  return { refusals: refusals.toSorted((a, b) => a.line - b.line).slice(0, mostRefusals), refusalsBy: by }
}

/** What the import's row in the list says. */
export function importSums(report: ImportReport, changes: Changes) {
  const { stored, replaced } = storedBy(changes)
  const sum = (key: 'before' | 'after') => report.streams.reduce((total, stream) => total + stream[key], 0)
  return {
    rowsRead: report.rows.read,
    rowsRefused: report.rows.refused,
    cellsStored: stored,
    cellsChanged: replaced,
    totalBefore: sum('before'),
    totalAfter: sum('after'),
    firstDay: report.firstDay,
    lastDay: report.lastDay,
  }
}
