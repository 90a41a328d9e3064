import type { Generated, Kysely } from 'kysely'
import type { Day, Instant, Minute } from '../domain/time.js'
import type { Schema } from './schema.js'

export interface MakegoodTable {
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
  declinedAt: Instant | null
  declinedBy: string | null
  declineReason: string | null
  waivedAt: Instant | null
  waivedBy: string | null
  waiveReason: string | null
  creditedAt: Instant | null
  creditedBy: string | null
  creditRupiah: number | null
  replacementId: string | null
  version: Generated<number>
}

export type Makegood = Omit<MakegoodTable, 'version'> & { version: number }

export function makegoods(db: Kysely<Schema>) {
  return {
    listOfOrder: (orderId: string): Promise<Makegood[]> =>
      db
        .selectFrom('makegoods')
        .innerJoin('broadcasts', 'broadcasts.id', 'makegoods.missedId')
        .selectAll('makegoods')
        .where('orderId', '=', orderId)
        .orderBy('offeredAt')
        .execute(),

    insert: async (makegood: Makegood): Promise<void> => {
      await db.insertInto('makegoods').values(makegood).execute()
    },
  }
}
