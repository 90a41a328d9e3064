import type { Kysely } from 'kysely'
import type { AudienceHabit } from '../domain/audience.js'
import type { Schema } from './schema.js'

export type AudienceHabitTable = AudienceHabit

export function audienceHabits(db: Kysely<Schema>) {
  return {
    list: (): Promise<AudienceHabit[]> =>
      db.selectFrom('audienceHabits').selectAll().orderBy('asOf').execute(),

    /** What is known as of a day replaces what was entered for that same day. */
    save: async (row: AudienceHabit): Promise<void> => {
      await db
        .insertInto('audienceHabits')
        .values(row)
        .onConflict(conflict => conflict.columns(['medium', 'asOf']).doUpdateSet(row))
        .execute()
    },
  }
}
