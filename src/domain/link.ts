import type { Day, Instant } from './time.js'
import { addMinutes } from './time.js'

/** A secret address sent by mail. Opening it changes nothing; what is posted through it may. */
export type LinkKind = 'setup' | 'sign-in' | 'invitation' | 'password-reset' | 'week' | 'order'

export interface Link {
  id: string
  kind: LinkKind
  userId: string | null
  contactId: string | null
  week: Day | null
  orderId: string | null
  orderVersion: number | null
  createdAt: Instant
  expiresAt: Instant
  /** Staff who took it to paste into a chat; null for one that was mailed. */
  copiedBy?: string | null | undefined
  usedAt: Instant | null
  revokedAt: Instant | null
}

const hour = 60
const day = 24 * hour

/** How long each kind may be used. Partners' links outlive every deadline and its extension. */
const lifetimes: Record<LinkKind, number> = {
  setup: 7 * day,
  'sign-in': 30 * day,
  invitation: 14 * day,
  'password-reset': 2 * hour,
  week: 90 * day,
  order: 90 * day,
}

export function linkExpiry(kind: LinkKind, createdAt: Instant): Instant {
  return addMinutes(createdAt, lifetimes[kind])
}

/** These make an account's way in: used once. Partners' links may be used again until they end. */
const usedOnce: readonly LinkKind[] = ['setup', 'invitation', 'password-reset']

export function linkIsOpen(link: Link, now: Instant): boolean {
  if (link.revokedAt || link.expiresAt <= now) return false
  return !(link.usedAt && usedOnce.includes(link.kind))
}
