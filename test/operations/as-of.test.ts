import { expect } from 'chai'
import { seedRegistrations } from '../../src/operations/seed-registrations.js'
import { keyBy } from '../../src/domain/group.js'
import { addDays, addMinutes } from '../../src/domain/time.js'
import { system } from '../../src/domain/actor.js'
import { randomStream } from '../../src/statistics/random.js'
import { take } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

const places = ['18.72', '18.11', '18.08', '18.10']
const days = Array.from({ length: 40 }, (_, i) => addDays('2026-09-01', i))

describe('A report as of a past moment', function () {
  this.timeout(120_000)

  it('gives the same bytes after a thousand later edits, and another one now', async () => {
    const server = await startServer()
    const rows = days.flatMap((day, i) => [`${day};Metro;${i % 9};3`, `${day};Mesuji;${i % 5};1`])
    await take(server.app, `tanggal;kabupaten;BPU;PU\n${rows.join('\n')}\n`)
    const then = server.clock.now()
    const maruli = await server.signedIn('maruli')
    const reports = [
      `/registrations.csv?year=2026&stream=all&by=month&asOf=${then}`,
      `/registrations.csv?year=2026&stream=self&by=week&asOf=${then}&map=2012-10-24`,
      `/registrations/counts.csv?year=2026&stream=all&asOf=${then}`,
    ]
    const bytesOf = async (path: string) => (await maruli.open(path)).bytes
    const before: Buffer[] = []
    for (const path of reports) before.push(await bytesOf(path))
    const now = '/registrations.csv?year=2026&stream=all&by=month'
    const first = await bytesOf(now)
    expect(await edit(server, 1000)).to.be.at.least(1000)
    for (const [i, path] of reports.entries())
      expect((await bytesOf(path)).equals(before[i]!), path).to.equal(true)
    expect((await bytesOf(now)).equals(first)).to.equal(false)
  })
})

/** Changes cells, ten at a moment of their own, until so many were kept. */
async function edit({ app, clock }: TestServer, times: number): Promise<number> {
  const random = randomStream(20261122)
  const pick = <T>(all: readonly T[]) => all[Math.floor(random.uniform() * all.length)]!
  let kept = 0
  let at = clock.now()
  for (let serial = 0; kept < times; serial++) {
    at = addMinutes(at, 1)
    const cells = Array.from({ length: 10 }, (_, i) => {
      const place = { districtCode: pick(places), streamId: pick(['self', 'employer']), day: pick(days) }
      const state = random.uniform() < 0.1 ? ('not-applicable' as const) : ('reported' as const)
      return { ...place, spanDays: 1, state, count: state === 'reported' ? 100 + serial * 10 + i : null }
    })
    const once = keyBy(cells, cell => `${cell.districtCode} ${cell.streamId} ${cell.day}`)
    const id = await seedRegistrations(app, system('test'), {
      name: `edit ${serial}`,
      at,
      cells: [...once.values()],
    })
    kept += (await app.store.registrationImports.find(id))!.cellsStored
  }
  clock.set(addMinutes(at, 1))
  return kept
}
