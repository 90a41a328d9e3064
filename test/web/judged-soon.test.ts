import { expect } from 'chai'
import { addMinutes } from '../../src/domain/time.js'
import type { Verdict } from '../../src/domain/verdict.js'
import { words } from '../../src/language/words.js'
import { putOnAir, weekAddress } from '../support/on-air.js'
import { startServer, type TestServer } from '../support/server.js'

const t = words.id.partner
const monday = '2026-11-23T01:00:00.000Z'

describe('What an outlet answers', () => {
  let server: TestServer
  beforeEach(async () => {
    server = await startServer()
    server.clock.set(monday)
  })
  afterEach(() => server.stop())

  async function reasons(): Promise<string[]> {
    const verdicts = await server.app.store.analyses.current('verdict')
    return verdicts.map(({ result }) => (JSON.parse(result!) as Verdict).reasons[0]!.code)
  }

  it('reaches the verdict ten minutes later, not the next night', async () => {
    const { broadcasts } = await putOnAir(server.app)
    const week = await weekAddress(server.app)
    await server.runJobs()
    expect([...new Set(await reasons())]).to.deep.equal(['nothing-ran'])
    const clerk = server.visitor()
    await clerk.open(week)
    await clerk.submit(t.allRan(String(broadcasts.length)))
    server.clock.set(addMinutes(monday, 9))
    await server.runJobs()
    expect(await reasons()).not.to.include('window-not-over')
    server.clock.set(addMinutes(monday, 10))
    await server.runJobs()
    expect(await reasons()).to.include('window-not-over')
  })
})
