import { Validator } from '@seriousme/openapi-schema-validator'
import { expect } from 'chai'
import { dump } from '../support/dump.js'
import { startServer, type TestServer } from '../support/server.js'
import { callApi, malformedBodies, newKey } from '../support/api.js'
import { apiRoutes } from '../../src/web/api/router.js'

const counts = [
  { day: '2026-11-02', district: '18.71', stream: 'self', count: 12 },
  { day: '2026-11-02', district: 'Kab. Lamteng', stream: 'BPU', count: 0 },
  { day: '2026-11-03', district: 'Metro', stream: 'self', count: null },
  { day: '2026-11-08', district: 'Mesuji', stream: 'PU', count: 30, spanDays: 7 },
]

describe('The interface for programs', function () {
  this.timeout(60_000)
  let server: TestServer
  let write: string
  let read: string
  before(async () => {
    server = await startServer({ env: { GAUNG_PROXIES: '1' } })
    write = await newKey(server, ['registrations:write'])
    read = await newKey(server, ['results:read'])
  })

  it('is described by a valid OpenAPI 3.1 document that names every route and no other', async () => {
    const { status, body } = await callApi(server, '/openapi.json')
    expect(status).to.equal(200)
    const described = body as { paths: Record<string, Record<string, unknown>> }
    const checked = await new Validator().validate(structuredClone(described))
    expect(checked.errors ?? []).to.deep.equal([])
    expect(checked.valid).to.equal(true)
    const named = Object.entries(described.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(method => `${method} ${path}`),
    )
    expect(named.toSorted()).to.deep.equal(apiRoutes.map(route => `${route.method} ${route.path}`).toSorted())
    for (const { method, path, scope } of apiRoutes) {
      const own = scope === 'results:read' ? read : write
      const answered = await callApi(server, path, {
        method,
        key: own,
        ...(method === 'post' ? { json: {} } : {}),
      })
      expect(answered.status, path).to.be.oneOf([200, 422])
    }
    expect((await callApi(server, '/nothing', { key: read })).status).to.equal(404)
  })

  it('takes counts in by the rules of a file, and answers as it is described', async () => {
    const { status, body } = await callApi(server, '/registrations', {
      method: 'post',
      key: write,
      json: { source: 'SIPP', counts },
    })
    expect(status, JSON.stringify(body)).to.equal(200)
    expect(body).to.deep.include({ changed: true, cellsStored: 4, cellsChanged: 0 })
    const asked = await callApi(server, '/registrations?from=2026-11-01&to=2026-11-30', { key: read })
    const known = (asked.body as { counts: Record<string, unknown>[] }).counts
    expect(
      known.map(cell => [
        cell['day'],
        cell['district'],
        cell['stream'],
        cell['count'],
        cell['spanDays'],
        cell['state'],
      ]),
    ).to.have.deep.members([
      ['2026-11-02', '18.71', 'self', 12, 1, 'reported'],
      ['2026-11-02', '18.02', 'self', 0, 1, 'reported'],
      ['2026-11-03', '18.72', 'self', null, 1, 'not-reported'],
      ['2026-11-08', '18.11', 'employer', 30, 7, 'reported'],
    ])
    for (const { path, answer, method, scope } of apiRoutes.filter(route => route.method === 'get')) {
      const key = scope === 'results:read' ? read : write
      const query = path === '/registrations' ? '?from=2026-11-01&to=2026-11-30' : ''
      const answered = await callApi(server, path + query, { method, key })
      expect(answer.safeParse(answered.body).error, path).to.equal(undefined)
    }
  })

  it('changes nothing when the same is sent again, or only what is known', async () => {
    const send = (more: object[] = []) =>
      callApi(server, '/registrations', {
        method: 'post',
        key: write,
        json: { source: 'SIPP', counts: [...counts, ...more] },
      })
    expect((await send()).body).to.include({ changed: false })
    const before = await server.app.store.registrations.lastKnownFrom()
    expect((await send([counts[0]!])).body, 'one of them twice').to.include({ changed: false })
    expect(await server.app.store.registrations.lastKnownFrom()).to.equal(before)
  })

  it('refuses all of it for one wrong count, and says which and why', async () => {
    const before = await dump(server.connection)
    const wrong = [
      { day: '2026-11-04', district: '18.71', stream: 'self', count: 5 },
      { day: '2026-11-04', district: 'Negeri Antah', stream: 'self', count: 5 },
      { day: '2027-01-01', district: '18.71', stream: 'self', count: 5 },
      { day: '2026-11-04', district: '18.71', stream: 'entah', count: 5 },
    ]
    const { status, body } = await callApi(server, '/registrations', {
      method: 'post',
      key: write,
      json: { source: 'SIPP', counts: wrong },
      language: 'en',
    })
    expect(status).to.equal(422)
    expect((body as { problems: unknown[] }).problems).to.deep.equal([
      { at: 'counts.1.district', reason: 'The district is not known.', text: 'Negeri Antah' },
      { at: 'counts.2.count', reason: 'This day has not come yet.', text: '5' },
      { at: 'counts.3.stream', reason: 'The stream is not known.', text: 'entah' },
    ])
    const totals = [{ day: '2026-11-04', district: 'Jumlah', stream: 'self', count: 5 }]
    const refused = await callApi(server, '/registrations', {
      method: 'post',
      key: write,
      json: { source: 'SIPP', counts: totals },
    })
    expect(refused.status, 'a row of totals').to.equal(422)
    expect(await dump(server.connection)).to.deep.equal(before)
  })

  it('opens to no key that is wrong, of another scope, expired or revoked', async () => {
    const call = async (key?: string, path = '/pace') =>
      (await callApi(server, path, key ? { key } : {})).status
    expect(await call()).to.equal(401)
    expect(await call('gaung_' + 'A'.repeat(43))).to.equal(401)
    expect(await call(read.slice(0, -1))).to.equal(401)
    expect(await call(write)).to.equal(403)
    expect(await call(read)).to.equal(200)
    const brief = await newKey(server, ['results:read'], 1)
    expect(await call(brief)).to.equal(200)
    const admin = await server.signedIn('ratna')
    await admin.open('/api-tokens')
    expect(admin.html, 'no secret is kept').not.to.contain(brief)
    const [token] = await server.app.store.apiTokens.list()
    await admin.post(`/api-tokens/${token!.id}/revocation`, {})
    expect(admin.text).to.contain('Kunci itu dicabut.')
    expect(await call(brief)).to.equal(401)
    const old = await newKey(server, ['results:read'], 1)
    server.clock.set('2026-11-18T02:00:00.000Z')
    expect(await call(old), 'expired').to.equal(401)
    const rows = Object.values(await dump(server.connection))
      .flat()
      .join('\n')
    for (const secret of [read, write, brief, old]) expect(rows).not.to.contain(secret)
  })

  it('answers hundreds of malformed bodies with 4xx and a sentence, and changes nothing', async () => {
    const keys = await Promise.all(Array.from({ length: 6 }, () => newKey(server, ['registrations:write'])))
    await server.runJobs()
    const before = await dump(server.connection)
    for (const [index, { body, type }] of [...malformedBodies(300, 20_261_116)].entries()) {
      const key = keys[index % keys.length]!
      const answered = await callApi(server, '/registrations', { method: 'post', key, body, type })
      expect(answered.status, body.toString().slice(0, 300)).to.be.within(400, 422)
      expect((answered.body as { detail: string }).detail).to.have.length.above(10)
    }
    expect(await dump(server.connection)).to.deep.equal(before)
  })

  it('lets one key ask only so often, and says how long to wait', async () => {
    const key = await newKey(server, ['results:read'])
    let last = { status: 0, headers: new Headers() }
    for (let i = 0; i <= 600 && last.status !== 429; i++) last = await callApi(server, '/places', { key })
    expect(last.status).to.equal(429)
    expect(Number(last.headers.get('retry-after'))).to.be.within(60, 300)
    expect((await callApi(server, '/places', { key: read })).status, 'another key').to.not.equal(429)
  })
})
