import { once } from 'node:events'
import {
  createServer as createHttpServer,
  request,
  type ClientRequest,
  type IncomingMessage,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { openDatabase } from '../../src/db/connection.js'
import { createStore } from '../../src/db/store.js'
import { paths } from '../../src/views/paths.js'
import { createServer } from '../../src/web/server.js'
import { people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { startMailServer } from '../support/smtp.js'

describe('/health', () => {
  let server: TestServer
  before(async () => {
    server = await startServer()
  })
  after(() => server.stop())

  const ready = async () => {
    const response = await server.visitor().send('/health/ready')
    return {
      status: response.status,
      ...((await response.json()) as { database: string; jobs: { name: string }[] }),
    }
  }

  it('live: says that the process answers', async () => {
    const response = await server.visitor().send('/health/live')
    expect([response.status, await response.json()]).to.deep.equal([200, { status: 'live' }])
  })

  it('ready: tells of the database, of every job and of the mail', async () => {
    const report = await ready()
    expect(report).to.deep.include({
      status: 'ready',
      database: 'ok',
      stopping: false,
      mail: { waiting: 0, failed: 0 },
    })
    expect(report.jobs.map(job => job.name)).to.include.members(['deliver-mail', 'backup', 'tidy'])
  })

  it('tells nobody names, addresses or links', async () => {
    expect(JSON.stringify(await ready())).not.to.match(/@|http|token/)
  })

  it('is 503 while the process stops', async () => {
    const stopping = createHttpServer(createServer(server.app, { stopping: true })).listen(0, '127.0.0.1')
    await once(stopping, 'listening')
    const { port } = stopping.address() as AddressInfo
    const [live, notReady] = await Promise.all(
      ['live', 'ready'].map(what => fetch(`http://127.0.0.1:${port}/health/${what}`)),
    )
    expect([live!.status, notReady!.status]).to.deep.equal([200, 503])
    expect(await notReady!.json()).to.deep.include({ status: 'not ready', stopping: true })
    stopping.closeAllConnections()
    stopping.close()
  })

  it('is 503 when the database cannot be asked', async () => {
    const own = await startServer()
    await own.runJobs()
    await own.connection.close()
    const response = await own.visitor().send('/health/ready')
    expect([response.status, ((await response.json()) as { database: string }).database]).to.deep.equal([
      503,
      'unreachable',
    ])
    await own.stop().catch(() => {}) // which says that there is nothing left to ask, either
  })
})

describe('Stopping', () => {
  /** A request whose body is still on its way. */
  const begin = (server: TestServer, body: string): ClientRequest => {
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': body.length,
      'Sec-Fetch-Site': 'same-origin',
    }
    const slow = request(`${server.url}/sign-in`, { method: 'POST', headers, agent: false })
    slow.write(body.slice(0, 5))
    return slow
  }

  it('finishes a request that has begun, and takes no new one', async () => {
    const server = await startServer()
    const body = 'email=nobody&password='
    const slow = begin(server, body)
    const answer = once(slow, 'response') as Promise<[IncomingMessage]>
    await server.visitor().send('/health/live')
    const stopped = server.stop()
    const late = await fetch(`${server.url}/health/live`).catch((error: Error) => error.name)
    slow.end(body.slice(5))
    const [response] = await answer
    response.resume()
    await stopped
    expect([response.statusCode, late]).to.deep.equal([422, 'TypeError'])
  })

  it('finishes a job that has begun', async () => {
    const mail = await startMailServer()
    const server = await startServer({ env: { SMTP_URL: mail.url } })
    const { reached, release } = mail.hold()
    await server.visitor().post(paths.forgotten, { email: people.bayu.email })
    await reached
    const stopped = server.stop()
    release()
    await stopped
    expect(mail.letters).to.have.length(1)
    const again = await openDatabase(server.app.config.databaseUrl)
    const { outbox, jobs } = createStore(again)
    expect((await outbox.counts()).waiting).to.equal(0)
    expect((await jobs.list()).filter(job => job.leasedUntil)).to.deep.equal([])
    await again.close()
  })
})
