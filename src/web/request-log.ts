import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { App } from '../app.js'
import type { Log } from '../log.js'

declare module 'express-serve-static-core' {
  interface Request {
    id: string
    log: Log
  }
}

/** One line per request. Addresses are logged as their pattern: the real one may hold a secret link. */
export function logRequests(app: App): RequestHandler {
  return (req, res, next) => {
    const started = process.hrtime.bigint()
    req.id = randomUUID()
    req.log = app.log.child({ request: req.id })
    res.set('X-Request-Id', req.id)
    res.on('close', () => {
      const ms = Number(process.hrtime.bigint() - started) / 1e6
      const route = (req.route as { path?: string } | undefined)?.path ?? 'none'
      const status = res.writableFinished ? res.statusCode : 499
      req.log.info({ method: req.method, route, status, ms: Math.round(ms * 10) / 10 }, 'request')
    })
    next()
  }
}
