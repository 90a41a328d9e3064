import type { Kysely } from 'kysely'
import type { Instant } from '../domain/time.js'
import type { WaveDraw } from '../domain/wave-draw.js'
import { list } from './columns.js'
import type { Schema } from './schema.js'

export interface WaveDrawTable extends Omit<
  WaveDraw,
  'districtCodes' | 'starts' | 'options' | 'plan' | 'result'
> {
  districts: string
  starts: string
  options: string
  plan: string
  result: string | null
}

export function waveDraws(db: Kysely<Schema>) {
  return {
    /** The last one is in force; earlier ones stay to be seen. */
    listOf: async (campaignId: string): Promise<WaveDraw[]> => {
      const rows = await db
        .selectFrom('waveDraws')
        .selectAll()
        .where('campaignId', '=', campaignId)
        .orderBy('number', 'desc')
        .execute()
      return rows.map(fromRow)
    },

    unjudged: async (): Promise<WaveDraw[]> => {
      const rows = await db.selectFrom('waveDraws').selectAll().where('judgedAt', 'is', null).execute()
      return rows.map(fromRow)
    },

    insert: async ({ districtCodes, ...draw }: WaveDraw): Promise<void> => {
      const texts = {
        districts: JSON.stringify(districtCodes),
        starts: JSON.stringify(draw.starts),
        options: JSON.stringify(draw.options),
        plan: JSON.stringify(draw.plan),
        result: null,
      }
      await db
        .insertInto('waveDraws')
        .values({ ...draw, ...texts })
        .execute()
    },

    judge: async (id: string, at: Instant, result: WaveDraw['result']): Promise<void> => {
      await db
        .updateTable('waveDraws')
        .set({ judgedAt: at, result: JSON.stringify(result) })
        .where('id', '=', id)
        .execute()
    },
  }
}

function fromRow({ districts, starts, options, plan, result, ...row }: WaveDrawTable): WaveDraw {
  return {
    ...row,
    districtCodes: list(districts),
    starts: list(starts),
    options: JSON.parse(options) as WaveDraw['options'],
    plan: list<number>(plan),
    result: result === null ? null : (JSON.parse(result) as WaveDraw['result']),
  }
}
