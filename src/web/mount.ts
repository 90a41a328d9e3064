/** Puts routes into Express: first who may, then what happens. */
import { Router, type Request, type RequestHandler, type Response } from 'express'
import multer from 'multer'
import { may } from '../domain/access.js'
import { Forbidden } from '../domain/errors.js'
import { linkIsOpen, type LinkKind } from '../domain/link.js'
import { paths, withQuery } from '../views/paths.js'
import { LinkRefused } from './errors.js'
import { chosenLanguage } from './make-visit.js'
import { countAttempt } from './rate-limits.js'
import type { Route } from './route.js'
import type { LinkVisit, PartnerVisit, StaffVisit, Visit } from './visit.js'
import { inLanguage, param } from './visit.js'

export function mountRoutes(routes: readonly Route[]): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const route of routes) {
    const reading = route.upload ? [readUpload(route.upload)] : []
    router[route.method](route.path, admit(route), ...reading, (req, res) => handle(route, res))
  }
  return router
}

/** Finds out who asks and refuses who may not, before any body is read. */
function admit(route: Route): RequestHandler {
  return async (_req, res, next) => {
    const visit = await withUser(res.locals['visit'] as Visit)
    res.locals['visit'] = visit
    const { access } = route
    if (access === 'anyone') return next()
    if (typeof access === 'object') {
      res.locals['visit'] = await throughLink(visit, access.link)
      return next()
    }
    if (!visit.user) return askToSignIn(visit)
    if (access !== 'signed-in' && !may(visit.user.role, access)) throw new Forbidden('not-allowed')
    next()
  }
}

async function handle(route: Route, res: Response): Promise<void> {
  const visit = res.locals['visit'] as Visit
  await (route.handle as (visit: Visit) => void | Promise<void>)(visit)
}

async function withUser(visit: Visit): Promise<Visit | StaffVisit> {
  const userId = visit.req.session?.userId
  const user = userId ? await visit.app.store.users.find(userId) : undefined
  if (!user || user.deactivatedAt) return visit
  const { id, name, role } = user
  const spoken = inLanguage(visit, user.language)
  return { ...spoken, user, actor: { kind: 'user', id, name, role } }
}

/** After signing in the person goes on to the page they asked for. */
function askToSignIn({ req, res }: Visit): void {
  const next = req.method === 'GET' && req.originalUrl !== paths.home ? req.originalUrl : undefined
  res.redirect(303, withQuery(paths.signIn, { next }))
}

/** A link that is altered, foreign, ended, revoked or of another kind is refused alike: nothing is given away. */
async function throughLink(visit: Visit, kind: LinkKind): Promise<LinkVisit | PartnerVisit> {
  const { app } = visit
  const token = param(visit, 'token')
  const id = app.tokens.linkId(token)
  const link = id ? await app.store.links.find(id) : undefined
  if (!link || link.kind !== kind || !linkIsOpen(link, app.clock.now())) {
    await countAttempt(visit, 'wrongLink')
    throw new LinkRefused()
  }
  const linked: LinkVisit = { ...visit, link, token }
  if (!link.contactId) return linked
  const contact = await app.store.contacts.find(link.contactId)
  if (!contact) throw new LinkRefused()
  const spoken = chosenLanguage(visit.req) ? linked : inLanguage(linked, contact.language)
  return {
    ...spoken,
    contact,
    actor: { kind: 'contact', id: contact.id, name: contact.name, linkId: link.id },
  }
}

function readUpload(fileSize: number): RequestHandler {
  // `defParamCharset` is missing from multer's types; without it `é.png` arrives as `Ã©.png`.
  const options = { limits: { fileSize, files: 1, fields: 500 }, defParamCharset: 'utf8' } as multer.Options
  const single = multer({ storage: multer.memoryStorage(), ...options }).single('file')
  return (req: Request, res: Response, next) => {
    res.locals['largestFile'] = fileSize
    if (req.is('multipart/form-data')) single(req, res, next)
    else next()
  }
}
