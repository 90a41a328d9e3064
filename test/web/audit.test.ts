import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { parse } from 'csv-parse/sync'
import { auditHash } from '../../src/db/audit.js'
import type { AuditEvent, Facts } from '../../src/domain/audit.js'
import { addMinutes } from '../../src/domain/time.js'
import { words } from '../../src/language/words.js'
import { changeAccount } from '../../src/operations/change-account.js'
import { deactivateUser } from '../../src/operations/deactivate-user.js'
import { record } from '../../src/operations/record.js'
import { paths, withQuery } from '../../src/views/paths.js'
import { people, storyBegins } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { textOf, type Visitor } from '../support/visitor.js'

const t = words.id.system
const ratnaActs = { kind: 'user', ...people.ratna } as const

describe('The audit page', () => {
  let server: TestServer
  let maruli: Visitor
  before(async () => {
    server = await startServer()
    maruli = await server.signedIn('maruli')
    const user = (await server.app.store.users.find(people.bayu.id))!
    await changeAccount(server.app, user, { name: '=Bayu <b>', language: 'en' })
    server.clock.set(addMinutes(storyBegins, 24 * 60))
    await deactivateUser(server.app, ratnaActs, people.sari.id)
  })
  after(() => server.stop())

  const rows = () => maruli.all('tbody tr').map(textOf)

  it('shows who did what, when, and how it was before', async () => {
    await maruli.open(paths.audit)
    const [latest, earlier] = rows()
    expect(latest)
      .to.include('17 November 2026')
      .and.include('Ratna Dewi')
      .and.include(t.auditActions['user-deactivated'])
    expect(earlier).to.include('Bayu Saputra').and.include(t.auditActions['account-changed'])
    expect(maruli.all('del').map(textOf)).to.deep.equal(['id', 'Bayu Saputra'])
    expect(maruli.all('ins').map(textOf)).to.deep.equal(['en', '=Bayu <b>'])
  })

  it('filters by person, action, kind, thing and day, and keeps the filter in the address', async () => {
    const found = async (query: Record<string, string>) => {
      await maruli.open(withQuery(paths.audit, query))
      return rows().length
    }
    expect(await found({ actor: people.ratna.id })).to.equal(1)
    expect(await found({ action: 'account-changed' })).to.equal(1)
    expect(await found({ kind: 'user' })).to.equal(2)
    expect(await found({ kind: 'order' })).to.equal(0)
    expect(await found({ subject: people.sari.id })).to.equal(1)
    expect(await found({ from: '2026-11-17' })).to.equal(1)
    expect(await found({ to: '2026-11-16' })).to.equal(1)
    expect(await found({ from: '2026-11-16', to: '2026-11-17' })).to.equal(2)
    expect(await found({ actor: people.ratna.id, action: 'account-changed' })).to.equal(0)
    expect(maruli.text).to.include(t.auditEmpty)
    const chosen = maruli.all('option[selected]').map(option => option.getAttribute('value'))
    expect(chosen).to.include.members([people.ratna.id, 'account-changed'])
  })

  it('counts a day from midnight to midnight of the office, not of Greenwich', async () => {
    const { app, clock } = server
    clock.set('2026-11-19T17:30:00.000Z')
    await app.store.write(store =>
      record(app, store, ratnaActs, { action: 'midnight', subject: ['user', 'night'] }),
    )
    await maruli.open(withQuery(paths.audit, { subject: 'night', from: '2026-11-20', to: '2026-11-20' }))
    expect(rows()).to.have.length(1)
    await maruli.open(withQuery(paths.audit, { subject: 'night', to: '2026-11-19' }))
    expect(rows()).to.have.length(0)
  })

  it('says what is wrong with a day, keeps what was typed, and lists nothing', async () => {
    await maruli.open(withQuery(paths.audit, { from: '31/11/2026', action: 'account-changed' }))
    expect(maruli.status).to.equal(422)
    expect(maruli.text).to.include(words.id.problems['not-a-day']())
    expect(maruli.find('#from').getAttribute('value')).to.equal('31/11/2026')
    expect(rows()).to.have.length(0)
    expect((await maruli.open('/audit.csv?from=31/11/2026')).status).to.equal(422)
  })

  it('turns pages by the number of the event, so that new ones push none out', async () => {
    const { app } = server
    for (let i = 0; i < 120; i++) {
      const change = { action: 'counted', subject: ['user', 'many'] as const, after: { number: i } }
      await app.store.write(store => record(app, store, ratnaActs, change))
    }
    const seen: string[] = []
    await maruli.open(withQuery(paths.audit, { subject: 'many' }))
    for (;;) {
      seen.push(...maruli.all('.before-after dd').map(textOf))
      if (seen.length === 50) {
        await app.store.write(store =>
          record(app, store, ratnaActs, { action: 'late', subject: ['user', 'many'] }),
        )
      }
      if (!maruli.all('.pager a[rel=next]').length) break
      await maruli.follow(words.id.common.older)
    }
    expect(seen).to.deep.equal(Array.from({ length: 120 }, (_, i) => String(119 - i)))
    await maruli.follow(t.auditNewest)
    expect(maruli.all('tbody tr')).to.have.length(50)
  })

  it('gives exactly the filtered list as a file whose chain can be checked', async () => {
    await maruli.open(withQuery(paths.audit, { kind: 'user', subject: people.bayu.id }))
    await maruli.follow('CSV')
    expect(maruli.headers.get('content-disposition')).to.match(/^attachment; filename="gaung-audit-.*\.csv"$/)
    const read = (text: string) => parse(text, { columns: true, bom: true }) as Record<string, string>[]
    const [event, ...more] = read(maruli.bytes.toString())
    expect(more).to.deep.equal([])
    expect(event).to.include({ action: 'account-changed', subjectId: people.bayu.id })
    const facts = (text: string) => (text ? (JSON.parse(text) as Facts) : null)
    const whole = {
      ...event,
      sequence: Number(event!['sequence']),
      before: facts(event!['before']!),
      after: facts(event!['after']!),
    }
    expect(auditHash(whole as unknown as AuditEvent)).to.equal(event!['hash'])
    await maruli.open('/audit.csv')
    const all = read(maruli.bytes.toString())
    expect(all.length).to.equal((await server.app.store.audit.head()).sequence)
    expect(maruli.bytes.toString().match(/\uFEFF/g)).to.have.length(1)
  })

  it('is not for planners and managers', async () => {
    for (const person of ['bayu', 'hendra'] as const) {
      expect((await (await server.signedIn(person)).open(paths.audit)).status).to.equal(403)
    }
  })
})

function textsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.ts'),
  )
  return files.map(file => readFileSync(path.join(folder, file), 'utf8'))
}

describe('What is recorded', () => {
  it('has a name in both languages, whatever was done and to whatever', () => {
    const sources = ['src/operations', 'db/seeds'].flatMap(textsIn)
    const named = (pattern: RegExp) =>
      new Set(sources.flatMap(text => [...text.matchAll(pattern)].map(match => match[1]!)))
    const actions = named(/action: '([a-z-]+)'/g)
    const subjects = named(/subject: \['([a-z-]+)'/g)
    expect(actions.size).to.be.greaterThan(30)
    for (const { system } of [words.id, words.en]) {
      expect([...actions].filter(action => !(action in system.auditActions))).to.deep.equal([])
      expect([...subjects].filter(subject => !(subject in system.auditSubjects))).to.deep.equal([])
    }
  })
})
