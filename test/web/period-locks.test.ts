import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { csv, logRows } from '../support/log-file.js'
import { aWeekToAnswer, fileOf } from '../support/week.js'

const t = words.id
const log = t.stationLogs

describe('A locked period', () => {
  it('takes no more corrections, until somebody else unlocks it and says why', async () => {
    const { server, air, week, clerk } = await aWeekToAnswer()
    const [hendra, indah] = [await server.signedIn('hendra'), await server.signedIn('indah')]
    const locks = t.periodLocks
    await hendra.open('/period-locks')
    expect(hendra.text).to.include(locks.open('12'))
    await hendra.submit(locks.lock, { throughDay: '2026-11-23' })
    expect(hendra.status, 'not before the day is over').to.equal(422)
    await hendra.submit(locks.lock, { throughDay: '2026-11-22' })
    expect(hendra.text).to.include(locks.locked('22 November 2026'))
    await clerk.open(`${week}/log`)
    await clerk.submit(log.read, { file: fileOf(csv(logRows), 'log.csv') })
    expect(clerk.text).to.include(log.locked)
    await clerk.submit(log.commitNone)
    const answers = await server.app.store.confirmations.current(air.broadcasts.map(({ id }) => id))
    expect(answers.size).to.equal(0)
    const [lock] = await server.app.store.periodLocks.list(1)
    await hendra.post(`/period-locks/${lock!.id}/unlock`, { reason: 'Saya sendiri.' })
    expect(hendra.status).to.equal(403)
    await indah.open('/period-locks')
    await indah.follow(words.en.periodLocks.unlock)
    await indah.submit(words.en.periodLocks.unlock, { reason: 'Radio Gema salah ketik.' })
    expect(indah.text).to.include('Radio Gema salah ketik.')
    expect(await server.app.store.periodLocks.lockedThrough()).to.equal(null)
    const events = await server.app.store.audit.list({}, { limit: 10 })
    expect(events.map(({ action }) => action)).to.include.members(['period-locked', 'period-unlocked'])
    await server.stop()
  })
})
