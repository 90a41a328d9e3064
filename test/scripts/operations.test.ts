import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { configTable } from '../../scripts/config-table.js'
import { changeAccount } from '../../src/operations/change-account.js'
import { newFolder } from '../support/folders.js'
import { people } from '../support/people.js'
import { runScript } from '../support/run.js'
import { startServer, type TestServer } from '../support/server.js'
import { fileOf, onPostgres } from '../support/template.js'
import { skipBecause } from '../support/skip.js'

describe('The commands of operations', function () {
  this.timeout(60_000)
  let server: TestServer
  let settings: Record<string, string>
  let database: string
  let backup: string

  const rename = async (name: string) => {
    const { app } = server
    const user = (await app.store.users.find(people.bayu.id))!
    await changeAccount(app, user, { name, language: 'id' })
  }
  const nameIn = (file: string) => {
    const handle = new Database(file, { readonly: true })
    const name: unknown = handle.prepare('select name from users where id = ?').pluck().get(people.bayu.id)
    handle.close()
    return name
  }
  const run = (name: string, ...words: string[]) => runScript(name, words, settings)

  before(async function () {
    if (onPostgres) skipBecause(this, 'PostgreSQL brings its own backups')
    server = await startServer()
    const { databaseUrl, dataFolder } = server.app.config
    settings = { DATABASE_URL: databaseUrl, GAUNG_DATA: dataFolder }
    database = fileOf(databaseUrl)
    backup = path.join(newFolder('backup'), 'gaung.sqlite')
    await rename('Bayu Satu')
  })

  it('back up while the server runs, and say what was checked', async () => {
    const { code, output } = await run('backup', backup)
    expect(output).to.include('1 audit events in an unbroken chain')
    expect(code).to.equal(0)
    expect(nameIn(backup)).to.equal('Bayu Satu')
    expect(readdirSync(path.dirname(backup))).to.deep.equal(['gaung.sqlite'])
  })

  it('back up into the data folder under the date, when no file is named', async () => {
    const { code } = await run('backup')
    expect(code).to.equal(0)
    const [name] = readdirSync(path.join(server.app.config.dataFolder, 'backups'))
    expect(name).to.match(/^gaung-\d{4}-\d\d-\d\dT\d{6}\.sqlite$/)
  })

  it('never overwrite a backup', async () => {
    const { code, output } = await run('backup', backup)
    expect([code, output]).to.deep.equal([1, `gaung: ${backup} is there already\n`])
  })

  it('do not restore under a running server', async () => {
    await rename('Bayu Dua')
    const { code, output } = await run('restore', backup)
    expect(output).to.include('stop it first')
    expect([code, nameIn(database)]).to.deep.equal([1, 'Bayu Dua'])
  })

  it('run one job now', async () => {
    const { code, output } = await run('job', 'tidy')
    expect([code, output]).to.deep.equal([0, '0 expired sessions removed\n'])
    const refused = await run('job', 'nonsense')
    expect(refused.code).to.equal(1)
    expect(refused.output).to.include('tidy')
  })

  it('verify the audit chain', async () => {
    const { code, output } = await run('verify-audit')
    expect([code, output]).to.deep.equal([0, '2 audit events in an unbroken chain\n'])
  })

  it('restore a backup once the server has stopped, and keep what it replaces', async () => {
    await server.stop()
    const { code, output } = await run('restore', backup)
    expect(output).to.include('1 audit events')
    expect([code, nameIn(database)]).to.deep.equal([0, 'Bayu Satu'])
    const kept = /is kept: (.*)/.exec(output)![1]!
    expect(nameIn(kept)).to.equal('Bayu Dua')
    expect(existsSync(`${database}-wal`)).to.equal(false)
  })

  it('name the event at which an altered chain breaks', async () => {
    const handle = new Database(database)
    handle.exec(`update audit_events set action = 'nothing-happened' where sequence = 1`)
    handle.close()
    const { code, output } = await run('verify-audit')
    expect([code, output]).to.deep.equal([
      1,
      'gaung: the audit chain breaks at event 1: it is not as it was written\n',
    ])
  })

  it('make no backup of an altered chain, and restore no file that is none', async () => {
    const target = path.join(newFolder('backup'), 'altered.sqlite')
    const { code, output } = await run('backup', target)
    expect(output).to.include('the audit chain breaks at event 1')
    expect([code, existsSync(target)]).to.deep.equal([1, false])
    const nonsense = path.join(newFolder('backup'), 'nonsense.sqlite')
    writeFileSync(nonsense, 'this is no database')
    expect((await run('restore', nonsense)).output).to.include('file is not a database')
    expect((await run('restore', '/nowhere/gaung.sqlite')).output).to.include('there is no file')
    expect(nameIn(database)).to.equal('Bayu Satu')
  })

  it('find a backup with a damaged page', async () => {
    const bytes = readFileSync(backup)
    const at = bytes.lastIndexOf('Bayu Satu')
    bytes.fill(0xff, at - 40, at + 400)
    const damaged = path.join(newFolder('backup'), 'damaged.sqlite')
    writeFileSync(damaged, bytes)
    const { code, output } = await run('restore', damaged)
    expect([code, output.includes('cannot be used')], output).to.deep.equal([1, true])
  })

  it('say what to use instead on PostgreSQL', async () => {
    settings['DATABASE_URL'] = 'postgres://nobody@127.0.0.1:1/none'
    expect((await run('backup')).output).to.include('pg_dump')
    expect((await run('restore', backup)).output).to.include('pg_restore')
  })

  it('name the settings that are wrong', async () => {
    settings['PORT'] = 'many'
    expect((await run('verify-audit')).output).to.match(/these settings are wrong\n {2}PORT: /)
  })
})

describe('The README', () => {
  it('has the table of settings that the program reads', () => {
    const [, table] = /<!-- settings -->\n([\s\S]*?)\n<!-- \/settings -->/.exec(
      readFileSync('README.md', 'utf8'),
    )!
    expect(table).to.equal(configTable())
  })
})
