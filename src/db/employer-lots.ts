import type { Kysely } from 'kysely'
import type { KnownLot } from '../domain/employer-lot.js'
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
    lots: (asked: {
      from: Day
      to: Day
      streamId?: string | undefined
      districtCode?: string | undefined
    }): Promise<EmployerLotTable[]> => {
      let query = db
        .selectFrom('employerLots')
        .selectAll()
        .where('knownTo', 'is', null)
        .where('day', '>=', asked.from)
        .where('day', '<=', asked.to)
      if (asked.streamId) query = query.where('streamId', '=', asked.streamId)
      if (asked.districtCode) query = query.where('districtCode', '=', asked.districtCode)
      return query.orderBy('day').execute()
    },

    /** How many lots came in while something lasted, in one district or in all, and their workers. */
    async lotsDuring(span: {
      firstDay: Day
      lastDay: Day
      streamId: string
      districtCode: string | null
    }): Promise<{ lots: number; workers: number }> {
      let query = db
        .selectFrom('employerLots')
        .select(eb => [eb.fn.countAll<number>().as('lots'), eb.fn.sum<number | null>('size').as('workers')])
        .where('knownTo', 'is', null)
        .where('streamId', '=', span.streamId)
        .where('day', '>=', span.firstDay)
        .where('day', '<=', span.lastDay)
      if (span.districtCode !== null) query = query.where('districtCode', '=', span.districtCode)
      const { lots, workers } = await query.executeTakeFirstOrThrow()
      return { lots, workers: workers ?? 0 }
    },

    /** Lots of one district, as they are known now. */
    knownLots: ({
      districtCode,
      from,
      to,
    }: {
      districtCode: string
      from: Day
      to: Day
    }): Promise<KnownLot[]> =>
      db
        .selectFrom('employerLots')
        .select(['id', 'districtCode', 'streamId', 'day', 'size', 'firmKey', 'importId'])
        .where('districtCode', '=', districtCode)
        .where('knownTo', 'is', null)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .execute(),

    /** What an import brought that is still known. */
    openLotsOfImport: (importId: string): Promise<{ id: string }[]> =>
      db
        .selectFrom('employerLots')
        .select('id')
        .where('importId', '=', importId)
        .where('knownTo', 'is', null)
        .execute(),

    lotsClosedAt: (moment: Instant): Promise<EmployerLotTable[]> =>
      db.selectFrom('employerLots').selectAll().where('knownTo', '=', moment).execute(),

    closeLots: (ids: readonly string[], at: Instant): Promise<void> =>
      inChunks(ids, async chunk => {
        await db.updateTable('employerLots').set({ knownTo: at }).where('id', 'in', chunk).execute()
      }),

    insertLots: (rows: readonly EmployerLotTable[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('employerLots').values(chunk).execute()),
  }
}
