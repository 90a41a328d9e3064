import type { Kysely } from 'kysely'
import type { PaymentNote } from '../domain/payment.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type PaymentStepTable = PaymentNote

export function payments(db: Kysely<Schema>) {
  return {
    /** Every note on the payment files of these orders, the first noted first. */
    async listOf(orderIds: readonly string[]): Promise<PaymentNote[]> {
      const notes: PaymentNote[] = []
      await inChunks(orderIds, async ids => {
        const found = await db.selectFrom('paymentSteps').selectAll().where('orderId', 'in', ids).execute()
        notes.push(...found)
      })
      return notes.toSorted((a, b) => (`${a.notedAt} ${a.id}` < `${b.notedAt} ${b.id}` ? -1 : 1))
    },

    insert: async (note: PaymentNote): Promise<void> => {
      await db.insertInto('paymentSteps').values(note).execute()
    },
  }
}
