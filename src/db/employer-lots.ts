import type { Kysely } from 'kysely'
import type { Day, Instant } from '../domain/time.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export interface EmployerLotTable {
  id: string
  districtCode: string
  streamId: string
  day: Day
  size: number
  /** Keyed hash of the firm's number: the firm itself is never stored. */
  firmKey: string
  knownFrom: Instant
  knownTo: Instant | null
  importId: string
}

export function employerLots(db: Kysely<Schema>) {
  return {
    lots: (period: { from: Day; to: Day }): Promise<EmployerLotTable[]> =>
      db
        .selectFrom('employerLots')
        .selectAll()
        .where('knownTo', 'is', null)
        .where('day', '>=', period.from)
        .where('day', '<=', period.to)
        .orderBy('day')
        .execute(),

    closeLots: async (importId: string, at: Instant): Promise<void> => {
      await db
        .updateTable('employerLots')
        .set({ knownTo: at })
        .where('importId', '=', importId)
        .where('knownTo', 'is', null)
        .execute()
    },

    insertLots: (rows: readonly EmployerLotTable[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('employerLots').values(chunk).execute()),
  }
}
