import { expect } from 'chai'
import { notePublishedFigure } from '../../src/operations/note-published-figure.js'
import { approveTargets, proposeTargets, submitTargets } from '../../src/operations/propose-targets.js'
import { seedRegistrations } from '../../src/operations/seed-registrations.js'
import { addDays, daysFrom, weekdayOf } from '../../src/domain/time.js'
import { randomStream } from '../../src/statistics/random.js'
import { people } from '../support/people.js'
import { bayu as planner } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const manager = { kind: 'user', ...people.hendra } as const
const districts = ['18.71', '18.72', '18.01', '18.02']

/** A daily feed from 2024 on; after the first file four fifths of a day come at once, the rest a day later. */
async function tellFeed({ app }: TestServer, until: string): Promise<void> {
  const random = randomStream(11)
  const drawn = daysFrom('2024-01-01', until).flatMap(day =>
    districts.map(districtCode => {
      const early = random.poisson(weekdayOf(day) === 6 ? 5 : 16)
      const count = early + random.poisson(weekdayOf(day) === 6 ? 1 : 4)
      return { districtCode, streamId: 'self', day, spanDays: 1, state: 'reported' as const, count, early }
    }),
  )
  const historyEnds = addDays(until, -60)
  const deliver = (at: string, cells: typeof drawn) =>
    seedRegistrations(app, planner, {
      name: at,
      at: `${at}T01:00:00.000Z`,
      cells: cells.map(({ early: _, ...cell }) => cell),
    })
  await deliver(
    addDays(historyEnds, 1),
    drawn.filter(({ day }) => day <= historyEnds),
  )
  for (const day of daysFrom(addDays(historyEnds, 1), until))
    await deliver(addDays(day, 1), [
      ...drawn.filter(cell => cell.day === day).map(cell => ({ ...cell, count: cell.early })),
      ...drawn.filter(cell => cell.day === addDays(day, -1) && cell.day > historyEnds),
    ])
}

async function giveTargets({ app }: TestServer, year: number, rows: string): Promise<void> {
  const bytes = Buffer.from(`kabupaten;bulan;BPU\n${rows}\n`)
  const proposed = await proposeTargets(app, planner, { year, reason: 'Rencana kerja', bytes })
  if (!('version' in proposed)) throw new Error(JSON.stringify(proposed))
  await submitTargets(app, planner, proposed.version.id)
  await approveTargets(app, manager, proposed.version.id)
}

describe('The pace board', function () {
  this.timeout(60_000)
  let office: TestServer
  let hendra: Visitor

  before(async () => {
    office = await startServer()
    hendra = await office.signedIn('hendra')
  })

  it('says that there is no target, and no forecast, before there is any', async () => {
    await hendra.open('/pace')
    expect(hendra.text).to.contain('Belum ada target yang berlaku untuk 2026.')
    expect(hendra.text).to.contain('Belum ada perkiraan untuk tahun ini')
  })

  it('of October 2011 doubts the figure that was printed: 39.088 is 46.906 × 10/12', async () => {
    const months = Array.from({ length: 12 }, (_, i) => i + 1)
    const rows = months.map(month => `Bandar Lampung;${month};${month > 2 ? 3909 : 3908}`)
    await giveTargets(office, 2011, rows.join('\n'))
    await notePublishedFigure(office.app, planner, {
      throughDay: '2011-10-31',
      amount: 39_088,
      scope: 'all',
      source: 'ANTARA, November 2011',
      note: '83,3 % dari target 46.906',
    })
    await hendra.open('/pace?year=2011&month=10')
    expect(hendra.text).to.contain('46.906')
    expect(hendra.text).to.contain(
      '39.088 sama sampai satuan terakhir dengan 46.906 × 10/12: mungkin target pro rata yang dicetak sebagai realisasi.',
    )
    expect(hendra.text).to.contain(
      'Sampai 31 Oktober 2011 tercatat 0 pendaftaran; target sampai hari itu 39.088',
    )
    await hendra.open('/pace?year=2011&month=9')
    expect(hendra.text, 'not printed yet').not.to.contain('mungkin target pro rata')
  })

  it('forecasts the year end with a range and a chance, and keeps incomplete days apart', async () => {
    await tellFeed(office, '2026-11-15')
    const rows = ['Bandar Lampung', 'Metro', 'Lampung Selatan', 'Lampung Tengah'].flatMap((name, index) =>
      [1, 12].map(month => `${name};${month};${index === 0 ? 2500 : 3500}`),
    )
    await giveTargets(office, 2026, rows.join('\n'))
    office.app.wake('forecast-pace')
    await office.runJobs()
    await hendra.open('/pace')
    const through = /Sampai (\d+ November 2026) tercatat/.exec(hendra.text)?.[1]
    expect(through, 'the last day of which four fifths are in is left out').to.equal('14 November 2026')
    expect(hendra.text).to.match(
      /Akhir tahun diperkirakan antara 2[4-9]\.\d{3} dan 2[4-9]\.\d{3}; peluang mencapai 26\.000/,
    )
    expect(hendra.text).to.match(/Masih akan bertambah.*15 Nov 2026.*8\d%\s*antara \d+ dan \d+/)
    expect(hendra.text).to.match(
      /Laju menurut wilayah 2026: .*Bandar Lampung.*(?:> 99%|tercapai|\d+%).*Jumlah/,
    )
    await hendra.open('/districts/18.71?stream=self')
    expect(hendra.text, 'nor is the district’s chart read as a fall').to.match(
      /15 Nov 2026 belum lengkap: tercatat \d+, biasanya \d+% sudah masuk\. Akhirnya diperkirakan antara \d+ dan \d+\./,
    )
    await hendra.open('/pace.csv')
    expect(hendra.bytes.toString()).to.contain('Wilayah;Laju;Realisasi').and.to.contain('Jumlah;')
  })

  it('shows a past day as it was known, whatever came since', async () => {
    await hendra.open('/pace?year=2026&asOf=2026-11-10')
    const before = hendra.find('main').innerHTML
    expect(hendra.text).to.contain('Sebagaimana diketahui pada 10 November 2026')
    const cell = { districtCode: '18.71', streamId: 'self', day: '2026-03-02', spanDays: 1, count: 999 }
    await seedRegistrations(office.app, planner, {
      name: 'koreksi',
      at: '2026-11-16T01:30:00.000Z',
      cells: [{ ...cell, state: 'reported' }],
    })
    office.app.wake('forecast-pace')
    await office.runJobs()
    await hendra.open('/pace?year=2026&asOf=2026-11-10')
    expect(hendra.find('main').innerHTML).to.equal(before)
    await hendra.open('/pace?year=2026&month=3')
    expect(hendra.text).to.contain('Sampai 31 Maret 2026')
  })

  it('is printed in English too, and does the same work twice only when something came', async () => {
    const indah = await office.signedIn('indah')
    await indah.open('/pace')
    expect(indah.text).to.contain('the chance of reaching 26,000')
    office.app.wake('forecast-pace')
    const runs = await office.app.store.jobs.runs(50)
    await office.runJobs()
    const more = (await office.app.store.jobs.runs(50)).filter(run => !runs.some(({ id }) => id === run.id))
    expect(more.filter(run => run.name === 'forecast-pace').map(run => run.detail)).to.deep.equal(
      more.filter(run => run.name === 'forecast-pace').map(() => ''),
    )
  })
})
