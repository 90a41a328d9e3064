import { expect } from 'chai'
import { cellsOf, readAs, receiveSheet, sheet } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

describe('A sheet that is asked about', () => {
  let server: TestServer
  before(async () => {
    server = await startServer()
  })

  const answer = (file: string, change: Parameters<typeof readAs>[2]) => async () =>
    readAs(server.app, await receiveSheet(server.app, sheet(file), file), change)

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
