import { expect } from 'chai'
import { changeImportReading } from '../../src/operations/change-import-reading.js'
import { problemsOf } from '../support/refusal.js'
import { bayu, cellsOf, receiveSheet, refusalsOf, sheet } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

describe('A wide sheet of registrations', () => {
  let server: TestServer
  before(async () => {
    server = await startServer()
  })

  const receive = (file: string) => receiveSheet(server.app, sheet(file), file)

  /** The preview once the stream of its counts was chosen, as the page asks for it. */
  async function ofSelf(file: string, more: object = {}) {
    const batch = await receive(file)
    const roles = batch.reading.roles.map(role => (role === 'count' ? ('count self' as const) : role))
    const { dayOrder, dash } = batch.reading
    await changeImportReading(server.app, bayu, batch.id, { roles, dayOrder, dash, measure: null, ...more })
    return (await server.app.store.registrationImports.find(batch.id))!
  }

  it('with districts across keeps zero and nothing apart, and leaves its sums out', async () => {
    expect((await receive('24-districts-across.csv')).report.questions).to.deep.equal(['stream-of-count'])
    const batch = await ofSelf('24-districts-across.csv')
    expect(batch.reading.wide?.across).to.equal('districts')
    expect(await cellsOf(server.app, batch)).to.deep.equal([
      '2026-10-01 18.09 self 0',
      '2026-10-01 18.11 self not-reported',
      '2026-10-01 18.71 self 12',
      '2026-10-01 18.72 self 4',
      '2026-10-31 18.09 self 1',
      '2026-10-31 18.11 self 2',
      '2026-10-31 18.71 self 15',
      '2026-10-31 18.72 self 6',
    ])
    expect(batch.report.rows).to.include({ read: 9, taken: 8, totals: 1, refused: 0 })
  })

  it('with the days of a month across finds the month in the title, and says which cell is wrong', async () => {
    const batch = await ofSelf('25-days-of-a-month-across.csv')
    expect(batch.reading.wide?.across).to.equal('days')
    const cells = await cellsOf(server.app, batch)
    expect(cells.filter(cell => cell.includes(' 18.08 '))).to.deep.equal([
      '2026-10-01 18.08 self 1',
      '2026-10-02 18.08 self 1',
      '2026-10-03 18.08 self 0',
      '2026-10-04 18.08 self 0',
      '2026-10-05 18.08 self not-reported',
      '2026-10-06 18.08 self 5',
    ])
    expect(refusalsOf(batch)).to.deep.equal([
      '4 count-negative',
      ...Array.from({ length: 6 }, () => '6 district-unknown'),
    ])
    expect(batch.report.refusals[0]).to.include({ column: '2026-10-03', text: '-1' })
    const { read, ...parts } = batch.report.rows
    expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).to.equal(read)
    expect(parts).to.include({ taken: 11, refused: 7, totals: 1, notes: 1 })
  })

  it('with a district above each of its streams needs no question', async () => {
    const batch = await receive('26-districts-and-streams-across.csv')
    expect(batch.report.questions).to.deep.equal([])
    expect(await cellsOf(server.app, batch)).to.deep.equal([
      '2026-10-01 18.10 employer 4',
      '2026-10-01 18.10 self 3',
      '2026-10-01 18.72 employer 2',
      '2026-10-01 18.72 self 1',
      '2026-10-02 18.10 employer 8',
      '2026-10-02 18.10 self 7',
      '2026-10-02 18.72 employer not-reported',
      '2026-10-02 18.72 self 5',
    ])
  })

  it('with dates across reads the streams down, and asks nothing where one date tells the order', async () => {
    const batch = await receive('30-dates-across-streams-down.csv')
    expect(batch.report.questions).to.deep.equal([])
    expect((await cellsOf(server.app, batch)).filter(cell => cell.includes('18.06 self'))).to.deep.equal([
      '2026-10-01 18.06 self 3',
      '2026-10-15 18.06 self 5',
      '2026-10-31 18.06 self 4',
    ])
    expect(refusalsOf(batch)).to.deep.equal([
      '3 district-missing',
      '3 district-missing',
      '3 district-missing',
    ])
  })

  it('is refused for names beside its counts, before anything of it is kept', async () => {
    const before = (await server.app.store.registrationImports.list(1000)).length
    const problems = await problemsOf(() => receive('29-wide-with-clerks.csv'))
    expect(problems).to.deep.equal({
      file: { code: 'looks-like-names', values: { column: '1' } },
    })
    expect(await server.app.store.registrationImports.list(1000)).to.have.length(before)
  })

  it('as a workbook is read like its text', async () => {
    const rows = [['2026-10-01', 4, 0, null] as const, ['2026-10-02', 5, 1, 2] as const].map(
      ([day, ...counts]) => [{ day }, ...counts],
    )
    const headings = ['Tanggal', 'Metro', 'Mesuji', 'Pesawaran']
    const bytes = server.app.tables.xlsx([{ name: 'Oktober', headings, rows }])
    const batch = await receiveSheet(server.app, bytes, 'oktober.xlsx')
    expect(batch.reading.wide?.across).to.equal('districts')
    expect(batch.report.questions).to.deep.equal(['stream-of-count'])
    expect(batch.reading.roles).to.deep.equal(['day', 'district', 'count'])
  })
})

describe('Weekly counts', () => {
  let server: TestServer
  before(async () => {
    server = await startServer()
  })

  it('are kept for their days together, however the week is written', async () => {
    const batch = await receiveSheet(server.app, sheet('27-weeks-as-spans.csv'), 'minggu.csv')
    expect(await cellsOf(server.app, batch)).to.deep.equal([
      '2026-10-11 18.72 self 30/7',
      '2026-10-18 18.72 self 28/7',
      '2026-10-25 18.72 self 31/7',
    ])
    expect(refusalsOf(batch)).to.deep.equal(['5 count-unreadable'])
  })

  it('under one date each are asked about, never guessed', async () => {
    const batch = await receiveSheet(server.app, sheet('28-week-ending.csv'), 'minggu-berakhir.csv')
    expect(batch.report.questions).to.deep.equal(['week-or-day'])
    const { roles, dayOrder, dash } = batch.reading
    const answer = async (measure: 'daily' | 'weekly') => {
      await changeImportReading(server.app, bayu, batch.id, { roles, dayOrder, dash, measure })
      return cellsOf(server.app, (await server.app.store.registrationImports.find(batch.id))!)
    }
    expect(await answer('weekly')).to.include('2026-10-18 18.72 self 28/7')
    expect(await answer('daily')).to.include('2026-10-18 18.72 self 28')
  })
})
