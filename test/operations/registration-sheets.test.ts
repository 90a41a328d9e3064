import { expect } from 'chai'
import type { ImportWithReport } from '../../src/domain/import-report.js'
import type { ColumnRole, Question } from '../../src/domain/registration-sheet.js'
import { changeImportReading } from '../../src/operations/change-import-reading.js'
import { problemsOf } from '../support/refusal.js'
import {
  bayu,
  cellsOf,
  linesOfData,
  receiveSheet,
  refusalsOf,
  sheet,
} from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

interface Expected {
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

const read: Record<string, Expected> = {
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

const refused: Record<string, [what: string, code: string, values: object]> = {
  '09-national-ids.csv': ['a column of national IDs', 'looks-like-national-ids', { column: 'nik', line: 2 }],
  '10-names.csv': ['a column of names', 'looks-like-names', { column: 'nama' }],
  '16-shortened-ids.csv': [
    'national IDs as Excel shortens them',
    'looks-like-national-ids',
    { column: 'nomor', line: 2 },
  ],
  '17-firms.csv': ['a column of firms', 'looks-like-firms', { column: 'pemberi kerja' }],
  '18-lost-quote.csv': ['a quote that is never closed', 'quote-unclosed', { line: 3 }],
  '23-firm-lots-with-id.csv': [
    'a national ID in a title',
    'looks-like-national-ids',
    { column: '1', line: 1 },
  ],
}

describe('A sheet of registrations', () => {
  let server: TestServer
  before(async () => {
    server = await startServer()
  })

  for (const [file, expected] of Object.entries(read)) {
    it(`is read with ${expected.what}`, async () => {
      const batch = await receiveSheet(server.app, sheet(file), file)
      const { reading, report } = batch
      expect(reading.roles).to.deep.equal(expected.roles)
      expect(reading.format).to.include(expected.format ?? {})
      expect(report.questions).to.deep.equal(expected.questions ?? [])
      if (expected.dayOrder) expect(reading.dayOrder).to.equal(expected.dayOrder)
      if (expected.dataFrom) expect(reading.dataFrom).to.equal(expected.dataFrom)
      if (expected.questions) return
      expect(refusalsOf(batch)).to.deep.equal(expected.refusals ?? [])
      expect(report.rows).to.include({ refused: expected.refusals?.length ?? 0, ...expected.explained })
      expect(await cellsOf(server.app, batch)).to.deep.equal(expected.cells)
    })
  }

  for (const [file, { encoding = 'utf8', questions }] of Object.entries(read)) {
    if (questions || file === '12-american-quoted.csv') continue
    it(`accounts for every row of ${file}`, async () => {
      const { reading, report } = await receiveSheet(server.app, sheet(file), file)
      const { read: all, ...parts } = report.rows
      expect(all).to.equal(linesOfData(sheet(file), encoding, reading.dataFrom))
      expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).to.equal(all)
    })
  }

  for (const [file, [what, code, values]] of Object.entries(refused)) {
    it(`is refused for ${what}, before anything of it is kept`, async () => {
      const { app } = server
      const before = (await app.store.registrationImports.list(1000)).length
      const problems = await problemsOf(() => receiveSheet(app, sheet(file), file))
      expect(problems).to.deep.equal({ file: { code, values } })
      expect(await app.store.registrationImports.list(1000)).to.have.length(before)
      const { createHash } = await import('node:crypto')
      const kept = app.files.read(createHash('sha256').update(sheet(file)).digest('hex'))
      expect(await kept.catch(() => 'nothing kept')).to.equal('nothing kept')
    })
  }

  const answer = (file: string, change: Partial<Parameters<typeof changeImportReading>[3]>) => async () => {
    const batch = await receiveSheet(server.app, sheet(file), file)
    const { roles, dayOrder, dash } = batch.reading
    await changeImportReading(server.app, bayu, batch.id, { roles, dayOrder, dash, measure: null, ...change })
    return (await server.app.store.registrationImports.find(batch.id))!
  }

  it('with unsure dates is read as the person says', async () => {
    const batch = await answer('07-unsure-dates.csv', { dayOrder: 'month-day' })()
    expect(await cellsOf(server.app, batch)).to.deep.equal([
      '2026-03-10 18.72 self 4',
      '2026-04-10 18.72 self 6',
      '2026-05-10 18.72 self 5',
    ])
  })

  it('with dashes is read as the person says, and "nihil" is zero whatever they say', async () => {
    const zero = await answer('08-dashes.csv', { dash: 'zero' })()
    expect(await cellsOf(server.app, zero)).to.include.members([
      '2026-10-01 18.06 employer 0',
      '2026-10-02 18.06 self 0',
      '2026-10-03 18.06 self 0',
    ])
    const nothing = await answer('08-dashes.csv', { dash: 'not-reported' })()
    expect(await cellsOf(server.app, nothing)).to.include.members([
      '2026-10-01 18.06 employer not-reported',
      '2026-10-02 18.06 self not-reported',
      '2026-10-03 18.06 self 0',
      '2026-10-03 18.06 employer not-reported',
    ])
  })

  it('with totals so far is differenced, and what was odd is told', async () => {
    const batch = await answer('06-totals-so-far.csv', { dayOrder: 'day-month' })()
    expect(batch.reading.measure).to.equal('cumulative')
    const metro = (await cellsOf(server.app, batch)).filter(cell => cell.includes(' 18.72 '))
    expect(metro.map(cell => cell.split(' ').at(-1))).to.deep.equal([
      'not-reported',
      '5',
      '3',
      '0',
      '9/2',
      '9',
      'not-reported',
      '1',
      '6',
    ])
    const told = batch.report.oddities.map(({ kind, day, districtCodes, times }) => [
      kind,
      day,
      districtCodes,
      times,
    ])
    expect(told).to.deep.include.members([
      ['fell', '2026-10-08', ['18.72'], 1],
      ['gap', '2026-10-06', ['18.11', '18.72'], 2],
      ['delivered-again', '2026-10-09', ['18.11'], 1],
      ['first-day', '2026-10-01', ['18.11', '18.72'], 2],
    ])
  })

  it('with totals so far is taken as counts when the person says so', async () => {
    const batch = await answer('06-totals-so-far.csv', { dayOrder: 'day-month', measure: 'daily' })()
    expect(batch.reading.measure).to.equal('daily')
    expect(await cellsOf(server.app, batch)).to.include('2026-10-01 18.72 self 1200')
  })

  it('without headings is read once its count has a stream', async () => {
    const batch = await answer('13-no-headings.csv', { roles: ['day', 'district', 'count employer'] })()
    expect(await cellsOf(server.app, batch)).to.deep.equal([
      '2026-10-01 18.03 employer 17',
      '2026-10-02 18.03 employer 21',
    ])
  })

  it('is asked again when two columns are to be one stream', async () => {
    const batch = await answer('22-several-counts.csv', {
      roles: ['day', 'district', 'count self', 'count self', 'ignored'],
    })()
    expect(batch.report.questions).to.deep.equal(['one-count-per-stream'])
  })
})
