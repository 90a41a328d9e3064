import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { commitStationLog } from '../../src/operations/commit-station-log.js'
import { lockPeriod } from '../../src/operations/lock-period.js'
import { needBrowser, openTab, openTabAs } from '../support/browser.js'
import { putOnAir, weekAddress } from '../support/on-air.js'
import { actorOf } from '../support/orders.js'
import { outlets } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'

/** Copied off the plan, with one other material, one lost time and one gift. */
const lines = [
  ...[16, 17, 18, 19, 20, 21, 22].map(day => `${day}/11/2026;06.00;Jaminan hari tua;30`),
  ...[16, 17, 18].map(day => `${day}/11/2026;07.00;Jaminan hari tua;30`),
  '19/11/2026;;Jaminan hari tua;30',
  '20/11/2026;12.10;Jaminan hari tua;30',
]
const log = `Log siar Radio Gema\nTanggal;Jam;Materi;Durasi\n${lines.join('\n')}\nJumlah;12\n`

describe('The pages of station logs', () => {
  let server: TestServer
  let week: string
  before(async function () {
    needBrowser(this)
    server = await startServer()
    await putOnAir(server.app)
    week = await weekAddress(server.app)
    server.clock.set('2026-11-23T01:00:00.000Z')
  })
  after(() => server?.stop())

  it('lead an outlet from its file to its answers, and staff to what they make of it', async () => {
    const clerk = await openTab(server)
    await clerk.open(`${week}/log`)
    await clerk.look('log-upload')
    await clerk.write({ [`${words.id.stationLogs.text} (${words.id.common.optional})`]: log })
    await clerk.press(words.id.stationLogs.read)
    await clerk.look('log-preview')
    expect(await clerk.shows(words.id.stationLogs.partnerDoubt)).to.equal(true)
    const id = new URL(clerk.page.url()).pathname.split('/').at(-1)!
    const sari = await openTabAs(server, 'sari')
    await sari.open(`/outlets/${outlets.gema.id}/logs`)
    await sari.look('logs')
    await sari.open(`/station-logs/${id}`)
    await sari.look('log-waiting')
    await commitStationLog(server.app, actorOf('sari'), id)
    const hendra = await openTabAs(server, 'hendra')
    await hendra.open(`/station-logs/${id}`)
    await hendra.look('log-kept')
    await hendra.follow(words.id.stationLogs.overrule)
    await hendra.look('log-overrule')
    await lockPeriod(server.app, actorOf('indah'), '2026-11-15')
    await hendra.open('/period-locks')
    await hendra.look('period-locks')
  })
})
