import { mayApproveWorkOf } from './access.js'
import type { LineAnswer } from './line-answer.js'
import type { OrderLine } from './order-line.js'
import type { Decision } from './problem.js'
import { allowed, refused } from './problem.js'
import type { Instant } from './time.js'

/** What one outlet is asked to run for one campaign. Its versions are never changed once approved. */
export interface MediaOrder {
  id: string
  number: string
  campaignId: string
  outletId: string
  createdAt: Instant
  closedAt: Instant | null
  closedBy: string | null
  cancelledAt: Instant | null
  cancelledBy: string | null
  cancelReason: string | null
  version: number
  /** First version first; the last is the one being worked on or in force. */
  versions: OrderVersion[]
}

export interface OrderVersion {
  orderId: string
  number: number
  reason: string
  note: string
  authors: string[]
  createdAt: Instant
  submittedAt: Instant | null
  submittedBy: string | null
  returnedAt: Instant | null
  returnedBy: string | null
  returnReason: string | null
  approvedAt: Instant | null
  approvedBy: string | null
  sentAt: Instant | null
  sentBy: string | null
  acceptedAt: Instant | null
  acceptedHow: 'link' | 'paper' | 'on-behalf' | null
  acceptedByContact: string | null
  acceptedByUser: string | null
  acceptanceFileId: string | null
  declinedAt: Instant | null
  declineReason: string | null
  lines: OrderLine[]
  /** What the outlet said to single lines, when it said neither yes nor no to all. */
  answers: LineAnswer[]
}

export type OrderStatus =
  | 'draft'
  | 'returned'
  | 'submitted'
  | 'approved'
  | 'sent'
  | 'answered'
  | 'accepted'
  | 'declined'
  | 'closed'
  | 'cancelled'

export function latestVersion(order: MediaOrder): OrderVersion {
  return order.versions.at(-1)!
}

/** The version an outlet was last asked to run, if any was sent. */
export function sentVersion(order: MediaOrder): OrderVersion | undefined {
  return order.versions.findLast(version => version.sentAt !== null)
}

export function orderStatus(order: MediaOrder): OrderStatus {
  if (order.cancelledAt) return 'cancelled'
  if (order.closedAt) return 'closed'
  return versionStatus(latestVersion(order))
}

export function versionStatus(version: OrderVersion): OrderStatus {
  if (version.acceptedAt) return 'accepted'
  if (version.declinedAt) return 'declined'
  if (version.answers.length > 0) return 'answered'
  if (version.sentAt) return 'sent'
  if (version.approvedAt) return 'approved'
  if (version.submittedAt) return 'submitted'
  return version.returnedAt ? 'returned' : 'draft'
}

export function mayEditLines(order: MediaOrder): Decision {
  return inState(order, ['draft', 'returned'])
}

export function maySubmitOrder(order: MediaOrder): Decision {
  const state = mayEditLines(order)
  if (!state.ok) return state
  return latestVersion(order).lines.length > 0 ? allowed : refused('no-lines')
}

export function mayDecideOrder(order: MediaOrder, personId: string): Decision {
  const state = inState(order, ['submitted'])
  if (!state.ok) return state
  const { authors, submittedBy } = latestVersion(order)
  return mayApproveWorkOf([...authors, submittedBy ?? ''], personId)
}

export function maySend(order: MediaOrder): Decision {
  return inState(order, ['approved'])
}

export function mayAnswerOrder(order: MediaOrder, versionNumber: number): Decision {
  const isLatestSent = sentVersion(order)?.number === versionNumber
  return isLatestSent ? inState(order, ['sent', 'answered', 'accepted', 'declined']) : refused('link-refused')
}

export function mayRevise(order: MediaOrder): Decision {
  return inState(order, ['approved', 'sent', 'answered', 'accepted', 'declined'])
}

export function mayCancelOrder(order: MediaOrder): Decision {
  const over: readonly OrderStatus[] = ['closed', 'cancelled']
  return over.includes(orderStatus(order)) ? refused('wrong-state') : allowed
}

/** Closing asks no more of the order itself; its runs must all be settled. */
export function mayClose(order: MediaOrder): Decision {
  return inState(order, ['accepted'])
}

function inState(order: MediaOrder, states: readonly OrderStatus[]): Decision {
  return states.includes(orderStatus(order)) ? allowed : refused('wrong-state')
}
