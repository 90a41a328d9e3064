/** Where an order's payment file stands: dated notes of staff, seen by the outlet, auditors and everybody of the office. */
import type { BroadcastState } from './broadcast.js'
import { isVerified } from './exposure.js'
import type { MediaOrder } from './media-order.js'
import type { Decision } from './problem.js'
import { allowed, refused } from './problem.js'
import { sumOf } from './sum.js'
import type { Day, Instant } from './time.js'

export const paymentSteps = ['received', 'verified', 'with-finance', 'paid'] as const
export type PaymentStep = (typeof paymentSteps)[number]

/** Nothing is overwritten: what was noted wrongly is followed by an earlier step again, with the reason. */
export interface PaymentNote {
  id: string
  orderId: string
  step: PaymentStep
  /** The day it happened. */
  day: Day
  note: string
  notedBy: string
  notedAt: Instant
}

/** The steps that hold now, each with its day: what was noted after a step was taken back no longer counts. */
export function stepsReached(notes: readonly PaymentNote[]): PaymentNote[] {
  const reached: PaymentNote[] = []
  for (const note of notes) {
    const place = paymentSteps.indexOf(note.step)
    reached.splice(place)
    reached[place] = note
  }
  return reached
}

/** The steps that may be noted next: the one that follows, or any earlier one again. */
export function stepsOpen(notes: readonly PaymentNote[]): PaymentStep[] {
  return paymentSteps.slice(0, stepsReached(notes).length + 1)
}

export function hasPayment(broadcasts: readonly BroadcastState[]): boolean {
  return broadcasts.some(({ priceKind, rupiah }) => priceKind !== 'free' && rupiah > 0)
}

/** What is to be paid of these: runs that were verified, at their price; free ones and what did not run cost nothing. */
export function payableRupiah(broadcasts: readonly BroadcastState[]): number {
  return sumOf(broadcasts.filter(b => b.priceKind !== 'free' && isVerified(b)).map(({ rupiah }) => rupiah))
}

/**
 * One step after the other, none before the one that precedes it or in the future; going back needs a reason. Nothing
 * goes on to finance while a run is unverified or a miss unresolved: `runs` is what `mayCloseRuns` says.
 */
export function mayNotePayment(
  order: MediaOrder,
  next: Pick<PaymentNote, 'step' | 'day' | 'note'>,
  given: { notes: readonly PaymentNote[]; broadcasts: readonly BroadcastState[]; runs: Decision; today: Day },
): Decision {
  const reached = stepsReached(given.notes)
  const place = paymentSteps.indexOf(next.step)
  const isAccepted = order.versions.some(({ acceptedAt }) => acceptedAt !== null)
  if (!isAccepted || !hasPayment(given.broadcasts)) return refused('nothing-to-pay')
  if (place > reached.length) return refused('payment-step-skipped')
  if (next.day > given.today) return refused('day-ahead')
  if (place > 0 && next.day < reached[place - 1]!.day) return refused('payment-day-early')
  if (place < reached.length && next.note === '') return refused('required')
  return next.step === 'received' ? allowed : given.runs
}
