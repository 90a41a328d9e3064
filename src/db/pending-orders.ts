/** Orders that something may still happen to: days ahead, or a latest version that nobody has accepted. */
import type { ExpressionBuilder } from 'kysely'
import type { Day } from '../domain/time.js'
import type { Schema } from './schema.js'

type OfOrder = ExpressionBuilder<Schema, 'mediaOrders'>

export function isPending(eb: OfOrder, today: Day) {
  return eb.or([eb.exists(linesAhead(eb, today)), eb.not(eb.exists(accepted(eb)))])
}

function linesAhead(eb: OfOrder, today: Day) {
  return eb
    .selectFrom('orderLines')
    .select('orderLines.id')
    .whereRef('orderLines.orderId', '=', 'mediaOrders.id')
    .where('lastDay', '>=', today)
}

/** The latest version, when it is accepted. */
function accepted(eb: OfOrder) {
  return eb
    .selectFrom('orderVersions')
    .select('orderVersions.number')
    .whereRef('orderVersions.orderId', '=', 'mediaOrders.id')
    .where('acceptedAt', 'is not', null)
    .where(inner =>
      inner.not(
        inner.exists(
          inner
            .selectFrom('orderVersions as later')
            .select('later.number')
            .whereRef('later.orderId', '=', 'mediaOrders.id')
            .whereRef('later.number', '>', 'orderVersions.number'),
        ),
      ),
    )
}
