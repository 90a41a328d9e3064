import { mayApproveWorkOf } from './access.js'
import type { Decision } from './problem.js'
import { refused } from './problem.js'
import type { Instant } from './time.js'

/** Programmes of the 2011 scheme, the duty to register, and benefits beside them. */
export const programmes = ['duty', 'JKK', 'JHT', 'JKM', 'JPK', 'DPKP'] as const

/** What a campaign says, with the legal source of its claim. */
export interface Message {
  id: string
  programme: string
  titleId: string
  titleEn: string
  claimId: string
  claimEn: string
  legalSource: string
  /** False while nobody has seen the source itself: shown, so that no claim looks firmer than it is. */
  sourceSeen: boolean
  authors: string[]
  createdAt: Instant
  approvedAt: Instant | null
  approvedBy: string | null
  returnedAt: Instant | null
  returnedBy: string | null
  returnReason: string | null
  retiredAt: Instant | null
  retiredBy: string | null
  retireReason: string | null
  /** The message in force that this one says anew, once it is approved. */
  replacesId: string | null
  version: number
}

export type MessageStatus = 'proposed' | 'returned' | 'in-force' | 'retired'

export function messageStatus(message: Message): MessageStatus {
  if (message.retiredAt) return 'retired'
  if (message.approvedAt) return 'in-force'
  return message.returnedAt ? 'returned' : 'proposed'
}

/** May be chosen for a campaign and said in its material. */
export function isInForce(message: Message): boolean {
  return messageStatus(message) === 'in-force'
}

/** What is in force is never edited: it is said anew, and replaced when the new wording is approved. */
export function mayEditMessage(message: Message): Decision {
  return ['proposed', 'returned'].includes(messageStatus(message)) ? { ok: true } : refused('wrong-state')
}

export function mayDecideMessage(message: Message, personId: string): Decision {
  if (messageStatus(message) !== 'proposed') return refused('wrong-state')
  return mayApproveWorkOf(message.authors, personId)
}
