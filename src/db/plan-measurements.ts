import type { Kysely } from 'kysely'
import type { MeasuredPlan, PlanMeasurement } from '../domain/plan-measurement.js'
import type { Schema } from './schema.js'

export interface PlanMeasurementTable extends Omit<PlanMeasurement, 'result'> {
  result: string | null
}

export function planMeasurements(db: Kysely<Schema>) {
  return {
    latest: async (campaignId: string): Promise<PlanMeasurement | undefined> => {
      const row = await db
        .selectFrom('planMeasurements')
        .selectAll()
        .where('campaignId', '=', campaignId)
        .orderBy('requestedAt', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirst()
      return row && fromRow(row)
    },

    unfinished: async (): Promise<PlanMeasurement[]> => {
      const rows = await db
        .selectFrom('planMeasurements')
        .selectAll()
        .where('finishedAt', 'is', null)
        .orderBy('requestedAt')
        .execute()
      return rows.map(fromRow)
    },

    insert: async (row: PlanMeasurement): Promise<void> => {
      await db
        .insertInto('planMeasurements')
        .values({ ...row, result: null })
        .execute()
    },

    finish: async (
      id: string,
      { at, result, error }: { at: string; result: MeasuredPlan | null; error: string | null },
    ): Promise<void> => {
      await db
        .updateTable('planMeasurements')
        .set({ finishedAt: at, error, result: result && JSON.stringify(result) })
        .where('id', '=', id)
        .execute()
    },
  }
}

function fromRow(row: PlanMeasurementTable): PlanMeasurement {
  return { ...row, result: row.result === null ? null : (JSON.parse(row.result) as MeasuredPlan) }
}
