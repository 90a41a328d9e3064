import { expect } from 'chai'
import fc from 'fast-check'
import type { ImportWithReport } from '../../src/domain/import-report.js'
import { heading, registrationDesk } from '../support/registration-desk.js'
import { receiveSheet } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

describe('What is known of registrations', () => {
  let server: TestServer
  let desk: ReturnType<typeof registrationDesk>
  beforeEach(async () => {
    server = await startServer()
    desk = registrationDesk(server)
  })

  it('keeps every change at a moment of its own, even when the clock stands still', async () => {
    const first = await desk.take('2026-10-01;Metro;4;9\n')
    const second = await desk.take('2026-10-01;Metro;5;9\n')
    await desk.undo(second)
    const third = await desk.take('2026-10-01;Metro;6;9\n')
    const undone = (await server.app.store.registrationImports.find(second.id))!.undoneAt!
    const moments = [first.committedAt!, second.committedAt!, undone, third.committedAt!]
    expect(moments).to.deep.equal([...new Set(moments)].toSorted())
    const selves = await Promise.all(moments.map(async moment => (await desk.known(moment))[1]!.at(-1)))
    expect(selves).to.deep.equal(['4', '5', '4', '6'])
  })

  it('adds up to the same in months as cell by cell, at the very moment of a change too', async () => {
    const first = await desk.take('2026-10-01;Metro;4;9\n2026-10-02;Metro;5;0\n')
    const second = await desk.take('2026-10-02;Metro;6;0\n')
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
          desk.later()
          const before = await desk.known()
          if (step === 'undo') {
            const last = shelf.pop()
            if (!last) continue
            await desk.undo(last.batch)
            expect(await desk.known(), 'after undoing').to.deep.equal(last.before)
          } else {
            const rows = step.map(
              ({ day, place, self, employer }) => `2026-10-0${day};${place};${self ?? ''};${employer ?? ''}`,
            )
            const batch = await receiveSheet(server.app, `impor ${serial++}\n${heading}${rows.join('\n')}\n`)
            if (batch.cellsStored === 0) continue
            await desk.commit(batch)
            shelf.push({ batch, before })
          }
          past.push({
            moment: (await server.app.store.registrations.lastKnownFrom())!,
            cells: await desk.known(),
          })
        }
        for (const { moment, cells } of past)
          expect(await desk.known(moment), `as of ${moment}`).to.deep.equal(cells)
      }),
      { numRuns: 12 },
    )
  })
})
