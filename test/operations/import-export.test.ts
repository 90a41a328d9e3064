import { expect } from 'chai'
import { changeImportReading } from '../../src/operations/change-import-reading.js'
import { seedRegistrations } from '../../src/operations/seed-registrations.js'
import type { RegistrationCell } from '../../src/domain/registration.js'
import { daysFrom } from '../../src/domain/time.js'
import { randomStream } from '../../src/statistics/random.js'
import { bayu, cellsOf, receiveSheet } from '../support/registration-sheets.js'
import { startServer } from '../support/server.js'

const runs = 6

/** Counts, zeros and gaps of two streams, and a district that is reported by the week. */
function drawCells(year: number): RegistrationCell[] {
  const random = randomStream(year)
  const days = daysFrom(`${year}-03-01`, `${year}-03-28`)
  const daily = days.flatMap(day =>
    ['18.71', '18.02', '18.13'].flatMap(districtCode =>
      ['self', 'employer'].flatMap((streamId): RegistrationCell[] => {
        const place = { districtCode, streamId, day, spanDays: 1 }
        if (random.uniform() < 0.1) return []
        if (random.uniform() < 0.1) return [{ ...place, state: 'not-reported', count: null }]
        return [{ ...place, state: 'reported', count: random.poisson(streamId === 'self' ? 3 : 1200) }]
      }),
    ),
  )
  const weekly = days
    .filter((_, index) => index % 7 === 6)
    .map((day): RegistrationCell => {
      const place = { districtCode: '18.72', streamId: 'self', day, spanDays: 7 }
      return { ...place, state: 'reported', count: random.poisson(20) }
    })
  return [...daily, ...weekly]
}

const written = ({ day, districtCode, streamId, state, count, spanDays }: RegistrationCell) =>
  `${day} ${districtCode} ${streamId} ${state === 'reported' ? `${count}${spanDays > 1 ? `/${spanDays}` : ''}` : state}`

describe('Counts that are downloaded and imported again', function () {
  this.timeout(60_000)

  it('are the same, whatever they were', async () => {
    const [from, into] = [await startServer(), await startServer()]
    const reader = await from.signedIn('bayu')
    for (let run = 0; run < runs; run++) {
      const year = 2020 + run
      const cells = drawCells(year)
      const at = `2026-11-1${run}T01:00:00.000Z`
      await seedRegistrations(from.app, bayu, { name: String(year), at, cells })
      await reader.open(`/registrations/counts.csv?stream=all&year=${year}`)
      const batch = await receiveSheet(into.app, reader.bytes, `${year}.csv`)
      const { roles, dayOrder, dash } = batch.reading
      await changeImportReading(into.app, bayu, batch.id, { roles, dayOrder, dash, measure: 'daily' })
      const again = (await into.app.store.registrationImports.find(batch.id))!
      expect(again.report.rows).to.include({ read: cells.length, taken: cells.length, refused: 0 })
      expect(await cellsOf(into.app, again), String(year)).to.deep.equal(cells.map(written).toSorted())
    }
  })
})
