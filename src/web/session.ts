/** Sessions of staff: kept in the database under the hash of their id, so that the table opens no door. */
import { createHash } from 'node:crypto'
import session from 'express-session'
import type { RequestHandler } from 'express'
import type { App } from '../app.js'
import { addMinutes } from '../domain/time.js'

declare module 'express-session' {
  interface SessionData {
    userId: string
    /** One line about what just happened, shown on the next page. */
    notice: string
  }
}

const lifetimeMinutes = 7 * 24 * 60

export function sessionMiddleware(app: App): RequestHandler {
  return session({
    name: 'gaung',
    secret: app.tokens.key('sessions').toString('hex'),
    store: new DatabaseStore(app),
    resave: false,
    saveUninitialized: false,
    unset: 'destroy',
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: lifetimeMinutes * 60_000 },
  })
}

class DatabaseStore extends session.Store {
  readonly #app: App

  constructor(app: App) {
    super()
    this.#app = app
  }

  override get(id: string, done: (error: unknown, data?: session.SessionData | null) => void): void {
    const { store, clock } = this.#app
    settle(
      store.sessions
        .find(hashed(id), clock.now())
        .then(data => (data ? (JSON.parse(data) as session.SessionData) : null)),
      done,
    )
  }

  override set(id: string, data: session.SessionData, done: (error?: unknown) => void = () => {}): void {
    const { store, clock } = this.#app
    const row = {
      idHash: hashed(id),
      userId: data.userId ?? null,
      data: JSON.stringify(data),
      expiresAt: addMinutes(clock.now(), lifetimeMinutes),
    }
    settle(
      store.write(tx => tx.sessions.save(row)),
      done,
    )
  }

  override destroy(id: string, done: (error?: unknown) => void = () => {}): void {
    settle(
      this.#app.store.write(tx => tx.sessions.remove(hashed(id))),
      done,
    )
  }
}

function hashed(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}

function settle<T>(promise: Promise<T>, done: (error: unknown, value?: T) => void): void {
  promise.then(value => done(null, value), done)
}
