import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { routes } from '../../src/web/routes.js'
import { dump } from '../support/dump.js'
import { password, people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { addressOf } from '../support/walk.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id
const forPartners = (path: string) => path.startsWith('/p/') || path.startsWith('/o/')

describe('A request from another site', () => {
  let server: TestServer
  let ratna: Visitor
  before(async () => {
    server = await startServer()
    ratna = await server.signedIn('ratna')
  })
  after(() => server.stop())

  const send = (path: string, headers: Record<string, string>) =>
    ratna.send(path, { method: 'POST', body: new URLSearchParams({ a: 'b' }), headers })

  it('is refused by every form of the staff, and changes nothing', async () => {
    const posts = routes.filter(route => route.method === 'post' && !forPartners(route.path))
    const before = await dump(server.connection)
    for (const route of posts) {
      const response = await send(addressOf(route), {
        'Sec-Fetch-Site': 'cross-site',
        Origin: 'https://elsewhere.test',
      })
      expect(response.status, route.path).to.equal(403)
      expect(await response.text(), route.path).to.include(t.problems['cross-site']())
    }
    expect(await dump(server.connection)).to.deep.equal(before)
  })

  it('is known by either header, and by the lack of both', async () => {
    const { host } = new URL(server.url)
    const refused: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'same-site', Origin: server.url },
      { 'Sec-Fetch-Site': '', Origin: 'https://elsewhere.test' },
      { 'Sec-Fetch-Site': '', Origin: 'null' },
      { 'Sec-Fetch-Site': '', Origin: `http://${host}.elsewhere.test` },
      { 'Sec-Fetch-Site': '', Origin: '' },
    ]
    for (const headers of refused) {
      expect((await send(paths.account, headers)).status, JSON.stringify(headers)).to.equal(403)
    }
    expect((await send(paths.account, { 'Sec-Fetch-Site': '', Origin: server.url })).status).to.equal(422)
    expect((await send(paths.account, { 'Sec-Fetch-Site': 'same-origin', Origin: '' })).status).to.equal(422)
  })

  it('with a file is refused before the file is read', async () => {
    const body = new FormData()
    body.append('file', new File([Buffer.alloc(100_000)], 'besar.csv'))
    const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.test' }
    const response = await ratna.send(paths.account, { method: 'POST', body, headers })
    expect(response.status).to.equal(403)
  })

  it('cannot ride on the cookie: it is sent along from here only', async () => {
    const body = new URLSearchParams({ email: people.bayu.email, password })
    const response = await server.visitor().send(paths.signIn, { method: 'POST', body })
    expect(response.headers.getSetCookie().join()).to.match(/SameSite=Lax/)
  })
})

describe('Every answer', () => {
  let server: TestServer
  let ratna: Visitor
  before(async () => {
    server = await startServer()
    ratna = await server.signedIn('ratna')
  })
  after(() => server.stop())

  const asked = async () => {
    const gets = routes.filter(route => route.method === 'get').map(route => addressOf(route))
    return Promise.all([...gets, '/nowhere', '/%ZZ'].map(path => ratna.send(path)))
  }

  it('lets a page run and show only what comes from here', async () => {
    for (const { headers, url } of await asked()) {
      const policy = Object.fromEntries(
        headers
          .get('content-security-policy')!
          .split(';')
          .map(part => part.trim().split(/ (.*)/) as [string, string]),
      )
      expect(policy, url).to.include({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
        'base-uri': "'none'",
      })
      expect(JSON.stringify(policy), url).not.to.match(/unsafe|\*|https?:/)
    }
  })

  it('is neither framed, sniffed, cached nor told to other sites', async () => {
    for (const { headers, url } of await asked()) {
      expect(headers.get('x-frame-options'), url).to.equal('DENY')
      expect(headers.get('x-content-type-options'), url).to.equal('nosniff')
      expect(headers.get('referrer-policy'), url).to.equal('same-origin')
      expect(headers.get('cache-control'), url).to.equal('no-store')
      expect(headers.get('x-powered-by'), url).to.equal(null)
    }
  })

  it('has a number of its own, by which the log finds it', async () => {
    const numbers = (await asked()).map(({ headers }) => headers.get('x-request-id'))
    expect(new Set(numbers).size).to.equal(numbers.length)
  })

  it('is a page in the words of the reader when something is not there', async () => {
    await ratna.open('/nowhere')
    expect([ratna.status, ratna.find('h1').text]).to.deep.equal([404, t.errors.notFound.title])
  })

  it('keeps styles and scripts for good, under an address that changes with them', async () => {
    await ratna.open(paths.account)
    const files = [
      ...ratna.all('link[rel=stylesheet]').map(link => link.getAttribute('href')!),
      ...ratna.all('script').map(script => script.getAttribute('src')!),
    ]
    expect(files).to.have.length.greaterThan(1)
    for (const file of files) {
      const response = await ratna.send(file)
      expect(response.status, file).to.equal(200)
      expect(response.headers.get('cache-control'), file).to.include('immutable')
    }
  })
})

describe('A request that makes no sense', () => {
  let server: TestServer
  let bayu: Visitor
  before(async () => {
    server = await startServer()
    bayu = await server.signedIn('bayu')
  })
  after(() => server.stop())

  const post = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
    bayu.send(paths.account, { method: 'POST', body, headers })
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

  it('is refused as the visitor’s mistake, never as ours', async () => {
    const answers = [
      await bayu.send('/%ZZ'),
      await bayu.send('/account?a[b]=c&a=d&a=e'),
      await bayu.send('/users/%00/invitation', { method: 'POST', body: new URLSearchParams() }),
      await post('%', form),
      await post('name[a]=b&name=c&__proto__=d&constructor=e', form),
      await post('name=a&name=b&language=id', form),
      await post('{"name":', { 'Content-Type': 'application/json' }),
      await post('--x\r\nnonsense', { 'Content-Type': 'multipart/form-data; boundary=x' }),
      await post('a', { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-99' }),
      await post('name=a', { ...form, 'Content-Encoding': 'gzip' }),
    ]
    for (const { status, url } of answers) expect(status, url).to.be.greaterThan(199).and.lessThan(500)
  })

  it('is refused when it is far too long', async () => {
    expect((await post(`name=${'a'.repeat(400_000)}`, form)).status).to.equal(413)
    expect((await post(Array.from({ length: 6000 }, (_, i) => `a${i}=`).join('&'), form)).status).to.equal(
      413,
    )
  })

  it('never breaks out of the text it is shown in', async () => {
    const nasty = `"><script>alert(1)</script><img src=x onerror='a'>&amp;`
    await bayu.open(paths.account)
    await bayu.submit(t.common.save, { name: nasty })
    await bayu.open(paths.account)
    expect(bayu.find('#name').getAttribute('value')).to.equal(nasty)
    expect(bayu.html).not.to.include('<script>alert')
  })

  it('is refused by methods no route has', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'] as const) {
      const response = await fetch(server.url + paths.account, {
        method,
        headers: { Origin: server.url },
        redirect: 'manual',
      })
      expect(response.status, method).to.equal(404)
    }
  })
})
