/** Which broadcasts a list asks for, where that takes more than one column. */
import type { ExpressionBuilder, Nullable } from 'kysely'
import type { ConfirmationTable } from './confirmations.js'
import type { Schema } from './schema.js'
import type { VerificationTable } from './verifications.js'

/** Asked of an outlet that declined neither order nor line, in an order that stands; what was answered for is never lost from view. */
export function wasSent(
  eb: ExpressionBuilder<
    Schema & { confirmations: Nullable<ConfirmationTable> },
    'broadcasts' | 'confirmations'
  >,
) {
  const asked = eb
    .selectFrom('orderVersions')
    .innerJoin('mediaOrders', 'mediaOrders.id', 'orderVersions.orderId')
    .select('orderVersions.number')
    .whereRef('orderVersions.orderId', '=', 'broadcasts.orderId')
    .where('sentAt', 'is not', null)
    .where('declinedAt', 'is', null)
    .where('mediaOrders.cancelledAt', 'is', null)
  const refused = eb
    .selectFrom('orderLineAnswers')
    .select('orderLineAnswers.lineKey')
    .whereRef('orderLineAnswers.orderId', '=', 'broadcasts.orderId')
    .whereRef('orderLineAnswers.lineKey', '=', 'broadcasts.lineKey')
    .whereRef('orderLineAnswers.versionNumber', '=', 'broadcasts.lastVersion')
    .where('orderLineAnswers.answer', '<>', 'accepted')
  const expected = eb.and([eb.exists(asked), eb.not(eb.exists(refused))])
  return eb.or([expected, eb('confirmations.id', 'is not', null)])
}

export function isUnjudged(
  eb: ExpressionBuilder<
    Schema & { verifications: Nullable<VerificationTable>; confirmations: Nullable<ConfirmationTable> },
    'confirmations' | 'verifications'
  >,
) {
  return eb.or([
    eb('verifications.id', 'is', null),
    eb('verifications.confirmationId', '<>', eb.ref('confirmations.id')),
    eb('decision', '=', 'reopened'),
  ])
}

/** The outlet says it did not run, or staff dispute that it did. */
export function isMissed(
  eb: ExpressionBuilder<
    Schema & { verifications: Nullable<VerificationTable>; confirmations: Nullable<ConfirmationTable> },
    'confirmations' | 'verifications'
  >,
) {
  return eb.or([eb('answer', '=', 'did-not-run'), eb('decision', '=', 'disputed')])
}
