/**
 * What becomes of a missed broadcast, as one small state machine:
 *
 *     open ──offer──▶ offered ──accept──▶ replaced      (the replacement is a broadcast with a fate of its own)
 *      ▲                 │
 *      └─decline, expire─┘
 *     open ──waive, with a reason──▶ waived
 *     open ──credit──▶ credited
 *
 * Nothing is stored but dated facts; where a miss stands is read from them. Expiry is no act: it is a moment gone by.
 */
import type { BroadcastState } from './broadcast.js'
import type { Decision } from './problem.js'
import { allowed, refused } from './problem.js'
import type { Day, Instant, Minute } from './time.js'
import { addMinutes, instantAt } from './time.js'

/** One attempt to remedy a missed broadcast: another run that is offered, or a waiver, or a credit. */
export interface Makegood {
  id: string
  missedId: string
  offeredByContact: string | null
  offeredByUser: string | null
  offeredAt: Instant
  day: Day | null
  fromMinute: Minute | null
  toMinute: Minute | null
  expiresAt: Instant | null
  acceptedAt: Instant | null
  acceptedBy: string | null
  acceptedByContact: string | null
  declinedAt: Instant | null
  declinedBy: string | null
  declinedByContact: string | null
  declineReason: string | null
  waivedAt: Instant | null
  waivedBy: string | null
  waiveReason: string | null
  creditedAt: Instant | null
  creditedBy: string | null
  creditRupiah: number | null
  replacementId: string | null
  /** Another outlet's order and line it would run in, and its price there; null at the outlet that missed it. */
  orderId: string | null
  lineKey: string | null
  rupiah: number | null
  /** Offers that restore the exposure only together, and how many they are; null for one that does so alone. */
  bundleId: string | null
  parts: number | null
  version: number
}

/** A makegood about which nothing is decided yet: no time offered, not taken, not refused, not remedied. */
export const undecided = {
  day: null,
  fromMinute: null,
  toMinute: null,
  expiresAt: null,
  acceptedAt: null,
  acceptedBy: null,
  acceptedByContact: null,
  declinedAt: null,
  declinedBy: null,
  declinedByContact: null,
  declineReason: null,
  waivedAt: null,
  waivedBy: null,
  waiveReason: null,
  creditedAt: null,
  creditedBy: null,
  creditRupiah: null,
  replacementId: null,
  orderId: null,
  lineKey: null,
  rupiah: null,
  bundleId: null,
  parts: null,
  version: 1,
} as const satisfies Partial<Makegood>

export type MakegoodStatus = 'offered' | 'expired' | 'accepted' | 'declined' | 'waived' | 'credited'

export function makegoodStatus(makegood: Makegood, now: Instant): MakegoodStatus {
  if (makegood.waivedAt) return 'waived'
  if (makegood.creditedAt) return 'credited'
  if (makegood.acceptedAt) return 'accepted'
  if (makegood.declinedAt) return 'declined'
  return makegood.expiresAt !== null && makegood.expiresAt <= now ? 'expired' : 'offered'
}

export type MissStatus = 'open' | 'offered' | 'replaced' | 'waived' | 'credited'

/** Where a miss stands, from every attempt to remedy it. Offers that count together replace it once all were taken. */
export function missStatus(attempts: readonly Makegood[], now: Instant): MissStatus {
  const states = attempts.map(attempt => makegoodStatus(attempt, now))
  if (states.includes('waived')) return 'waived'
  if (states.includes('credited')) return 'credited'
  const taken = attempts.filter((_, index) => states[index] === 'accepted')
  const isComplete = ({ bundleId, parts }: Makegood) =>
    bundleId === null || taken.filter(other => other.bundleId === bundleId).length >= (parts ?? 1)
  if (taken.some(isComplete)) return 'replaced'
  return states.includes('offered') ? 'offered' : 'open'
}

/** The outlet says it did not run, or staff dispute that it did. */
export function isMiss(broadcast: BroadcastState): boolean {
  const isDisputed =
    broadcast.decision === 'disputed' && broadcast.verificationOf === broadcast.confirmationId
  return broadcast.answer === 'did-not-run' || (broadcast.answer !== null && isDisputed)
}

export function isUnresolved(
  broadcast: BroadcastState,
  attempts: readonly Makegood[],
  now: Instant,
): boolean {
  return isMiss(broadcast) && ['open', 'offered'].includes(missStatus(attempts, now))
}

export type Side = 'outlet' | 'office'

interface Miss {
  broadcast: BroadcastState
  attempts: readonly Makegood[]
  now: Instant
}

/** Whether a remedy may be begun: an offer, a waiver or a credit. */
export function mayRemedy({ broadcast, attempts, now }: Miss): Decision {
  if (broadcast.orderClosedAt || !isMiss(broadcast)) return refused('wrong-state')
  return missStatus(attempts, now) === 'open' ? allowed : refused('wrong-state')
}

/** A slot that is offered lies ahead and inside the flight. */
export function mayOffer(
  miss: Miss,
  slot: { day: Day; fromMinute: Minute; toMinute: Minute },
  given: { today: Day; flightEnds: Day },
): Decision {
  const begun = mayRemedy(miss)
  if (!begun.ok) return begun
  if (slot.toMinute <= slot.fromMinute) return refused('daypart-empty')
  if (slot.day <= given.today) return refused('slot-past')
  return slot.day <= given.flightEnds ? allowed : refused('slot-after-flight')
}

/** Whoever did not make the offer accepts it. */
export function mayAccept({ broadcast, attempts, now }: Miss, makegood: Makegood, side: Side): Decision {
  if (broadcast.orderClosedAt || !isMiss(broadcast)) return refused('wrong-state')
  if (!attempts.includes(makegood) || makegoodStatus(makegood, now) !== 'offered')
    return refused('wrong-state')
  return offeredBy(makegood) === side ? refused('own-work') : allowed
}

/** Either side ends an offer: the one declines it, the other takes it back. */
export function mayDecline({ broadcast, attempts, now }: Miss, makegood: Makegood): Decision {
  const isOpen = attempts.includes(makegood) && makegoodStatus(makegood, now) === 'offered'
  return isOpen && !broadcast.orderClosedAt ? allowed : refused('wrong-state')
}

/** Free airtime has no price that could be given back. */
export function mayCredit(miss: Miss, rupiah: number): Decision {
  const begun = mayRemedy(miss)
  if (!begun.ok) return begun
  const { priceKind, rupiah: price } = miss.broadcast
  if (priceKind === 'free' || price === 0) return refused('nothing-to-credit')
  return rupiah >= 1 && rupiah <= price ? allowed : refused('too-large', { most: price })
}

export function mayWaive(miss: Miss, reason: string): Decision {
  const begun = mayRemedy(miss)
  if (!begun.ok) return begun
  return reason.trim() === '' ? refused('required') : allowed
}

export function offeredBy(makegood: Makegood): Side {
  return makegood.offeredByContact === null ? 'office' : 'outlet'
}

const daysToDecide = 7

/** An offer stands for seven days, and never longer than until its slot begins. */
export function offerExpiry(
  slot: { day: Day; fromMinute: Minute },
  { offeredAt, zone }: { offeredAt: Instant; zone: string },
): Instant {
  const begins = instantAt(slot.day, slot.fromMinute, zone)
  const inAWeek = addMinutes(offeredAt, daysToDecide * 24 * 60)
  return begins < inAWeek ? begins : inAWeek
}
