import type { Kysely } from 'kysely'
import type { Rate } from '../domain/rate.js'
import type { Day } from '../domain/time.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type RateTable = Rate

/** Prices with their days. What an order was priced with stands in the order, so that a rate may go. */
export function rates(db: Kysely<Schema>) {
  return {
    listOf: (outletId: string): Promise<Rate[]> =>
      db
        .selectFrom('rates')
        .selectAll()
        .where('outletId', '=', outletId)
        .orderBy('format')
        .orderBy('seconds')
        .orderBy('validFrom', 'desc')
        .execute(),

    insert: (rows: Rate[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('rates').values(chunk).execute()),

    end: async (id: string, validTo: Day): Promise<void> => {
      await db.updateTable('rates').set({ validTo }).where('id', '=', id).execute()
    },

    remove: async (id: string): Promise<void> => {
      await db.deleteFrom('rates').where('id', '=', id).execute()
    },
  }
}
