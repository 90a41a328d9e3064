import { expect } from 'chai'
import fc from 'fast-check'
import { Conflict } from '../../src/domain/errors.js'
import type { ImportWithReport } from '../../src/domain/import-report.js'
import { addMinutes } from '../../src/domain/time.js'
import { commitRegistrationImport } from '../../src/operations/commit-registration-import.js'
import {
  discardRegistrationImport,
  undoRegistrationImport,
} from '../../src/operations/undo-registration-import.js'
import { problemsOf } from '../support/refusal.js'
import { bayu, receiveSheet } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

const heading = 'tanggal;kabupaten;BPU;PU\n'

async function refusalOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Conflict) return error.problem.code
    throw error
  }
  return 'nothing was refused'
}

describe('What is known of registrations', () => {
  let server: TestServer
  beforeEach(async () => {
    server = await startServer()
  })

  const commit = (batch: ImportWithReport) =>
    commitRegistrationImport(server.app, bayu, batch.id, { leaveOutRefused: false })
  const undo = (batch: { id: string }) => undoRegistrationImport(server.app, bayu, batch.id)
  const later = () => server.clock.set(addMinutes(server.clock.now(), 10))

  async function take(rows: string): Promise<ImportWithReport> {
    const batch = await receiveSheet(server.app, heading + rows)
    await commit(batch)
    return (await server.app.store.registrationImports.find(batch.id))!
  }

  async function known(asOf?: string): Promise<string[]> {
    const cells = await server.app.store.registrations.list(
      { from: '2000-01-01', to: '2030-12-31' },
      asOf ? { asOf } : {},
    )
    return cells
      .map(cell => `${cell.day} ${cell.districtCode} ${cell.streamId} ${cell.count ?? cell.state}`)
      .toSorted()
  }

  it('counts nothing before a preview is committed, and all of it after', async () => {
    const batch = await receiveSheet(server.app, `${heading}2026-10-01;Metro;4;9\n`)
    expect(await known()).to.deep.equal([])
    await commit(batch)
    expect(await known()).to.deep.equal(['2026-10-01 18.72 employer 9', '2026-10-01 18.72 self 4'])
  })

  it('is superseded by a corrected file and restored by undoing it, cell by cell', async () => {
    await take('2026-10-01;Metro;4;9\n2026-10-02;Metro;5;0\n')
    const before = await known()
    later()
    const second = await take('2026-10-01;Metro;4;7\n2026-10-03;Metro;1;1\n')
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
    expect(await known()).to.include('2026-10-01 18.72 employer 7')
    later()
    await undo(second)
    expect(await known()).to.deep.equal(before)
  })

  it('keeps every change at a moment of its own, even when the clock stands still', async () => {
    const first = await take('2026-10-01;Metro;4;9\n')
    const second = await take('2026-10-01;Metro;5;9\n')
    await undo(second)
    const third = await take('2026-10-01;Metro;6;9\n')
    const undone = (await server.app.store.registrationImports.find(second.id))!.undoneAt!
    const moments = [first.committedAt!, second.committedAt!, undone, third.committedAt!]
    expect(moments).to.deep.equal([...new Set(moments)].toSorted())
    const selves = await Promise.all(moments.map(async moment => (await known(moment))[1]!.at(-1)))
    expect(selves).to.deep.equal(['4', '5', '4', '6'])
  })

  it('is not taken away by an empty cell', async () => {
    await take('2026-10-01;Metro;4;9\n')
    const batch = await receiveSheet(server.app, `${heading}2026-10-01;Metro;;8\n`)
    expect(batch.report.oddities.map(({ kind, times }) => [kind, times])).to.deep.include(['kept', 1])
    await commit(batch)
    expect(await known()).to.deep.equal(['2026-10-01 18.72 employer 8', '2026-10-01 18.72 self 4'])
  })

  it('never holds the same file twice, but may after the first was undone', async () => {
    const rows = '2026-10-01;Metro;4;9\n'
    const waiting = await receiveSheet(server.app, heading + rows)
    expect((await receiveSheet(server.app, heading + rows)).id, 'the preview that waits').to.equal(waiting.id)
    await commit(waiting)
    const problems = await problemsOf(() => receiveSheet(server.app, heading + rows))
    expect(problems).to.deep.equal({ file: { code: 'same-file-again', values: { file: 'sheet.csv' } } })
    await undo(waiting)
    await take(rows)
    expect(await known()).to.have.length(2)
  })

  it('cannot lose an import that a later one was built on', async () => {
    const first = await take('2026-10-01;Metro;4;9\n2026-10-02;Metro;5;0\n')
    const second = await take('2026-10-02;Metro;6;0\n')
    expect(await refusalOf(() => undo(first))).to.equal('not-the-latest-import')
    await undo(second)
    await undo(first)
    expect(await known()).to.deep.equal([])
  })

  it('cannot lose an import that a later one replaced whole', async () => {
    const first = await take('2026-10-01;Metro;4;9\n')
    const second = await take('2026-10-01;Metro;5;8\n')
    expect(second.report.confirmed).to.deep.equal([])
    expect(await refusalOf(() => undo(first))).to.equal('not-the-latest-import')
  })

  it('adds up to the same in months as cell by cell, at the very moment of a change too', async () => {
    const first = await take('2026-10-01;Metro;4;9\n2026-10-02;Metro;5;0\n')
    const second = await take('2026-10-02;Metro;6;0\n')
    for (const asOf of [first.committedAt!, second.committedAt!]) {
      const buckets = await server.app.store.registrations.bucketTotals({
        starts: ['2026-10-01'],
        to: '2026-10-31',
        asOf,
      })
      const cells = await server.app.store.registrations.list(
        { from: '2026-10-01', to: '2026-10-31' },
        { asOf },
      )
      const sum = cells.reduce((total, cell) => total + cell.count!, 0)
      expect(
        buckets.reduce((total, bucket) => total + bucket.total, 0),
        asOf,
      ).to.equal(sum)
      expect(
        buckets.reduce((days, bucket) => days + bucket.reportedDays, 0),
        asOf,
      ).to.equal(cells.length)
    }
  })

  it('cannot lose an import whose values a later one delivered again', async () => {
    const first = await take('2026-10-01;Metro;4;9\n')
    const second = await take('2026-10-01;Metro;4;9\n2026-10-02;Metro;5;0\n')
    expect(second.cellsStored, 'equal cells are not stored again').to.equal(2)
    expect(await refusalOf(() => undo(first))).to.equal('not-the-latest-import')
    await undo(second)
    await undo(first)
    expect(await known()).to.deep.equal([])
  })

  it('is shown again when it changed between preview and commit', async () => {
    const preview = await receiveSheet(server.app, `${heading}2026-10-01;Metro;4;9\n2026-10-02;Metro;1;1\n`)
    await take('2026-10-01;Metro;3;9\n')
    expect(await refusalOf(() => commit(preview))).to.equal('changed-meanwhile')
    const shown = (await server.app.store.registrationImports.find(preview.id))!
    expect(shown).to.include({ cellsChanged: 1, committedAt: null })
    await commit(shown)
    expect(await known()).to.include('2026-10-01 18.72 self 4')
  })

  it('takes a sheet with faulty rows only when they may be left out', async () => {
    const batch = await receiveSheet(server.app, `${heading}2026-10-01;Metro;4;9\n2026-10-02;Metro;-1;9\n`)
    expect(await problemsOf(() => commit(batch))).to.deep.equal({
      leaveOut: { code: 'has-errors', values: { count: 1 } },
    })
    await commitRegistrationImport(server.app, bayu, batch.id, { leaveOutRefused: true })
    expect(await known()).to.have.length(2)
  })

  it('is not changed by a discarded preview, by one committed twice, or by one that says nothing new', async () => {
    const dropped = await receiveSheet(server.app, `${heading}2026-10-01;Metro;4;9\n`)
    await discardRegistrationImport(server.app, bayu, dropped.id)
    expect(await refusalOf(() => commit(dropped))).to.equal('wrong-state')
    const taken = await take('2026-10-01;Metro;4;9\n')
    expect(await refusalOf(() => commit(taken))).to.equal('wrong-state')
    const same = await receiveSheet(server.app, `${heading}01/10/2026;Kota Metro;4;9\n13/10/2026;Metro;;\n`)
    expect(same.report.streams.map(({ same: equal }) => equal)).to.deep.equal([1, 1])
    expect(await known()).to.have.length(2)
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
    await commit(totals)
    const inside = await receiveSheet(server.app, `${heading}2026-10-04;Metro;3;\n2026-10-10;Metro;2;\n`)
    expect(inside.report.refusals.map(({ line, reason, detail }) => [line, reason, detail])).to.deep.equal([
      [2, 'inside-span', '2026-10-05'],
    ])
    const whole = await receiveSheet(
      server.app,
      `${heading}2026-10-03;Metro;3;\n2026-10-04;Metro;3;\n2026-10-05;Metro;6;\n`,
    )
    expect(whole.report.rows, 'the span itself is replaced').to.include({ refused: 0, taken: 3 })
  })

  it('leaves an audit event for every step', async () => {
    const batch = await take('2026-10-01;Metro;4;9\n')
    await undo(batch)
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

  it('is the same as of a past moment whatever comes later, and after an undo what it was before', async () => {
    const cell = fc.record({
      day: fc.integer({ min: 1, max: 6 }),
      place: fc.constantFrom('Metro', 'Mesuji', 'Way Kanan'),
      self: fc.option(fc.nat(30)),
      employer: fc.option(fc.nat(30)),
    })
    const edit = fc.uniqueArray(cell, {
      minLength: 1,
      maxLength: 8,
      selector: ({ day, place }) => `${day} ${place}`,
    })
    const steps = fc.array(
      fc.oneof({ weight: 3, arbitrary: edit }, { weight: 1, arbitrary: fc.constant('undo' as const) }),
      { minLength: 3, maxLength: 12 },
    )
    let serial = 0
    await fc.assert(
      fc.asyncProperty(steps, async plan => {
        const shelf: { batch: ImportWithReport; before: string[] }[] = []
        const past: { moment: string; cells: string[] }[] = []
        for (const step of plan) {
          later()
          const before = await known()
          if (step === 'undo') {
            const last = shelf.pop()
            if (!last) continue
            await undo(last.batch)
            expect(await known(), 'after undoing').to.deep.equal(last.before)
          } else {
            const rows = step.map(
              ({ day, place, self, employer }) => `2026-10-0${day};${place};${self ?? ''};${employer ?? ''}`,
            )
            const batch = await receiveSheet(server.app, `impor ${serial++}\n${heading}${rows.join('\n')}\n`)
            if (batch.cellsStored === 0) continue
            await commit(batch)
            shelf.push({ batch, before })
          }
          past.push({ moment: (await server.app.store.registrations.lastKnownFrom())!, cells: await known() })
        }
        for (const { moment, cells } of past)
          expect(await known(moment), `as of ${moment}`).to.deep.equal(cells)
      }),
      { numRuns: 12 },
    )
  })
})
