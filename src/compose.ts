/** Puts everything together, serves, and stops without losing what is under way. Only this file and main may import everything. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { v7 as uuid } from 'uuid'
import type { App } from './app.js'
import type { Config } from './config.js'
import { backUp } from './db/backup.js'
import { openDatabase, type Connection } from './db/connection.js'
import { loadReference } from './db/load-reference.js'
import { migrate } from './db/migrate.js'
import { createStore } from './db/store.js'
import { systemClock, type Clock } from './domain/time.js'
import { createAuditPacks } from './files/audit-pack.js'
import { createFileStore } from './files/file-store.js'
import { drawPng } from './files/png.js'
import { createTables } from './files/tables.js'
import { createCompute } from './jobs/compute.js'
import type { BackUp } from './jobs/back-up.js'
import { createDispatcher } from './jobs/dispatcher.js'
import { jobs } from './jobs/jobs.js'
import { createLog } from './log.js'
import { createTransport } from './mail/transport.js'
import { argon2Passwords } from './passwords.js'
import { createTokens } from './tokens.js'
import { createRenderer } from './views/render.js'
import { createServer } from './web/server.js'

export interface Running {
  app: App
  connection: Connection
  url: string
  /** Runs the jobs that are due, and waits for them. */
  runJobs(): Promise<void>
  stop(): Promise<void>
}

export interface World {
  clock?: Clock
  newId?: () => string
}

/** Composes the app without serving it: what scripts and the demo use too. */
export async function compose(config: Config, world: World = {}) {
  const connection = await openDatabase(config.databaseUrl)
  await migrate(connection)
  const log = createLog(config)
  let base = config.url ?? ''
  let wake: App['wake'] = () => {}
  const files = createFileStore(path.join(config.dataFolder, 'files'))
  const app: App = {
    config,
    log,
    clock: world.clock ?? systemClock(config.zone),
    store: createStore(connection),
    files,
    tables: createTables(),
    drawPng,
    auditPacks: createAuditPacks(config.root, files),
    tokens: createTokens(config.secret),
    passwords: argon2Passwords(),
    compute: createCompute(),
    newId: world.newId ?? uuid,
    wake: job => wake(job),
    url: address => base + address,
  }
  await loadReference(app.store, config.root, app.clock.now())
  const transport = createTransport(config)
  const renderer = createRenderer(path.join(config.root, 'views'), { reload: false })
  const dispatcher = createDispatcher(app, jobs({ transport, renderer }, backUpOf(connection)))
  wake = job => dispatcher.wake(job)
  return { app, connection, dispatcher, transport, serveAt: (url: string) => (base ||= url) }
}

/** PostgreSQL is backed up with its own tools. */
function backUpOf(connection: Connection): BackUp {
  return connection.kind === 'sqlite' ? file => backUp(connection, file) : undefined
}

export async function start(config: Config, world: World = {}): Promise<Running> {
  const { app, connection, dispatcher, transport, serveAt } = await compose(config, world)
  const state = { stopping: false }
  const server = await listen(createServer(app, state), config)
  const { port } = server.address() as AddressInfo
  serveAt(localAddress(config, port))
  await dispatcher.start()
  return {
    app,
    connection,
    url: app.url(''),
    runJobs: () => dispatcher.run(),
    async stop() {
      state.stopping = true
      await closeServer(server)
      await dispatcher.stop()
      await app.compute.close()
      app.files.close()
      transport.close()
      await connection.close()
    },
  }
}

/** Where this process is reached when no public address is set. */
export function localAddress({ host }: Config, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function listen(server: ReturnType<typeof createServer>, { port, host }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const listening = server.listen(port, host, (error?: Error) =>
      error ? reject(error) : resolve(listening),
    )
  })
}

/** Requests that have begun are finished, for ten seconds at most. */
function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    const impatience = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
