/** What hand-made sheets are read as: their columns, what is asked, what is refused, and the cells that come of it. */
import type { ImportWithReport } from '../../src/domain/import-report.js'
import type { ColumnRole, Question } from '../../src/domain/registration-sheet.js'

export interface ExpectedSheet {
  what: string
  roles: ColumnRole[]
  format?: Partial<ImportWithReport['reading']['format']>
  dayOrder?: 'day-month' | 'month-day'
  dataFrom?: number
  questions?: Question[]
  refusals?: string[]
  cells?: string[]
  /** Rows that are neither taken nor refused. */
  explained?: Partial<ImportWithReport['report']['rows']>
  encoding?: BufferEncoding
}

export const sheetsRead: Record<string, ExpectedSheet> = {
  '01-long-iso.csv': {
    what: 'a row per day, district and stream, with zero and nothing kept apart',
    roles: ['day', 'district', 'stream', 'count'],
    format: { separator: ',', encoding: 'utf-8' },
    cells: [
      '2026-10-01 18.71 employer 40',
      '2026-10-01 18.71 self 12',
      '2026-10-01 18.72 employer 7',
      '2026-10-01 18.72 self 0',
      '2026-10-02 18.71 employer 31',
      '2026-10-02 18.71 self 15',
      '2026-10-02 18.72 employer not-reported',
      '2026-10-02 18.72 self 3',
    ],
  },
  '02-titled-with-totals.csv': {
    what: 'titles above, a column and a row of totals, a source and a signature below',
    roles: ['ignored', 'day', 'district', 'count self', 'count employer', 'ignored'],
    format: { separator: ';' },
    dayOrder: 'day-month',
    dataFrom: 5,
    explained: { totals: 1, notes: 2 },
    cells: [
      '2026-10-30 18.01 employer 45',
      '2026-10-30 18.01 self 98',
      '2026-10-30 18.02 employer 310',
      '2026-10-30 18.02 self 1204',
      '2026-10-31 18.01 employer 33',
      '2026-10-31 18.01 self 101',
      '2026-10-31 18.02 employer 12',
      '2026-10-31 18.02 self 87',
    ],
  },
  '03-windows-tabs.csv': {
    what: 'tabs, Windows-1252, months in letters, districts written in three ways',
    roles: ['day', 'district', 'count self', 'ignored'],
    format: { separator: '\t', encoding: 'windows-1252' },
    cells: ['2011-10-28 18.05 self 4', '2011-10-31 18.12 self 9', '2011-11-01 18.08 self 11'],
    encoding: 'latin1',
  },
  '04-weekday-names.csv': {
    what: 'days with their weekday, one of which contradicts itself',
    roles: ['day', 'district', 'count self'],
    format: { separator: ';', encoding: 'utf-8-bom' },
    refusals: ['5 weekday-wrong'],
    cells: ['2011-10-28 18.10 self 5', '2011-10-31 18.10 self 8', '2011-11-01 18.10 self 6'],
  },
  '05-headings-in-two-rows.csv': {
    what: 'headings merged over two rows',
    roles: ['day', 'district', 'count self', 'count employer', 'ignored'],
    dataFrom: 4,
    cells: [
      '2026-10-05 18.09 employer 14',
      '2026-10-05 18.09 self 6',
      '2026-10-06 18.09 employer 0',
      '2026-10-06 18.09 self 9',
    ],
  },
  '06-totals-so-far.csv': {
    what: 'totals so far, once the order of its dates is known',
    roles: ['day', 'district', 'count self'],
    questions: ['day-order'],
  },
  '07-unsure-dates.csv': {
    what: 'dates that can be read both ways',
    roles: ['day', 'district', 'count self'],
    questions: ['day-order'],
  },
  '08-dashes.csv': {
    what: 'dashes, which may mean zero or nothing',
    roles: ['day', 'district', 'count self', 'count employer'],
    questions: ['dash'],
  },
  '11-many-mistakes.csv': {
    what: 'every mistake a row can hold, each with its line',
    roles: ['day', 'district', 'stream', 'count'],
    dayOrder: 'day-month',
    explained: { repeated: 1 },
    refusals: [
      '3 day-unreadable',
      '4 count-negative',
      '5 count-fraction',
      '6 district-unknown',
      '7 stream-unknown',
      '8 count-unreadable',
      '9 conflicting',
      '10 conflicting',
      '11 district-missing',
      '12 day-in-future',
      '13 count-impossible',
    ],
    cells: ['2026-10-13 18.72 self 12', '2026-10-22 18.72 self 8'],
  },
  '12-american-quoted.csv': {
    what: 'quoted cells with commas and line ends, months before days',
    roles: ['day', 'district', 'count self', 'ignored'],
    dayOrder: 'month-day',
    cells: ['2026-10-05 18.07 self 12', '2026-10-13 18.07 self 1204', '2026-10-14 18.07 self 987'],
  },
  '13-no-headings.csv': {
    what: 'no headings: the stream is asked for',
    roles: ['day', 'district', 'count'],
    dataFrom: 1,
    questions: ['stream-of-count'],
  },
  '14-old-line-ends.csv': {
    what: 'lines that end as they did on old machines, the separator named in front',
    roles: ['day', 'district', 'count self'],
    format: { separator: ';' },
    dataFrom: 3,
    cells: ['2026-10-01 18.03 self 3', '2026-10-02 18.03 self 4'],
  },
  '15-codes.csv': {
    what: 'codes of two registers for one district, and one nobody can place',
    roles: ['day', 'district', 'count self'],
    explained: { repeated: 1 },
    refusals: ['5 district-unknown'],
    cells: ['2026-10-01 18.02 self 5', '2026-10-01 18.71 self 9'],
  },
  '19-pages-and-subtotals.csv': {
    what: 'headings on every page and totals in between',
    roles: ['day', 'district', 'count self'],
    explained: { totals: 3, headings: 1 },
    cells: [
      '2026-10-13 18.11 self 2',
      '2026-10-13 18.72 self 3',
      '2026-10-14 18.11 self 1',
      '2026-10-14 18.72 self 4',
    ],
  },
  '20-unicode-text.txt': {
    what: 'what Excel calls Unicode text',
    roles: ['day', 'district', 'count self'],
    format: { separator: '\t', encoding: 'utf-16' },
    cells: ['2026-10-01 18.04 self 7', '2026-10-02 18.04 self 9'],
    encoding: 'utf16le',
  },
  '21-before-the-split.csv': {
    what: 'a district before it existed: zero is not applicable, a count is refused',
    roles: ['day', 'district', 'count self'],
    refusals: ['4 district-not-then'],
    cells: ['2012-09-30 18.04 self 14', '2012-09-30 18.13 self not-applicable', '2012-10-30 18.13 self 6'],
  },
  '22-several-counts.csv': {
    what: 'several counts without a name: a person chooses',
    roles: ['day', 'district', 'ignored', 'ignored', 'ignored'],
    questions: ['count-column'],
  },
}
