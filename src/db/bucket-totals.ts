/** Registrations summed up by weeks or months, as they are known now or were known at a past moment, in one pass. */
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Day, Instant } from '../domain/time.js'
import type { Schema } from './schema.js'

export interface BucketTotal {
  districtCode: string
  streamId: string
  /** The first day of the week or month. */
  bucket: Day
  total: number
  reportedDays: number
}

export interface Buckets {
  /** First days in order; each bucket ends where the next begins, the last at `to`. */
  starts: readonly Day[]
  to: Day
  asOf?: Instant | undefined
  streamId?: string | undefined
  districtCode?: string | undefined
}

/** A span of days counts where it ends. */
export function bucketTotals(db: Kysely<Schema>) {
  return ({ starts, to, asOf, streamId, districtCode }: Buckets): Promise<BucketTotal[]> => {
    const first = starts[0]
    if (first === undefined) return Promise.resolve([])
    let query = db
      .selectFrom('registrationCounts')
      .select([
        'districtCode',
        'streamId',
        bucketOf(starts).as('bucket'),
        countSum.as('total'),
        reportedDays.as('reportedDays'),
      ])
      .where('day', '>=', first)
      .where('day', '<=', to)
    query = asOf
      ? query
          .where('knownFrom', '<=', asOf)
          .where(eb => eb.or([eb('knownTo', 'is', null), eb('knownTo', '>', asOf)]))
      : query.where('knownTo', 'is', null)
    if (streamId) query = query.where('streamId', '=', streamId)
    if (districtCode) query = query.where('districtCode', '=', districtCode)
    return query.groupBy(['districtCode', 'streamId', 'bucket']).orderBy('districtCode').execute()
  }
}

/** PostgreSQL widens a sum to a decimal text; the cast keeps it a number. */
export const countSum = sql<number>`cast(coalesce(sum(count), 0) as bigint)`
const reportedDays = sql<number>`cast(coalesce(sum(case when count is not null then span_days else 0 end), 0) as bigint)`

/** A portable `case` instead of date functions, which every database has differently; halved again and again, for it runs for every row. */
function bucketOf(starts: readonly Day[]): RawBuilder<Day> {
  if (starts.length === 1) return sql<Day>`${sql.lit(starts[0])}`
  const half = Math.floor(starts.length / 2)
  const [early, late] = [bucketOf(starts.slice(0, half)), bucketOf(starts.slice(half))]
  return sql<Day>`case when day < ${sql.lit(starts[half])} then ${early} else ${late} end`
}
