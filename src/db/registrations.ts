import type { Kysely } from 'kysely'
import type { RegistrationCount } from '../domain/registration.js'
import type { KnownCell } from '../domain/registration-changes.js'
import type { Day, Instant, Month } from '../domain/time.js'
import { employerLots } from './employer-lots.js'
import { dayTotals } from './day-totals.js'
import { bucketTotals, countSum } from './bucket-totals.js'
import { rememberedSums } from './remembered-sums.js'
import { registrationChanges } from './registration-changes.js'
import type { Schema } from './schema.js'

export type RegistrationCountTable = RegistrationCount

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

    /** Every version of the counts of some days, oldest first: how they became known. */
    history: async ({
      streamId,
      districtCodes,
      from,
      asOf,
    }: {
      streamId: string
      districtCodes: readonly string[]
      from: Day
      asOf?: Instant | undefined
    }): Promise<RegistrationCount[]> => {
      if (districtCodes.length === 0) return []
      let query = db
        .selectFrom('registrationCounts')
        .selectAll()
        .where('districtCode', 'in', districtCodes)
        .where('streamId', '=', streamId)
        .where('day', '>=', from)
      if (asOf) query = query.where('knownFrom', '<=', asOf)
      return query.orderBy('knownFrom').execute()
    },

    /** Registrations by district, stream and month; a span of days counts for the month it ends in. */
    monthTotals: (period: Period): Promise<MonthTotal[]> =>
      db
        .selectFrom('registrationCounts')
        .select(eb => [
          'districtCode',
          'streamId',
          eb.fn<string>('substr', ['day', eb.lit(1), eb.lit(7)]).as('month'),
          countSum.as('total'),
        ])
        .where('knownTo', 'is', null)
        .where('day', '>=', period.from)
        .where('day', '<=', period.to)
        .groupBy(['districtCode', 'streamId', 'month'])
        .execute(),

    /** The last day for which anything is reported, in one stream or in any. */
    async lastDay(streamId?: string): Promise<Day | null> {
      const row = await reportedDays(streamId).orderBy('day', 'desc').limit(1).executeTakeFirst()
      return row?.day ?? null
    },

    async firstDay(streamId?: string): Promise<Day | null> {
      const row = await reportedDays(streamId).orderBy('day').limit(1).executeTakeFirst()
      return row?.day ?? null
    },

    /** The days between which anything is reported, as known now or at a past moment. */
    async reportedPeriod(asOf?: Instant): Promise<Period | null> {
      let query = db.selectFrom('registrationCounts').where('state', '=', 'reported')
      query = asOf
        ? query
            .where('knownFrom', '<=', asOf)
            .where(eb => eb.or([eb('knownTo', 'is', null), eb('knownTo', '>', asOf)]))
        : query.where('knownTo', 'is', null)
      const first = await query.select('day').orderBy('day').limit(1).executeTakeFirst()
      const last = await query.select('day').orderBy('day', 'desc').limit(1).executeTakeFirst()
      return first && last ? { from: first.day, to: last.day } : null
    },

    /** The last day of a period for which anything is reported, in one stream or in any. */
    async lastReportedDay({ from, to }: Period, streamId?: string): Promise<Day | null> {
      const within = reportedDays(streamId).where('day', '>=', from).where('day', '<=', to)
      const row = await within.orderBy('day', 'desc').limit(1).executeTakeFirst()
      return row?.day ?? null
    },

    lastKnownFrom,

    /** What is known of one district, as lean as comparing a sheet with it needs. */
    knownCells: ({
      districtCode,
      streamIds,
      from,
      to,
    }: Period & { districtCode: string; streamIds: readonly string[] }): Promise<KnownCell[]> =>
      db
        .selectFrom('registrationCounts')
        .select(['districtCode', 'streamId', 'day', 'spanDays', 'state', 'count', 'importId'])
        .where('districtCode', '=', districtCode)
        .where('streamId', 'in', streamIds)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .where('knownTo', 'is', null)
        .execute(),

    bucketTotals: rememberedSums(bucketTotals(db), lastKnownFrom),

    dayTotals: dayTotals(db),

    /** Districts an import brought something for that is still known, and how many cells. */
    openOfImport: (importId: string): Promise<{ districtCode: string; cells: number }[]> =>
      db
        .selectFrom('registrationCounts')
        .select(eb => ['districtCode', eb.fn.countAll<number>().as('cells')])
        .where('importId', '=', importId)
        .where('knownTo', 'is', null)
        .groupBy('districtCode')
        .orderBy('districtCode')
        .execute(),

    ...registrationChanges(db),

    ...employerLots(db),
  }

  /** The latest moment at which anything became known: every change has one of its own. */
  async function lastKnownFrom(): Promise<Instant | null> {
    const row = await db
      .selectFrom('registrationImports')
      .select(eb => [eb.fn.max('committedAt').as('committed'), eb.fn.max('undoneAt').as('undone')])
      .executeTakeFirst()
    return [row?.committed ?? '', row?.undone ?? ''].toSorted()[1] || null
  }

  function reportedDays(streamId: string | undefined) {
    const days = db
      .selectFrom('registrationCounts')
      .select('day')
      .where('knownTo', 'is', null)
      .where('state', '=', 'reported')
    return streamId === undefined ? days : days.where('streamId', '=', streamId)
  }
}
