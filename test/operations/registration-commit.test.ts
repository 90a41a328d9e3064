import { expect } from 'chai'
import { commitRegistrationImport } from '../../src/operations/commit-registration-import.js'
import { problemsOf } from '../support/refusal.js'
import { conflictOf, registrationDesk } from '../support/registration-desk.js'
import { bayu, receiveSheet } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

describe('An import that is made to count', () => {
  let server: TestServer
  let desk: ReturnType<typeof registrationDesk>
  beforeEach(async () => {
    server = await startServer()
    desk = registrationDesk(server)
  })

  it('counts nothing before a preview is committed, and all of it after', async () => {
    const batch = await desk.receive(`2026-10-01;Metro;4;9\n`)
    expect(await desk.known()).to.deep.equal([])
    await desk.commit(batch)
    expect(await desk.known()).to.deep.equal(['2026-10-01 18.72 employer 9', '2026-10-01 18.72 self 4'])
  })

  it('is not taken away by an empty cell', async () => {
    await desk.take('2026-10-01;Metro;4;9\n')
    const batch = await desk.receive(`2026-10-01;Metro;;8\n`)
    expect(batch.report.oddities.map(({ kind, times }) => [kind, times])).to.deep.include(['kept', 1])
    await desk.commit(batch)
    expect(await desk.known()).to.deep.equal(['2026-10-01 18.72 employer 8', '2026-10-01 18.72 self 4'])
  })

  it('is shown again when it changed between preview and commit', async () => {
    const preview = await desk.receive(`2026-10-01;Metro;4;9\n2026-10-02;Metro;1;1\n`)
    await desk.take('2026-10-01;Metro;3;9\n')
    expect(await conflictOf(() => desk.commit(preview))).to.equal('changed-meanwhile')
    const shown = (await server.app.store.registrationImports.find(preview.id))!
    expect(shown).to.include({ cellsChanged: 1, committedAt: null })
    await desk.commit(shown)
    expect(await desk.known()).to.include('2026-10-01 18.72 self 4')
  })

  it('takes a sheet with faulty rows only when they may be left out', async () => {
    const batch = await desk.receive(`2026-10-01;Metro;4;9\n2026-10-02;Metro;-1;9\n`)
    expect(await problemsOf(() => desk.commit(batch))).to.deep.equal({
      leaveOut: { code: 'has-errors', values: { count: 1 } },
    })
    await commitRegistrationImport(server.app, bayu, batch.id, { leaveOutRefused: true })
    expect(await desk.known()).to.have.length(2)
  })

  it('counts no day twice when one report covers several', async () => {
    const feed = [
      '2026-10-01;Metro;100;',
      '2026-10-02;Metro;104;',
      '2026-10-05;Metro;116;',
      '2026-10-06;Metro;120;',
      '2026-10-07;Metro;125;',
      '2026-10-08;Metro;126;',
      '2026-10-09;Metro;131;',
    ]
    const totals = await receiveSheet(server.app, `tanggal;kabupaten;BPU;\n${feed.join('\n')}\n`)
    expect(totals.reading.measure).to.equal('cumulative')
    await desk.commit(totals)
    const inside = await desk.receive(`2026-10-04;Metro;3;\n2026-10-10;Metro;2;\n`)
    expect(inside.report.refusals.map(({ line, reason, detail }) => [line, reason, detail])).to.deep.equal([
      [2, 'inside-span', '2026-10-05'],
    ])
    const whole = await desk.receive(`2026-10-03;Metro;3;\n2026-10-04;Metro;3;\n2026-10-05;Metro;6;\n`)
    expect(whole.report.rows, 'the span itself is replaced').to.include({ refused: 0, taken: 3 })
  })

  it('leaves an audit event for every step', async () => {
    const batch = await desk.take('2026-10-01;Metro;4;9\n')
    await desk.undo(batch)
    const events = await server.app.store.audit.list(
      { subjectKind: 'registration-import', subjectId: batch.id },
      { limit: 10 },
    )
    expect(events.map(event => event.action)).to.deep.equal([
      'registrations-undone',
      'registrations-imported',
      'registrations-received',
    ])
  })
})
