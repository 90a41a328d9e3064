/** The four ways a request can be refused; the web answers them with 404, 403, 409 and 422. */
import type { Decision, Problem, ProblemCode } from './problem.js'

export class NotFound extends Error {
  constructor(what: string) {
    super(`no such ${what}`)
  }
}

/** A refusal that can be told to the person in a sentence. */
abstract class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem | ProblemCode) {
    const known = typeof problem === 'string' ? { code: problem } : problem
    super(known.code)
    this.problem = known
  }
}

export class Forbidden extends Refusal {}
export class Conflict extends Refusal {}

/** Bad input: one problem per field, `''` for the form as a whole. */
export class Invalid extends Error {
  readonly problems: Record<string, Problem>
  constructor(problems: Record<string, Problem>) {
    super(
      Object.entries(problems)
        .map(([field, p]) => `${field}: ${p.code}`)
        .join(', '),
    )
    this.problems = problems
  }
}

/** Throws what a decision refuses: someone else's right → Forbidden, otherwise a state that does not allow it. */
export function mustAllow(decision: Decision): void {
  if (decision.ok) return
  const { problem } = decision
  throw problem.code === 'own-work' || problem.code === 'not-allowed'
    ? new Forbidden(problem)
    : new Conflict(problem)
}
