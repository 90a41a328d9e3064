import type { Kysely } from 'kysely'
import type { Day, Instant } from '../domain/time.js'
import type { Schema } from './schema.js'

/** Up to and including `throughDay` outlets can no longer correct what they answered. */
export interface PeriodLockTable {
  id: string
  throughDay: Day
  lockedAt: Instant
  lockedBy: string
  reopenedAt: Instant | null
  reopenedBy: string | null
  reopenReason: string | null
}

export function periodLocks(db: Kysely<Schema>) {
  return {
    /** The last day that is locked, if any. */
    async lockedThrough(): Promise<Day | null> {
      const row = await db
        .selectFrom('periodLocks')
        .select(eb => eb.fn.max('throughDay').as('day'))
        .where('reopenedAt', 'is', null)
        .executeTakeFirst()
      return row?.day ?? null
    },

    insert: async (lock: PeriodLockTable): Promise<void> => {
      await db.insertInto('periodLocks').values(lock).execute()
    },
  }
}
