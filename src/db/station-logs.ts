import type { Kysely } from 'kysely'
import type { LogReading, LogRun, StationLog } from '../domain/station-log.js'
import type { Day, Instant } from '../domain/time.js'
import { inChunks, updateVersioned } from './columns.js'
import type { Schema } from './schema.js'

type Stored = 'period' | 'reading' | 'rows' | 'names' | 'finding'

export interface StationLogTable extends Omit<StationLog, Stored> {
  firstDay: Day
  lastDay: Day
  reading: string
  rows: string
  names: string
  finding: string | null
}

export type StationLogRunTable = LogRun

export interface OutletLogHabitTable {
  outletId: string
  reading: string
  names: string
  updatedAt: Instant
}

/** How an outlet writes its logs, as far as somebody confirmed it. */
export interface LogHabits {
  reading: LogReading
  names: Record<string, string>
}

export function stationLogs(db: Kysely<Schema>) {
  return {
    async find(id: string): Promise<StationLog | undefined> {
      const row = await db.selectFrom('stationLogs').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    /** The newest first, without their rows. */
    listOfOutlet: (outletId: string, limit: number) =>
      db
        .selectFrom('stationLogs')
        .select([
          'id',
          'fileName',
          'firstDay',
          'lastDay',
          'receivedAt',
          'receivedByUser',
          'committedAt',
          'discardedAt',
          'grade',
        ])
        .where('outletId', '=', outletId)
        .where('discardedAt', 'is', null)
        .orderBy('receivedAt', 'desc')
        .limit(limit)
        .execute(),

    async findWithFile(outletId: string, fileId: string, firstDay: Day): Promise<StationLog | undefined> {
      const row = await db
        .selectFrom('stationLogs')
        .selectAll()
        .where('outletId', '=', outletId)
        .where('fileId', '=', fileId)
        .where('firstDay', '=', firstDay)
        .where('discardedAt', 'is', null)
        .orderBy('receivedAt', 'desc')
        .executeTakeFirst()
      return row && fromRow(row)
    },

    insert: async (log: StationLog): Promise<void> => {
      await db.insertInto('stationLogs').values(toRow(log)).execute()
    },

    update: (log: StationLog): Promise<void> => {
      const { id, version, ...change } = toRow(log)
      return updateVersioned(db, 'stationLogs', { id, version }, change)
    },

    insertRuns: (runs: readonly LogRun[]): Promise<void> =>
      inChunks(runs, chunk => db.insertInto('stationLogRuns').values(chunk).execute()),

    runs: (logId: string): Promise<LogRun[]> =>
      db.selectFrom('stationLogRuns').selectAll().where('logId', '=', logId).orderBy('position').execute(),

    updateRun: async ({ logId, position, ...change }: LogRun): Promise<void> => {
      await db
        .updateTable('stationLogRuns')
        .set(change)
        .where('logId', '=', logId)
        .where('position', '=', position)
        .execute()
    },

    removeRun: async ({ logId, position }: LogRun): Promise<void> => {
      await db
        .deleteFrom('stationLogRuns')
        .where('logId', '=', logId)
        .where('position', '=', position)
        .execute()
    },

    async habits(outletId: string): Promise<LogHabits | undefined> {
      const row = await db
        .selectFrom('outletLogHabits')
        .selectAll()
        .where('outletId', '=', outletId)
        .executeTakeFirst()
      return (
        row && {
          reading: JSON.parse(row.reading) as LogReading,
          names: JSON.parse(row.names) as LogHabits['names'],
        }
      )
    },

    async saveHabits(outletId: string, { reading, names }: LogHabits, updatedAt: Instant): Promise<void> {
      const texts = { reading: JSON.stringify(reading), names: JSON.stringify(names), updatedAt }
      await db
        .insertInto('outletLogHabits')
        .values({ outletId, ...texts })
        .onConflict(conflict => conflict.column('outletId').doUpdateSet(texts))
        .execute()
    },
  }
}

function toRow({ period, ...log }: StationLog): StationLogTable {
  return {
    ...log,
    firstDay: period.first,
    lastDay: period.last,
    reading: JSON.stringify(log.reading),
    rows: JSON.stringify(log.rows),
    names: JSON.stringify(log.names),
    finding: log.finding && JSON.stringify(log.finding),
  }
}

function fromRow({ firstDay, lastDay, ...row }: StationLogTable): StationLog {
  return {
    ...row,
    period: { first: firstDay, last: lastDay },
    reading: JSON.parse(row.reading) as LogReading,
    rows: JSON.parse(row.rows) as StationLog['rows'],
    names: JSON.parse(row.names) as StationLog['names'],
    finding: row.finding === null ? null : (JSON.parse(row.finding) as StationLog['finding']),
  }
}
