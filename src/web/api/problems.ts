/** What goes wrong in the interface for programs, as RFC 9457 problems in the language that is asked for. */
import type { ErrorRequestHandler, Response } from 'express'
import type { z } from 'zod'
import { Conflict, Forbidden, Invalid, NotFound } from '../../domain/errors.js'
import { CountsRefused } from '../../operations/import-counts.js'
import { problemText } from '../../views/components/fields.js'
import { TooMany } from '../rate-limits.js'
import type { Visit } from '../visit.js'
import type { ProblemAnswer } from './schemas.js'

type Problem = Omit<z.infer<typeof ProblemAnswer>, 'type'>

export class KeyRefused extends Error {}

/** Bodies and queries that do not have the shape that is described. */
export class Misshapen extends Error {
  readonly issues: readonly z.core.$ZodIssue[]
  constructor({ issues }: z.ZodError) {
    super('misshapen')
    this.issues = issues
  }
}

/** As many as a person reads. */
const mostProblems = 100

export const answerProblems: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) return next(error)
  const visit = res.locals['visit'] as Visit
  const problem = problemOf(visit, error)
  if (problem.status === 500) req.log.error({ err: error }, 'request failed')
  if (error instanceof TooMany) res.set('Retry-After', String(error.minutes * 60))
  if (error instanceof KeyRefused) res.set('WWW-Authenticate', 'Bearer')
  sendProblem(res, problem)
}

function sendProblem(res: Response, problem: Problem): void {
  res
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', ...problem }))
}

function problemOf({ words, res }: Visit, error: unknown): Problem {
  const t = words.api.problems
  if (error instanceof KeyRefused) return { status: 401, ...t.key }
  if (error instanceof NotFound) return { status: 404, ...t.notFound }
  if (error instanceof Forbidden) return { status: 403, ...t.scope }
  if (error instanceof Conflict)
    return { status: 409, title: t.conflict.title, detail: problemText(words, error.problem) }
  if (error instanceof TooMany)
    return {
      status: 429,
      title: t.tooMany.title,
      detail: words.problems['too-many-attempts']({ minutes: error.minutes }),
    }
  const wrong = wrongParts({ words, res } as Visit, error)
  if (wrong) return { status: 422, ...t.invalid, problems: wrong.slice(0, mostProblems) }
  const status = (error as { status?: unknown } | null)?.status
  if (status === 413) return { status, ...t.tooLarge }
  if (status === 415) return { status, ...t.notJson }
  if (typeof status === 'number' && status >= 400 && status < 500) return { status: 400, ...t.malformed }
  return { status: 500, ...t.broken }
}

function wrongParts({ words }: Visit, error: unknown): Problem['problems'] {
  if (error instanceof Misshapen)
    return error.issues.map(({ path, message }) => ({ at: path.join('.') || 'body', reason: message }))
  if (error instanceof Invalid)
    return Object.entries(error.problems).map(([at, problem]) => ({
      at: at || 'body',
      reason: problemText(words, problem),
    }))
  if (!(error instanceof CountsRefused)) return undefined
  return error.refusals.map(({ index, column, text, reason, detail }) => ({
    at: `counts.${index}${column ? `.${column}` : ''}`,
    reason: words.registrations.reasons[reason](String(detail ?? '')),
    text,
  }))
}
