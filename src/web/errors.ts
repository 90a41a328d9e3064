/** The one place where what goes wrong becomes an answer. */
import type { ErrorRequestHandler } from 'express'
import multer from 'multer'
import { Conflict, Forbidden, Invalid, NotFound } from '../domain/errors.js'
import { problemText } from '../views/components/fields.js'
import { errorPage } from '../views/errors/pages.js'
import { TooMany } from './rate-limits.js'
import { show, showPartner } from './respond.js'
import type { Visit } from './visit.js'

export class LinkRefused extends Error {}

interface Answer {
  status: number
  title: string
  text: string
  reference?: string
  offersNewLink?: boolean
}

/** What Express takes of a form without a file. */
const largestForm = 300_000

export const answerErrors: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) return next(error)
  const visit = res.locals['visit'] as Visit | undefined
  const answer = visit && answerTo(visit, error, req.id)
  if (!answer || answer.status === 500) req.log.error({ err: error }, 'request failed')
  if (!visit || !answer) return void res.status(500).type('txt').send('Gaung: 500')
  if (answer.status === 429 && error instanceof TooMany) res.set('Retry-After', String(error.minutes * 60))
  const page = errorPage(visit.words, answer)
  if (error instanceof LinkRefused || req.path.startsWith('/p/') || req.path.startsWith('/o/')) {
    return showPartner(visit, 'errors/partner', page, answer.status)
  }
  show(visit, 'errors/show', page, answer.status)
}

function answerTo({ words, formats, res }: Visit, error: unknown, requestId: string): Answer {
  const t = words.errors
  if (error instanceof LinkRefused)
    return { status: 404, title: t.link.title, text: words.problems['link-refused'](), offersNewLink: true }
  if (error instanceof NotFound) return { status: 404, ...t.notFound }
  if (error instanceof Forbidden)
    return { status: 403, title: t.forbidden.title, text: problemText(words, error.problem) }
  if (error instanceof Conflict)
    return { status: 409, title: t.conflict.title, text: problemText(words, error.problem) }
  if (error instanceof Invalid) {
    const text = Object.values(error.problems)
      .map(problem => problemText(words, problem))
      .join(' ')
    return { status: 422, title: t.conflict.title, text }
  }
  if (error instanceof TooMany) {
    return {
      status: 429,
      title: t.tooMany.title,
      text: words.problems['too-many-attempts']({ minutes: error.minutes }),
    }
  }
  if (isTooLarge(error)) {
    const most = formats.bytes(Number(res.locals['largestFile'] ?? largestForm))
    return { status: 413, title: t.tooLarge.title, text: words.problems['file-too-large']({ most }) }
  }
  const status = badRequestStatus(error)
  if (status) return { status, title: t.notFound.title, text: t.notFound.text }
  return { status: 500, ...t.broken, reference: requestId }
}

function isTooLarge(error: unknown): boolean {
  if (error instanceof multer.MulterError) return error.code === 'LIMIT_FILE_SIZE'
  return badRequestStatus(error) === 413
}

/** What Express and its parsers refuse carries a 4xx status of its own: malformed addresses and bodies. */
function badRequestStatus(error: unknown): number | undefined {
  if (error instanceof multer.MulterError) return 400
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
}
