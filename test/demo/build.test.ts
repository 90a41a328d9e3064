import { expect } from 'chai'
import { season } from '../../db/seeds/demo/season.js'
import { dayOf } from '../../src/domain/time.js'
import type { Demo } from '../../src/demo.js'
import { verifyAudit } from '../../src/db/verify-audit.js'
import { words } from '../../src/language/words.js'
import { dump } from '../support/dump.js'
import { newFolder } from '../support/folders.js'
import { demoConfig, openDemo, theDemo } from './season.js'

describe('The demo season', function () {
  this.timeout(300_000)

  it('is the same to the last byte wherever it is told, and never goes back in time when opened again', async () => {
    const first = await theDemo()
    const config = demoConfig(newFolder('demo'), 'another secret of 32 characters or more')
    const second = await openDemo(config)
    const [mine, yours] = [first.asTold, await dump(second.connection)]
    expect(Object.keys(mine)).to.include('registration_counts')
    for (const table of Object.keys(mine)) expect(yours[table], table).to.deep.equal(mine[table])
    expect(second.app.clock.today()).to.equal(season.today)

    const later = '2011-11-17T03:00:00.000Z'
    await happen(second, later)
    await second.stop()
    const again = await openDemo(config)
    expect(again.app.clock.now() > later).to.equal(true)
    expect(again.entrances).to.have.length(5)
    await again.stop()
  })

  it('leaves a trail whose every event is named in both languages and whose chain holds', async () => {
    const { store } = (await theDemo()).app
    const actions = await store.audit.actions()
    for (const { system } of [words.id, words.en])
      expect(actions.filter(action => !(action in system.auditActions))).to.deep.equal([])
    expect(await verifyAudit(store.audit)).to.include({ ok: true })
  })

  it('has everything done at a time of day at which it would be done, and nothing after today', async () => {
    const { store, clock } = (await theDemo()).app
    const events = await store.audit.after(0, 100_000)
    expect(events.length).to.be.above(500)
    expect(events.every(({ at }, i) => i === 0 || events[i - 1]!.at <= at)).to.equal(true)
    expect(dayOf(events[0]!.at, clock.zone)).to.equal(season.officeSetUp)
    expect(dayOf(events.at(-1)!.at, clock.zone)).to.equal(season.today)
  })

  it('lets nobody approve what they wrote', async () => {
    const { store } = (await theDemo()).app
    for (const campaign of await store.campaigns.list())
      expect(campaign.authors).not.to.include(campaign.approvedBy)
    for (const order of await store.mediaOrders.list())
      for (const version of order.versions) expect(version.authors).not.to.include(version.approvedBy)
  })
})

async function happen({ app }: Demo, at: string): Promise<void> {
  const system = { actorKind: 'system', actorId: 'test', actorName: 'test' } as const
  const event = { action: 'job-requested', subjectKind: 'job', subjectId: 'tidy', before: null, after: null }
  await app.store.write(store => store.audit.append({ at, ...system, ...event }))
}
