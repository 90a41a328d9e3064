/** Whether a broadcast is to be paid, from what was ordered, answered and verified. */
import type { Broadcast } from '../broadcast.js'
import type { Confirmation, Verification } from '../confirmation.js'

export type Payable =
  'free' | 'withdrawn' | 'no-answer' | 'did-not-run' | 'disputed' | 'unverified' | 'payable'

/** Only what ran by the outlet's current answer and was verified by somebody of the office is to be paid. */
export function payable(
  broadcast: Broadcast,
  answer: Confirmation | undefined,
  judged: Verification | undefined,
): Payable {
  if (!answer || answer.answer === 'not-known') return broadcast.withdrawnAt ? 'withdrawn' : 'no-answer'
  if (answer.answer === 'did-not-run') return 'did-not-run'
  if (broadcast.priceKind === 'free') return 'free'
  const isOfAnswer = judged?.confirmationId === answer.id
  if (isOfAnswer && judged.decision === 'disputed') return 'disputed'
  return isOfAnswer && judged.decision === 'verified' ? 'payable' : 'unverified'
}
