import type { Kysely } from 'kysely'
import type { Spike } from '../domain/analysis.js'
import type { Day } from '../domain/time.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type SpikeTable = Spike

/** One district, or null for what many districts had in common. */
interface Place {
  streamId: string
  districtCode: string | null
}

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

    /** Spikes that touch any of the days, the largest first. */
    between: ({ from, to }: { from: Day; to: Day }, streamId: string): Promise<Spike[]> =>
      inForce()
        .where('spikes.streamId', '=', streamId)
        .where('firstDay', '<=', to)
        .where('lastDay', '>=', from)
        .orderBy('excess', 'desc')
        .execute(),

    /** The spike that lasts on a day; the largest where several do. */
    on: (day: Day, { streamId, districtCode }: Place): Promise<Spike | undefined> =>
      inForce()
        .where('spikes.streamId', '=', streamId)
        .where('districtCode', districtCode === null ? 'is' : '=', districtCode)
        .where('firstDay', '<=', day)
        .where('lastDay', '>=', day)
        .orderBy('excess', 'desc')
        .limit(1)
        .executeTakeFirst(),

    find: (id: string): Promise<Spike | undefined> =>
      db.selectFrom('spikes').selectAll().where('id', '=', id).executeTakeFirst(),

    insert: (rows: readonly Spike[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('spikes').values(chunk).execute()),
  }
}
