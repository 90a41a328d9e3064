/** Serves the interface for programs. No session and no cookie opens it, only a key in the Authorization header. */
import express, { Router, type RequestHandler } from 'express'
import type { App } from '../../app.js'
import type { Actor } from '../../domain/actor.js'
import { apiTokenStatus, type ApiScope, type ApiToken } from '../../domain/api-token.js'
import { Forbidden, NotFound } from '../../domain/errors.js'
import { countAttempt } from '../rate-limits.js'
import type { Visit } from '../visit.js'
import type { ApiCall, ApiRoute } from './api-route.js'
import { describeApi } from './openapi.js'
import { answerProblems, KeyRefused, Misshapen } from './problems.js'
import { registrationApi } from './registrations.js'
import { resultApi } from './results.js'

export const apiRoutes: ApiRoute[] = [...registrationApi, ...resultApi]

const largestBody = '2mb'

export function apiRouter(app: App): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router.get('/openapi.json', (_req, res) => void res.json(describeApi(apiRoutes, app.url(''))))
  for (const route of apiRoutes) {
    const reading = route.body ? [mustBeJson, express.json({ limit: largestBody })] : []
    router[route.method](route.path, admit(route.scope), ...reading, answer(app, route))
  }
  router.use((_req, _res, next) => next(new NotFound('route')))
  router.use(answerProblems)
  return router
}

/** Who may is known before any body is read. */
function admit(scope: ApiScope): RequestHandler {
  return async (_req, res, next) => {
    const visit = res.locals['visit'] as Visit
    const token = await tokenOf(visit)
    if (!token) {
      await countAttempt(visit, 'wrongLink')
      throw new KeyRefused()
    }
    await countAttempt(visit, 'apiCall', token.id)
    if (!token.scopes.includes(scope)) throw new Forbidden('not-allowed')
    res.locals['actor'] = {
      kind: 'system',
      id: `api-token ${token.id}`,
      name: `API: ${token.name}`,
    } satisfies Actor
    next()
  }
}

async function tokenOf({ app, req }: Visit): Promise<ApiToken | undefined> {
  const secret = /^Bearer (gaung_[\w-]{43})$/.exec(req.get('authorization') ?? '')?.[1]
  const token = secret && (await app.store.apiTokens.findBySecretHash(app.tokens.hashOf(secret)))
  return token && apiTokenStatus(token, app.clock.now()) === 'open' ? token : undefined
}

const mustBeJson: RequestHandler = (req, _res, next) => {
  next(req.is('application/json') ? undefined : Object.assign(new Error('not JSON'), { status: 415 }))
}

function answer(app: App, route: ApiRoute): RequestHandler {
  return async (req, res) => {
    const visit = res.locals['visit'] as Visit
    const query = route.query?.safeParse(req.query)
    if (query?.success === false) throw new Misshapen(query.error)
    const body = route.body?.safeParse(req.body)
    if (body?.success === false) throw new Misshapen(body.error)
    const actor = res.locals['actor'] as Actor
    const call: ApiCall = { app, req, actor, query: query?.data, body: body?.data, visit }
    res.json(await route.handle(call))
  }
}
