/** Stored forecasts: pages only read them. Those of a year end are kept, for a past board shows what was expected then. */
import type { Kysely } from 'kysely'
import type { ReportingDelay } from '../domain/reporting-delay.js'
import type { Day, Instant } from '../domain/time.js'
import type { StoredForecast } from '../domain/year-end.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export interface YearEndForecastTable extends Omit<StoredForecast, 'remaining'> {
  median: number | null
  spread: number | null
}

export interface ReportingDelayTable extends Omit<ReportingDelay, 'completeness' | 'periods'> {
  completeness: string
  periods: string
}

export function forecasts(db: Kysely<Schema>) {
  return {
    /** The last forecasts of a year that count no day after `through` and knew nothing after `asOf`. */
    async yearEnds(
      year: number,
      { through, asOf }: { through: Day; asOf: Instant },
    ): Promise<StoredForecast[]> {
      const last = await db
        .selectFrom('yearEndForecasts')
        .select(eb => eb.fn.max('asOf').as('asOf'))
        .where('year', '=', year)
        .where('throughDay', '<=', through)
        .where('asOf', '<=', asOf)
        .executeTakeFirst()
      if (!last?.asOf) return []
      const rows = await db
        .selectFrom('yearEndForecasts')
        .selectAll()
        .where('year', '=', year)
        .where('asOf', '=', last.asOf)
        .execute()
      return rows.map(({ median, spread, ...row }) => ({
        ...row,
        remaining: median === null || spread === null ? null : { median, spread },
      }))
    },

    /** A forecast of the same moment takes the place of an earlier one. */
    async keepYearEnds(rows: readonly StoredForecast[]): Promise<void> {
      const first = rows[0]
      if (!first) return
      await db
        .deleteFrom('yearEndForecasts')
        .where('year', '=', first.year)
        .where('asOf', '=', first.asOf)
        .execute()
      await inChunks(rows, chunk =>
        db
          .insertInto('yearEndForecasts')
          .values(
            chunk.map(({ remaining, ...row }) => ({
              ...row,
              median: remaining?.median ?? null,
              spread: remaining?.spread ?? null,
            })),
          )
          .execute(),
      )
    },

    async delay(streamId: string, scope: string): Promise<ReportingDelay | undefined> {
      const row = await db
        .selectFrom('reportingDelays')
        .selectAll()
        .where('streamId', '=', streamId)
        .where('scope', '=', scope)
        .executeTakeFirst()
      return row && fromRow(row)
    },

    async delays(scope: string): Promise<ReportingDelay[]> {
      const rows = await db.selectFrom('reportingDelays').selectAll().where('scope', '=', scope).execute()
      return rows.map(fromRow)
    },

    async keepDelays(streamId: string, delays: readonly ReportingDelay[]): Promise<void> {
      await db.deleteFrom('reportingDelays').where('streamId', '=', streamId).execute()
      await inChunks(delays, chunk =>
        db
          .insertInto('reportingDelays')
          .values(
            chunk.map(delay => ({
              ...delay,
              completeness: JSON.stringify(delay.completeness),
              periods: JSON.stringify(delay.periods),
            })),
          )
          .execute(),
      )
    },
  }
}

function fromRow(row: ReportingDelayTable): ReportingDelay {
  return {
    ...row,
    completeness: JSON.parse(row.completeness) as ReportingDelay['completeness'],
    periods: JSON.parse(row.periods) as ReportingDelay['periods'],
  }
}
