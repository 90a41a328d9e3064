import type { Request, RequestHandler } from 'express'
import type { App } from '../app.js'
import type { Language } from '../domain/user.js'
import { words } from '../language/words.js'
import { formats } from '../views/formats.js'
import type { Renderer } from '../views/render.js'
import type { Visit } from './visit.js'

/** Begins a visit: nobody is known yet, the language is the cookie's or the browser's. */
export function makeVisit(app: App, renderer: Renderer): RequestHandler {
  return (req, res, next) => {
    const language = chosenLanguage(req) ?? negotiated(req)
    const visit: Visit = {
      app,
      req,
      res,
      renderer,
      language,
      words: words[language],
      formats: formats(language, app.clock.zone),
      user: undefined,
    }
    res.locals['visit'] = visit
    next()
  }
}

export function chosenLanguage(req: Request): Language | undefined {
  const found = /(?:^|;\s*)language=(id|en)(?:;|$)/.exec(req.get('cookie') ?? '')
  return found?.[1] as Language | undefined
}

function negotiated(req: Request): Language {
  return (req.acceptsLanguages('id', 'en') || 'id') as Language
}
