import type { Kysely } from 'kysely'
import type { Analysis } from '../domain/analysis.js'
import type { Day } from '../domain/time.js'
import { flag } from './columns.js'
import type { Schema } from './schema.js'

export interface AnalysisTable extends Omit<Analysis, 'isCurrent'> {
  isCurrent: number
}

export interface BaselineTable {
  analysisId: string
  streamId: string
  districtCode: string
  firstDay: Day
  status: string
  series: string
}

export function analyses(db: Kysely<Schema>) {
  return {
    async find(id: string): Promise<Analysis | undefined> {
      const row = await db.selectFrom('analyses').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    /** The results in force: one per campaign and stream, one of spikes per stream. */
    async current(kind: Analysis['kind'], campaignId?: string): Promise<Analysis[]> {
      let query = db.selectFrom('analyses').selectAll().where('kind', '=', kind).where('isCurrent', '=', 1)
      if (campaignId) query = query.where('campaignId', '=', campaignId)
      return (await query.orderBy('streamId').execute()).map(fromRow)
    },

    async history(campaignId: string): Promise<Analysis[]> {
      const rows = await db
        .selectFrom('analyses')
        .selectAll()
        .where('campaignId', '=', campaignId)
        .where('finishedAt', 'is not', null)
        .orderBy('finishedAt', 'desc')
        .limit(20)
        .execute()
      return rows.map(fromRow)
    },

    async unfinished(): Promise<Analysis[]> {
      const rows = await db
        .selectFrom('analyses')
        .selectAll()
        .where('finishedAt', 'is', null)
        .where('failedAt', 'is', null)
        .where('cancelledAt', 'is', null)
        .orderBy('requestedAt')
        .execute()
      return rows.map(fromRow)
    },

    /** Adds a finished result and makes it the one in force; earlier ones stay as history. */
    async insertCurrent(analysis: Analysis): Promise<void> {
      let previous = db
        .updateTable('analyses')
        .set({ isCurrent: 0 })
        .where('kind', '=', analysis.kind)
        .where('isCurrent', '=', 1)
      if (analysis.campaignId) previous = previous.where('campaignId', '=', analysis.campaignId)
      if (analysis.streamId) previous = previous.where('streamId', '=', analysis.streamId)
      await previous.execute()
      await db
        .insertInto('analyses')
        .values({ ...analysis, isCurrent: flag(true) })
        .execute()
    },

    insertBaselines: async (rows: BaselineTable[]): Promise<void> => {
      for (const row of rows) await db.insertInto('baselines').values(row).execute()
    },

    baseline: (analysisId: string, districtCode: string): Promise<BaselineTable | undefined> =>
      db
        .selectFrom('baselines')
        .selectAll()
        .where('analysisId', '=', analysisId)
        .where('districtCode', '=', districtCode)
        .executeTakeFirst(),

    /** Pages show what is in force; the row of the analysis stays, and says what was searched and how much was found. */
    async dropOldSpikes(streamId: string): Promise<void> {
      const old = db
        .selectFrom('analyses')
        .select('id')
        .where('kind', '=', 'spikes')
        .where('streamId', '=', streamId)
        .where('isCurrent', '=', 0)
      await db.deleteFrom('baselines').where('analysisId', 'in', old).execute()
      await db.deleteFrom('spikes').where('analysisId', 'in', old).execute()
    },
  }
}

function fromRow(row: AnalysisTable): Analysis {
  return { ...row, isCurrent: row.isCurrent === 1 }
}
