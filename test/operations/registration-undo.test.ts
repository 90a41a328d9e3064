import { expect } from 'chai'
import { discardRegistrationImport } from '../../src/operations/undo-registration-import.js'
import { problemsOf } from '../support/refusal.js'
import { conflictOf, registrationDesk } from '../support/registration-desk.js'
import { bayu } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

describe('An import that is taken back', () => {
  let server: TestServer
  let desk: ReturnType<typeof registrationDesk>
  beforeEach(async () => {
    server = await startServer()
    desk = registrationDesk(server)
  })

  it('is superseded by a corrected file and restored by undoing it, cell by cell', async () => {
    await desk.take('2026-10-01;Metro;4;9\n2026-10-02;Metro;5;0\n')
    const before = await desk.known()
    desk.later()
    const second = await desk.take('2026-10-01;Metro;4;7\n2026-10-03;Metro;1;1\n')
    expect(second).to.include({ cellsStored: 3, cellsChanged: 1, totalBefore: 18, totalAfter: 18 })
    expect(second.report.changes).to.deep.equal([
      {
        districtCode: '18.72',
        streamId: 'employer',
        day: '2026-10-01',
        before: { state: 'reported', count: 9, spanDays: 1 },
        after: { state: 'reported', count: 7, spanDays: 1 },
      },
    ])
    expect(await desk.known()).to.include('2026-10-01 18.72 employer 7')
    desk.later()
    await desk.undo(second)
    expect(await desk.known()).to.deep.equal(before)
  })

  it('never holds the same file twice, but may after the first was undone', async () => {
    const rows = '2026-10-01;Metro;4;9\n'
    const waiting = await desk.receive(rows)
    expect((await desk.receive(rows)).id, 'the preview that waits').to.equal(waiting.id)
    await desk.commit(waiting)
    const problems = await problemsOf(() => desk.receive(rows))
    expect(problems).to.deep.equal({ file: { code: 'same-file-again', values: { file: 'sheet.csv' } } })
    await desk.undo(waiting)
    await desk.take(rows)
    expect(await desk.known()).to.have.length(2)
  })

  it('cannot lose an import that a later one was built on', async () => {
    const first = await desk.take('2026-10-01;Metro;4;9\n2026-10-02;Metro;5;0\n')
    const second = await desk.take('2026-10-02;Metro;6;0\n')
    expect(await conflictOf(() => desk.undo(first))).to.equal('not-the-latest-import')
    await desk.undo(second)
    await desk.undo(first)
    expect(await desk.known()).to.deep.equal([])
  })

  it('cannot lose an import that a later one replaced whole', async () => {
    const first = await desk.take('2026-10-01;Metro;4;9\n')
    const second = await desk.take('2026-10-01;Metro;5;8\n')
    expect(second.report.confirmed).to.deep.equal([])
    expect(await conflictOf(() => desk.undo(first))).to.equal('not-the-latest-import')
  })

  it('cannot lose an import whose values a later one delivered again', async () => {
    const first = await desk.take('2026-10-01;Metro;4;9\n')
    const second = await desk.take('2026-10-01;Metro;4;9\n2026-10-02;Metro;5;0\n')
    expect(second.cellsStored, 'equal cells are not stored again').to.equal(2)
    expect(await conflictOf(() => desk.undo(first))).to.equal('not-the-latest-import')
    await desk.undo(second)
    await desk.undo(first)
    expect(await desk.known()).to.deep.equal([])
  })

  it('is not changed by a discarded preview, by one committed twice, or by one that says nothing new', async () => {
    const dropped = await desk.receive(`2026-10-01;Metro;4;9\n`)
    await discardRegistrationImport(server.app, bayu, dropped.id)
    expect(await conflictOf(() => desk.commit(dropped))).to.equal('wrong-state')
    const taken = await desk.take('2026-10-01;Metro;4;9\n')
    expect(await conflictOf(() => desk.commit(taken))).to.equal('wrong-state')
    const same = await desk.receive(`01/10/2026;Kota Metro;4;9\n13/10/2026;Metro;;\n`)
    expect(same.report.streams.map(({ same: equal }) => equal)).to.deep.equal([1, 1])
    expect(await desk.known()).to.have.length(2)
  })
})
