import type { Kysely } from 'kysely'
import type { WarningReason } from '../domain/order-warning.js'
import type { Schema } from './schema.js'

export type OrderWarningReasonTable = WarningReason

export function warningReasons(db: Kysely<Schema>) {
  return {
    /** Of every version, oldest first. */
    listOfOrder: (orderId: string): Promise<WarningReason[]> =>
      db
        .selectFrom('orderWarningReasons')
        .selectAll()
        .where('orderId', '=', orderId)
        .orderBy('versionNumber')
        .orderBy('rule')
        .execute(),

    save: async (row: WarningReason): Promise<void> => {
      const { reason, givenBy, givenAt } = row
      await db
        .insertInto('orderWarningReasons')
        .values(row)
        .onConflict(conflict =>
          conflict.columns(['orderId', 'versionNumber', 'rule']).doUpdateSet({ reason, givenBy, givenAt }),
        )
        .execute()
    },
  }
}
