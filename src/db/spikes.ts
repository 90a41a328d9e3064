import type { Kysely } from 'kysely'
import type { Spike } from '../domain/analysis.js'
import type { Day } from '../domain/time.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type SpikeTable = Spike

export function spikes(db: Kysely<Schema>) {
  const inForce = () =>
    db
      .selectFrom('spikes')
      .innerJoin('analyses', 'analyses.id', 'spikes.analysisId')
      .selectAll('spikes')
      .where('isCurrent', '=', 1)

  return {
    ofDistrict: (districtCode: string, streamId: string): Promise<Spike[]> =>
      inForce()
        .where('districtCode', '=', districtCode)
        .where('spikes.streamId', '=', streamId)
        .orderBy('firstDay')
        .execute(),

    since: (day: Day, streamId?: string): Promise<Spike[]> => {
      let query = inForce().where('lastDay', '>=', day).orderBy('firstDay', 'desc').orderBy('excess', 'desc')
      if (streamId) query = query.where('spikes.streamId', '=', streamId)
      return query.execute()
    },

    insert: (rows: readonly Spike[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('spikes').values(chunk).execute()),
  }
}
