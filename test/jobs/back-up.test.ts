import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { sql } from 'kysely'
import { changeAccount } from '../../src/operations/change-account.js'
import { addDays } from '../../src/domain/time.js'
import { people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { skipBecause } from '../support/skip.js'
import { onPostgres } from '../support/template.js'

describe('The nightly backup', () => {
  let server: TestServer
  let folder: string
  before(async function () {
    if (onPostgres) skipBecause(this, 'PostgreSQL brings its own backups')
    server = await startServer()
    folder = path.join(server.app.config.dataFolder, 'backups')
  })
  after(() => server?.stop())

  const night = (number: number) => {
    server.clock.set(`${addDays('2026-11-17', number)}T20:30:00.000Z`)
    return server.runJobs()
  }

  it('is a database of its own, whole and checked', async () => {
    await changeAccount(server.app, (await server.app.store.users.find(people.bayu.id))!, {
      name: 'B',
      language: 'id',
    })
    await night(0)
    expect(readdirSync(folder)).to.deep.equal(['gaung-2026-11-18.sqlite'])
    const copy = new Database(path.join(folder, 'gaung-2026-11-18.sqlite'), { readonly: true })
    expect(copy.prepare('select count(*) from users').pluck().get()).to.equal(6)
    copy.close()
    const [run] = (await server.app.store.jobs.runs(20)).filter(({ name }) => name === 'backup')
    expect(run!.detail).to.match(
      /^gaung-2026-11-18\.sqlite: \d+ bytes, 1 audit events checked, 0 old removed$/,
    )
  })

  it('is kept for fourteen nights; other files in the folder are nobody’s business', async () => {
    writeFileSync(path.join(folder, 'gaung-before-the-move.sqlite'), 'mine')
    for (let number = 1; number < 17; number++) await night(number)
    const kept = readdirSync(folder)
    expect(kept).to.have.length(15)
    expect(kept).to.include('gaung-before-the-move.sqlite')
    expect(kept[0]).to.equal('gaung-2026-11-21.sqlite')
    expect(kept.at(-2)).to.equal('gaung-2026-12-04.sqlite')
  })

  it('that is not whole does not count as one, and the job says why', async () => {
    await sql`update audit_events set action = 'nothing' where sequence = 1`.execute(server.connection.writer)
    await night(17)
    expect(existsSync(path.join(folder, 'gaung-2026-12-05.sqlite'))).to.equal(false)
    const job = (await server.app.store.jobs.list()).find(({ name }) => name === 'backup')
    expect(job!.lastError).to.include('the audit chain breaks at event 1')
  })
})
