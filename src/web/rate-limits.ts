/** How often something may be tried from one place; beyond it the answer is 429 and how long to wait. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Visit } from './visit.js'

export class TooMany extends Error {
  readonly minutes: number
  constructor(minutes: number) {
    super('too many attempts')
    this.minutes = minutes
  }
}

const minute = 60

const limits = {
  signIn: { points: 10, duration: 15 * minute },
  /** Whoever tries one password on many accounts meets this one. */
  signInFromHere: { points: 100, duration: 15 * minute },
  passwordReset: { points: 5, duration: 60 * minute },
  /** Of one address, and of all from one place. */
  newLink: { points: 3, duration: 60 * minute },
  newLinkFromHere: { points: 30, duration: 60 * minute },
  wrongLink: { points: 60, duration: 10 * minute },
  partnerPost: { points: 120, duration: 10 * minute },
  /** Of one key of the interface for programs. */
  apiCall: { points: 600, duration: 5 * minute },
  upload: { points: 60, duration: 10 * minute },
} as const

export type Limit = keyof typeof limits

export type RateLimits = Record<Limit, RateLimiterMemory>

export function createRateLimits(): RateLimits {
  const entries = Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory(limit)])
  return Object.fromEntries(entries) as RateLimits
}

/** Counts one attempt of this visitor; `what` narrows it to an account or a link. */
export async function countAttempt(visit: Visit, limit: Limit, what = ''): Promise<void> {
  const limiter = (visit.req.app.locals['rateLimits'] as RateLimits)[limit]
  try {
    await limiter.consume(`${visit.req.ip} ${what}`)
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new TooMany(Math.ceil(refusal.msBeforeNext / 60_000))
    throw refusal
  }
}
