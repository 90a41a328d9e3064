import type { Kysely } from 'kysely'
import type { Instant } from '../domain/time.js'
import type { Schema } from './schema.js'

/** Sessions by the hash of their id: whoever reads the table cannot use them. */
export interface SessionTable {
  idHash: string
  userId: string | null
  data: string
  expiresAt: Instant
}

export function sessions(db: Kysely<Schema>) {
  return {
    async find(idHash: string, now: Instant): Promise<string | undefined> {
      const row = await db
        .selectFrom('sessions')
        .select('data')
        .where('idHash', '=', idHash)
        .where('expiresAt', '>', now)
        .executeTakeFirst()
      return row?.data
    },

    save: async (row: SessionTable): Promise<void> => {
      const { idHash: _, ...change } = row
      await db
        .insertInto('sessions')
        .values(row)
        .onConflict(conflict => conflict.column('idHash').doUpdateSet(change))
        .execute()
    },

    remove: async (idHash: string): Promise<void> => {
      await db.deleteFrom('sessions').where('idHash', '=', idHash).execute()
    },

    removeOf: async (userId: string, except?: string): Promise<void> => {
      await db
        .deleteFrom('sessions')
        .where('userId', '=', userId)
        .where('idHash', '<>', except ?? '')
        .execute()
    },

    async removeExpired(now: Instant): Promise<number> {
      const { numDeletedRows } = await db
        .deleteFrom('sessions')
        .where('expiresAt', '<=', now)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
