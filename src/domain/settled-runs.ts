import type { BroadcastState } from './broadcast.js'
import { hasRun, isVerified } from './exposure.js'
import { isMiss, isUnresolved, type Makegood } from './makegood.js'
import type { Decision } from './problem.js'
import { allowed, refused } from './problem.js'
import type { Instant } from './time.js'

/**
 * Whether an order may be closed: every run verified, or missed and remedied. What nobody answered for, or nobody
 * verified, keeps it open: silence is never counted as aired.
 */
export function mayCloseRuns(
  broadcasts: readonly BroadcastState[],
  attemptsOf: (broadcastId: string) => readonly Makegood[],
  now: Instant,
): Decision {
  const standing = broadcasts.filter(broadcast => !broadcast.withdrawnAt || broadcast.answer !== null)
  const missed = standing.filter(broadcast => isUnresolved(broadcast, attemptsOf(broadcast.id), now))
  if (missed.length > 0) return refused('unresolved-miss', { count: missed.length })
  const unproven = standing.filter(b => !isMiss(b) && !(hasRun(b) && isVerified(b)))
  return unproven.length > 0 ? refused('unverified-runs', { count: unproven.length }) : allowed
}
