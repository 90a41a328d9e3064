/** The web server: middleware in the order in which a request meets it, then the routes, then what went wrong. */
import path from 'node:path'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { App } from '../app.js'
import { NotFound } from '../domain/errors.js'
import { createRenderer } from '../views/render.js'
import { apiRoot } from './api/api-route.js'
import { apiRouter } from './api/router.js'
import { assetRouter } from './assets.js'
import { answerErrors } from './errors.js'
import { healthRouter } from './health.js'
import { mountRoutes } from './mount.js'
import { createRateLimits } from './rate-limits.js'
import { logRequests } from './request-log.js'
import { routes } from './routes.js'
import { refuseCrossSite, securityHeaders } from './security.js'
import { sessionMiddleware } from './session.js'
import { makeVisit } from './make-visit.js'

/** Forms of a week with many broadcasts are the largest; files come by multipart and have their own limit. */
const formLimits = { extended: false, limit: '300kb', parameterLimit: 5000 }

export function createServer(app: App, state: { stopping: boolean }): Express {
  const server = express()
  server.set('trust proxy', app.config.proxies)
  server.set('query parser', 'simple')
  server.disable('x-powered-by')
  server.set('etag', false)
  server.locals['rateLimits'] = createRateLimits()
  const renderer = createRenderer(path.join(app.config.root, 'views'), {
    reload: app.config.mode === 'development',
  })

  server.use(logRequests(app))
  server.use(securityHeaders())
  server.use(healthRouter(app, state))
  server.use(compression())
  server.use(assetRouter(app.config.root))
  server.use(noStore)
  server.use(makeVisit(app, renderer))
  server.use(apiRoot, apiRouter(app))
  server.use(express.urlencoded(formLimits))
  server.use(mountRoutes(routes.filter(forPartners)))
  server.use(refuseCrossSite)
  server.use(sessionMiddleware(app))
  server.use(mountRoutes(routes.filter(route => !forPartners(route))))
  server.use((_req, _res, next) => next(new NotFound('page')))
  server.use(answerErrors)
  return server
}

/** Partners come without a session: their address is what admits them. */
function forPartners({ access }: (typeof routes)[number]): boolean {
  return typeof access === 'object' && (access.link === 'week' || access.link === 'order')
}

/** Pages may hold secrets and are never the same twice: no cache keeps them. */
const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}
