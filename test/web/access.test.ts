import { expect } from 'chai'
import { may, roles } from '../../src/domain/access.js'
import { words } from '../../src/language/words.js'
import { createTokens } from '../../src/tokens.js'
import { routes } from '../../src/web/routes.js'
import type { Route } from '../../src/web/route.js'
import { dump } from '../support/dump.js'
import type { Person } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'
import { addressOf, badTokens, tokenOf, unknownId } from '../support/walk.js'

const someone = { planner: 'bayu', manager: 'hendra', admin: 'ratna', auditor: 'maruli' } as const
const name = (route: Route) => `${route.method.toUpperCase()} ${route.path}`
const staffRoutes = routes.filter(route => typeof route.access === 'string' && route.access !== 'anyone')
const openRoutes = routes.filter(route => route.access === 'anyone')
const linkRoutes = routes.flatMap(route =>
  typeof route.access === 'object' ? [{ route, kind: route.access.link }] : [],
)

let places = 0

/** Asks for one route as this visitor, each time from another place, so that no limit is met. */
async function ask(visitor: Visitor, route: Route, token?: string) {
  visitor.address = `10.${(++places >> 16) & 255}.${(places >> 8) & 255}.${places & 255}`
  const body = new URLSearchParams()
  const response = await visitor.send(
    addressOf(route, token),
    route.method === 'post' ? { method: 'POST', body } : {},
  )
  return {
    status: response.status,
    leads: response.headers.get('location') ?? '',
    text: await response.text(),
  }
}

describe('Who may do what', () => {
  let server: TestServer
  before(async () => {
    server = await startServer({ env: { GAUNG_PROXIES: '1' } })
  })
  after(() => server.stop())

  it('is said by every route', () => {
    expect(routes.filter(route => !route.access)).to.deep.equal([])
    expect(new Set(routes.map(name)).size).to.equal(routes.length)
  })

  it('signed out: nothing but the way in', async () => {
    const visitor = server.visitor()
    for (const route of staffRoutes) {
      const { status, leads } = await ask(visitor, route)
      expect([status, leads.split('?')[0]], name(route)).to.deep.equal([303, '/sign-in'])
    }
  })

  for (const role of roles) {
    it(`${role}: what the table allows, and 403 for the rest`, async () => {
      const visitor = await server.signedIn(someone[role] satisfies Person)
      for (const route of staffRoutes) {
        const { status, leads } = await ask(visitor, route)
        if (route.access !== 'signed-in' && !may(role, route.access)) {
          expect(status, name(route)).to.equal(403)
          continue
        }
        expect(status, name(route)).to.be.lessThan(500).and.not.equal(403)
        expect(leads, name(route)).not.to.match(/^\/sign-in/)
        if (route.method === 'get' && !addressOf(route).includes(unknownId)) {
          expect(status, name(route)).to.be.oneOf([200, 303])
        }
      }
    })
  }

  it('anyone: what is open answers everybody', async () => {
    for (const route of openRoutes) {
      for (const visitor of [server.visitor(), await server.signedIn('maruli')]) {
        expect((await ask(visitor, route)).status, name(route))
          .to.be.lessThan(500)
          .and.not.equal(403)
      }
    }
  })

  it('a deactivated account: nothing, though its session was open', async () => {
    const indah = await server.signedIn('indah')
    const { store, clock } = server.app
    const user = (await store.users.findByEmail('indah@kantor.test'))!
    await store.write(tx => tx.users.update(user, { deactivatedAt: clock.now() }))
    for (const route of staffRoutes) {
      expect((await ask(indah, route)).leads.split('?')[0], name(route)).to.equal('/sign-in')
    }
  })
})

describe('Links', () => {
  let server: TestServer
  before(async () => {
    server = await startServer({ env: { GAUNG_PROXIES: '1' } })
  })
  after(() => server.stop())

  for (const { route, kind } of linkRoutes) {
    it(`${name(route)} opens to a ${kind} link and to no other`, async () => {
      const good = await ask(server.visitor(), route, await tokenOf(server.app, kind))
      expect(good.status).to.be.lessThan(500).and.not.equal(403)
      if (route.method === 'get' && kind !== 'order') expect(good.status).to.be.oneOf([200, 303])
      const bad = await badTokens(server.app, kind, createTokens('the secret of some other installation'))
      for (const [what, token] of Object.entries(bad)) {
        const { status, text } = await ask(server.visitor(), route, token)
        expect(status, what).to.equal(404)
        expect(text, what).to.include(words.id.problems['link-refused']())
      }
    })

    it(`${name(route)} gives who is signed in no way around its link`, async () => {
      const visitor = await server.signedIn('ratna')
      expect((await ask(visitor, route, 'altered')).status).to.equal(404)
    })
  }
})

describe('Opening a page', () => {
  it('changes nothing, whoever opens it and through whichever link', async () => {
    const server = await startServer({ env: { GAUNG_PROXIES: '1' } })
    const gets = routes.filter(route => route.method === 'get')
    const visitors = [server.visitor(), ...(await Promise.all(Object.values(someone).map(server.signedIn)))]
    const tokens = new Map<Route, string>()
    for (const { route, kind } of linkRoutes) tokens.set(route, await tokenOf(server.app, kind))
    await server.runJobs()
    const before = await dump(server.connection)
    for (const visitor of visitors) {
      for (const route of gets) {
        await ask(visitor, route, tokens.get(route))
        await visitor.send(addressOf(route, tokens.get(route)), { method: 'HEAD' })
      }
    }
    await server.runJobs()
    expect(await dump(server.connection)).to.deep.equal(before)
    await server.stop()
  })
})
