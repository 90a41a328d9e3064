import type { BroadcastState } from './broadcast.js'
import type { Decision } from './problem.js'
import { allowed, refused } from './problem.js'
import type { Day } from './time.js'

/** Where one broadcast stands. Silence is never counted as aired, and "not known" is no miss. */
export type DeliveryStatus =
  | 'withdrawn'
  | 'planned'
  | 'no-answer'
  | 'not-known'
  | 'confirmed'
  | 'missed'
  | 'verified'
  | 'disputed'
  | 'returned'

/** What a broadcast's status is read from. */
export type Delivered = Pick<
  BroadcastState,
  'day' | 'withdrawnAt' | 'answer' | 'confirmationId' | 'verificationOf' | 'decision'
>

export function deliveryStatus(broadcast: Delivered, today: Day): DeliveryStatus {
  const { answer } = broadcast
  if (answer === null) return unansweredStatus(broadcast, today)
  const decision = broadcast.verificationOf === broadcast.confirmationId ? broadcast.decision : null
  if (decision === 'disputed' || decision === 'returned') return decision
  if (answer === 'not-known') return 'not-known'
  if (answer === 'did-not-run') return 'missed'
  return decision === 'verified' ? 'verified' : 'confirmed'
}

function unansweredStatus({ withdrawnAt, day }: Delivered, today: Day): DeliveryStatus {
  if (withdrawnAt) return 'withdrawn'
  return day < today ? 'no-answer' : 'planned'
}

export const deliveryColumns = [
  'planned',
  'no-answer',
  'not-known',
  'confirmed',
  'verified',
  'missed',
  'disputed',
  'returned',
] as const satisfies readonly DeliveryStatus[]

/** How many broadcasts stand where; withdrawn ones were not ordered in the end and are not counted. */
export function deliveryCounts(
  broadcasts: readonly BroadcastState[],
  today: Day,
): Record<DeliveryStatus, number> {
  const counts = Object.fromEntries([...deliveryColumns, 'withdrawn'].map(status => [status, 0])) as Record<
    DeliveryStatus,
    number
  >
  for (const broadcast of broadcasts) counts[deliveryStatus(broadcast, today)]++
  return counts
}

/** Whether an outlet may still answer or correct: not before the day, not once verified or locked. */
export function mayAnswer(
  broadcast: BroadcastState,
  period: { today: Day; lockedThrough: Day | null },
): Decision {
  if (broadcast.day > period.today) return refused('broadcast-in-future')
  if (period.lockedThrough !== null && broadcast.day <= period.lockedThrough)
    return refused('broadcast-locked')
  if (broadcast.orderClosedAt) return refused('broadcast-locked')
  const isVerified =
    broadcast.decision === 'verified' && broadcast.verificationOf === broadcast.confirmationId
  return isVerified ? refused('broadcast-locked') : allowed
}
