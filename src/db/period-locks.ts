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

    find: (id: string): Promise<PeriodLockTable | undefined> =>
      db.selectFrom('periodLocks').selectAll().where('id', '=', id).executeTakeFirst(),

    /** The newest first. */
    list: (limit: number): Promise<PeriodLockTable[]> =>
      db.selectFrom('periodLocks').selectAll().orderBy('lockedAt', 'desc').limit(limit).execute(),

    reopen: async (
      id: string,
      { at, by, reason }: { at: Instant; by: string; reason: string },
    ): Promise<void> => {
      await db
        .updateTable('periodLocks')
        .set({ reopenedAt: at, reopenedBy: by, reopenReason: reason })
        .where('id', '=', id)
        .where('reopenedAt', 'is', null)
        .execute()
    },

    insert: async (lock: PeriodLockTable): Promise<void> => {
      await db.insertInto('periodLocks').values(lock).execute()
    },
  }
}
