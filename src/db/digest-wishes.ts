import type { Kysely } from 'kysely'
import type { Instant } from '../domain/time.js'
import { flag } from './columns.js'
import type { Schema } from './schema.js'

export interface DigestWishTable {
  userId: string
  wanted: number
  changedAt: Instant
}

export function digestWishes(db: Kysely<Schema>) {
  return {
    /** The ids of all who want it. */
    async wanting(): Promise<Set<string>> {
      const rows = await db.selectFrom('digestWishes').select('userId').where('wanted', '=', 1).execute()
      return new Set(rows.map(({ userId }) => userId))
    },

    save: async (userId: string, wanted: boolean, changedAt: Instant): Promise<void> => {
      const row = { userId, wanted: flag(wanted), changedAt }
      await db
        .insertInto('digestWishes')
        .values(row)
        .onConflict(conflict => conflict.column('userId').doUpdateSet({ wanted: row.wanted, changedAt }))
        .execute()
    },
  }
}
