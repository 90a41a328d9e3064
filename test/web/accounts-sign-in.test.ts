import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { password, people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { fileOf } from '../support/template.js'
import { readFileSync } from 'node:fs'

const t = words.id
const { bayu, ratna } = people

describe('Signing in', () => {
  let server: TestServer
  before(async () => {
    server = await startServer()
  })
  after(() => server.stop())

  const signIn = (email: string, secret: string) =>
    server
      .visitor()
      .open(paths.signIn)
      .then(visitor => visitor.submit(t.common.signIn, { email, password: secret }))

  it('leads on to the page that was asked for', async () => {
    const visitor = await server.visitor().open('/account?x=1')
    expect(visitor.path).to.equal('/sign-in?next=%2Faccount%3Fx%3D1')
    await visitor.submit(t.common.signIn, { email: bayu.email, password })
    expect(visitor.path).to.equal('/account?x=1')
    expect(visitor.text).to.include(t.accounts.welcome(bayu.name))
  })

  it('never leads to another site', async () => {
    for (const next of ['//elsewhere.test', 'https://elsewhere.test', '/\\elsewhere.test']) {
      const visitor = server.visitor()
      const body = new URLSearchParams({ email: bayu.email, password, next })
      const response = await visitor.send(paths.signIn, { method: 'POST', body })
      expect([response.status, response.headers.get('location')], next).to.deep.equal([303, '/'])
    }
  })

  it('takes the address in capitals too', async () => {
    const visitor = await signIn(bayu.email.toUpperCase(), password)
    expect((await visitor.open(paths.account)).path).to.equal(paths.account)
  })

  it('refuses a wrong password and an unknown address in the same words, and keeps what was typed', async () => {
    const wrong = await signIn(bayu.email, 'bukan kata sandinya')
    const unknown = await signIn('siapa@kantor.test', password)
    for (const visitor of [wrong, unknown]) {
      expect(visitor.status).to.equal(422)
      expect(visitor.text).to.include(t.problems['sign-in-failed']())
      expect(visitor.html).not.to.include('bukan kata sandinya')
      expect(visitor.cookies.get('gaung')).to.equal(undefined)
    }
    expect(wrong.find('#email').getAttribute('value')).to.equal(bayu.email)
  })

  it('says beside each field what is missing', async () => {
    const visitor = await signIn('bukan alamat', '')
    expect(visitor.status).to.equal(422)
    expect(visitor.find('#email-error').text).to.equal(t.problems['not-an-email']())
    expect(visitor.find('#password-error').text).to.equal(t.problems.required())
  })

  it('shows who is signed in the way home instead of the form', async () => {
    const visitor = await server.signedIn('bayu')
    const response = await visitor.send(paths.signIn)
    expect([response.status, response.headers.get('location')]).to.deep.equal([303, '/'])
  })

  it('begins a session under a new id, in a cookie scripts cannot read', async () => {
    const visitor = await server.signedIn('bayu')
    const before = visitor.cookies.get('gaung')!
    const response = await visitor.send(paths.signIn, {
      method: 'POST',
      body: new URLSearchParams({ email: ratna.email, password }),
    })
    const cookie = response.headers.getSetCookie().find(line => line.startsWith('gaung='))!
    expect(cookie)
      .to.match(/HttpOnly/)
      .and.match(/SameSite=Lax/)
      .and.match(/Path=\//)
    expect(visitor.cookies.get('gaung')).not.to.equal(before)
    visitor.cookies.set('gaung', before)
    expect((await visitor.open(paths.account)).path).to.match(/^\/sign-in/)
  })

  it('leaves nothing in the database that would open a session', async function () {
    const visitor = await server.signedIn('bayu')
    const [id] = decodeURIComponent(visitor.cookies.get('gaung')!).replace(/^s:/, '').split('.')
    const { store } = server.app
    expect(
      await store.sessions.find(createHash('sha256').update(id!).digest('hex'), server.clock.now()),
    ).to.be.a('string')
    expect(await store.sessions.find(id!, server.clock.now())).to.equal(undefined)
    const { databaseUrl } = server.app.config
    if (!databaseUrl.startsWith('sqlite:')) return
    for (const end of ['', '-wal'])
      expect(readFileSync(fileOf(databaseUrl) + end).includes(id!), end).to.equal(false)
  })

  it('ends when signing out, for a copied cookie too', async () => {
    const visitor = await server.signedIn('bayu')
    const copied = visitor.cookies.get('gaung')!
    await (await visitor.open(paths.account)).submit(t.common.signOut)
    expect(visitor.path).to.equal(paths.signIn)
    visitor.cookies.set('gaung', copied)
    expect((await visitor.open(paths.account)).path).to.match(/^\/sign-in/)
  })

  it('does not hold with an altered cookie', async () => {
    const visitor = await server.signedIn('ratna')
    const cookie = visitor.cookies.get('gaung')!
    visitor.cookies.set('gaung', cookie.slice(0, -3) + (cookie.endsWith('AAA') ? 'BBB' : 'AAA'))
    expect((await visitor.open(paths.users)).path).to.match(/^\/sign-in/)
  })

  it('ends by itself after a week', async () => {
    const own = await startServer()
    const visitor = await own.signedIn('bayu')
    own.clock.set('2026-11-23T01:59:00.000Z')
    expect((await visitor.open(paths.account)).path).to.equal(paths.account)
    own.clock.set('2026-11-23T02:01:00.000Z')
    expect((await visitor.open(paths.account)).path).to.match(/^\/sign-in/)
    await own.stop()
  })

  it('through a one-time link takes a press, so that a mail scanner that opens it changes nothing', async () => {
    const visitor = await server.signedIn('hendra')
    expect((await visitor.open(paths.account)).text).to.include('hendra@kantor.test')
  })
})

describe('Trying to sign in too often', () => {
  let server: TestServer
  before(async () => {
    server = await startServer({ env: { GAUNG_PROXIES: '1' } })
  })
  after(() => server.stop())

  const attempt = async (address: string, email: string) => {
    const visitor = server.visitor()
    visitor.address = address
    return visitor.post(paths.signIn, { email, password: 'salah lagi salah lagi' })
  }

  it('is answered with 429 and how long to wait, for this account from this place only', async () => {
    for (let i = 0; i < 10; i++) expect((await attempt('10.0.0.1', bayu.email)).status).to.equal(422)
    const refused = await attempt('10.0.0.1', bayu.email)
    expect(refused.status).to.equal(429)
    expect(refused.text).to.include(t.problems['too-many-attempts']({ minutes: 15 }))
    expect(refused.headers.get('retry-after')).to.equal('900')
    expect((await attempt('10.0.0.2', bayu.email)).status).to.equal(422)
    expect((await attempt('10.0.0.1', ratna.email)).status).to.equal(422)
  })

  it('holds for one place that tries many accounts', async () => {
    const statuses = []
    for (let i = 0; i < 101; i++) statuses.push((await attempt('10.0.0.3', `orang${i}@kantor.test`)).status)
    expect(statuses.slice(0, 100).every(status => status === 422)).to.equal(true)
    expect(statuses[100]).to.equal(429)
  })

  it('holds for links that are guessed', async () => {
    const visitor = server.visitor()
    visitor.address = '10.0.0.4'
    for (let i = 0; i < 60; i++)
      expect((await visitor.open(paths.invitation(`guess${i}`))).status).to.equal(404)
    expect((await visitor.open(paths.invitation('guess'))).status).to.equal(429)
  })

  it('holds for reset mails to one address', async () => {
    const visitor = server.visitor()
    visitor.address = '10.0.0.5'
    for (let i = 0; i < 5; i++) {
      expect((await visitor.post(paths.forgotten, { email: bayu.email })).path).to.equal(paths.signIn)
    }
    expect((await visitor.post(paths.forgotten, { email: bayu.email })).status).to.equal(429)
  })
})
