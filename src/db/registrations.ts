import type { Kysely } from 'kysely'
import type { RegistrationCell, RegistrationCount } from '../domain/registration.js'
import type { Day, Instant, Month } from '../domain/time.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type RegistrationCountTable = RegistrationCount

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

export interface Period {
  from: Day
  to: Day
}

export interface MonthTotal {
  districtCode: string
  streamId: string
  month: Month
  total: number
}

export function registrations(db: Kysely<Schema>) {
  return {
    /** Cells as they are known now, or as they were known at a past moment. */
    list: (
      period: Period,
      options: { streamId?: string; districtCode?: string; asOf?: Instant } = {},
    ): Promise<RegistrationCount[]> => {
      let query = db
        .selectFrom('registrationCounts')
        .selectAll()
        .where('day', '>=', period.from)
        .where('day', '<=', period.to)
        .orderBy('day')
      const { asOf } = options
      query = asOf
        ? query
            .where('knownFrom', '<=', asOf)
            .where(eb => eb.or([eb('knownTo', 'is', null), eb('knownTo', '>', asOf)]))
        : query.where('knownTo', 'is', null)
      if (options.streamId) query = query.where('streamId', '=', options.streamId)
      if (options.districtCode) query = query.where('districtCode', '=', options.districtCode)
      return query.execute()
    },

    /** Registrations by district, stream and month; a span of days counts for the month it ends in. */
    monthTotals: (period: Period): Promise<MonthTotal[]> =>
      db
        .selectFrom('registrationCounts')
        .select(eb => [
          'districtCode',
          'streamId',
          eb.fn<string>('substr', ['day', eb.lit(1), eb.lit(7)]).as('month'),
          eb.fn.coalesce(eb.fn.sum<number>('count'), eb.lit(0)).as('total'),
        ])
        .where('knownTo', 'is', null)
        .where('day', '>=', period.from)
        .where('day', '<=', period.to)
        .groupBy(['districtCode', 'streamId', 'month'])
        .execute(),

    /** The last day for which anything is reported. */
    async lastDay(): Promise<Day | null> {
      const row = await db
        .selectFrom('registrationCounts')
        .select('day')
        .where('knownTo', 'is', null)
        .where('state', '=', 'reported')
        .orderBy('day', 'desc')
        .executeTakeFirst()
      return row?.day ?? null
    },

    async firstDay(): Promise<Day | null> {
      const row = await db
        .selectFrom('registrationCounts')
        .select('day')
        .where('knownTo', 'is', null)
        .orderBy('day')
        .executeTakeFirst()
      return row?.day ?? null
    },

    /** The latest moment at which anything became known. */
    async lastKnownFrom(): Promise<Instant | null> {
      const row = await db
        .selectFrom('registrationCounts')
        .select(eb => [eb.fn.max('knownFrom').as('opened'), eb.fn.max('knownTo').as('closed')])
        .executeTakeFirst()
      const moments = [row?.opened ?? '', row?.closed ?? ''].toSorted()
      return moments[1] || null
    },

    /** Makes new values known from a moment on; what was known before is closed at that moment. */
    async supersede(
      cells: readonly RegistrationCell[],
      known: { from: Instant; importId: string },
    ): Promise<void> {
      for (const cell of cells) {
        await db
          .updateTable('registrationCounts')
          .set({ knownTo: known.from })
          .where('districtCode', '=', cell.districtCode)
          .where('streamId', '=', cell.streamId)
          .where('day', '=', cell.day)
          .where('knownTo', 'is', null)
          .execute()
      }
      await insertKnown(
        cells.map(cell => ({ ...cell, knownFrom: known.from, knownTo: null, importId: known.importId })),
      )
    },

    /** Cells nobody knew anything of before. */
    add: (cells: readonly RegistrationCell[], known: { from: Instant; importId: string }): Promise<void> =>
      insertKnown(
        cells.map(cell => ({ ...cell, knownFrom: known.from, knownTo: null, importId: known.importId })),
      ),

    ofImport: (importId: string): Promise<RegistrationCount[]> =>
      db.selectFrom('registrationCounts').selectAll().where('importId', '=', importId).execute(),

    /** What was known of these cells right before an import replaced it. */
    closedAt: (moment: Instant): Promise<RegistrationCount[]> =>
      db.selectFrom('registrationCounts').selectAll().where('knownTo', '=', moment).execute(),

    closeImport: async (importId: string, at: Instant): Promise<void> => {
      await db
        .updateTable('registrationCounts')
        .set({ knownTo: at })
        .where('importId', '=', importId)
        .where('knownTo', 'is', null)
        .execute()
    },

    restore: (rows: readonly RegistrationCount[], at: Instant): Promise<void> =>
      insertKnown(rows.map(row => ({ ...row, knownFrom: at, knownTo: null }))),

    lots: (period: Period): Promise<EmployerLotTable[]> =>
      db
        .selectFrom('employerLots')
        .selectAll()
        .where('knownTo', 'is', null)
        .where('day', '>=', period.from)
        .where('day', '<=', period.to)
        .orderBy('day')
        .execute(),

    insertLots: (rows: readonly EmployerLotTable[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('employerLots').values(chunk).execute()),
  }

  function insertKnown(rows: readonly RegistrationCount[]): Promise<void> {
    return inChunks(rows, chunk =>
      db
        .insertInto('registrationCounts')
        .values(
          chunk.map(
            ({ districtCode, streamId, day, knownFrom, knownTo, spanDays, state, count, importId }) => ({
              districtCode,
              streamId,
              day,
              knownFrom,
              knownTo,
              spanDays,
              state,
              count,
              importId,
            }),
          ),
        )
        .execute(),
    )
  }
}
