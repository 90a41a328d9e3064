import type { Kysely } from 'kysely'
import type { Observation } from '../domain/observation.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type ObservationTable = Observation

export function observations(db: Kysely<Schema>) {
  return {
    find: (id: string): Promise<Observation | undefined> =>
      db.selectFrom('observations').selectAll().where('id', '=', id).executeTakeFirst(),

    /** Withdrawn ones too, the first first. */
    async listOf(broadcastIds: readonly string[]): Promise<Observation[]> {
      const found: Observation[] = []
      await inChunks(broadcastIds, async ids => {
        const rows = await db
          .selectFrom('observations')
          .selectAll()
          .where('broadcastId', 'in', ids)
          .orderBy('givenAt')
          .orderBy('id')
          .execute()
        found.push(...rows)
      })
      return found
    },

    insert: async (observation: Observation): Promise<void> => {
      await db.insertInto('observations').values(observation).execute()
    },

    withdraw: async (
      id: string,
      { at, by, reason }: { at: string; by: string; reason: string },
    ): Promise<void> => {
      await db
        .updateTable('observations')
        .set({ withdrawnAt: at, withdrawnBy: by, withdrawReason: reason })
        .where('id', '=', id)
        .where('withdrawnAt', 'is', null)
        .execute()
    },
  }
}
