/** Registrations of many districts added up day by day. */
import { sql, type Kysely } from 'kysely'
import type { Day } from '../domain/time.js'
import { countSum } from './bucket-totals.js'
import type { Schema } from './schema.js'

export interface DayTotal {
  day: Day
  total: number
  /** How many districts, stream by stream, report this day. */
  reports: number
  /** The longest span of days that ends on it. */
  spanDays: number
}

export function dayTotals(db: Kysely<Schema>) {
  return ({
    from,
    to,
    streamId,
  }: {
    from: Day
    to: Day
    streamId?: string | undefined
  }): Promise<DayTotal[]> => {
    let query = db
      .selectFrom('registrationCounts')
      .select([
        'day',
        countSum.as('total'),
        sql<number>`cast(count(count) as bigint)`.as('reports'),
        sql<number>`cast(max(span_days) as bigint)`.as('spanDays'),
      ])
      .where('knownTo', 'is', null)
      .where('day', '>=', from)
      .where('day', '<=', to)
    if (streamId) query = query.where('streamId', '=', streamId)
    return query.groupBy('day').orderBy('day').execute()
  }
}
