import type { Kysely } from 'kysely'
import type { SpikeNote } from '../domain/spike-note.js'
import type { Day } from '../domain/time.js'
import type { Schema } from './schema.js'

export type SpikeNoteTable = SpikeNote

export interface SignedSpikeNote extends SpikeNote {
  authorName: string
}

export function spikeNotes(db: Kysely<Schema>) {
  return {
    /** Notes on any of the days, the latest first; in one place or, where none is given, in all. */
    touching: (
      { from, to }: { from: Day; to: Day },
      { streamId, place }: { streamId: string; place?: { districtCode: string | null } },
    ): Promise<SignedSpikeNote[]> => {
      let query = db
        .selectFrom('spikeNotes')
        .innerJoin('users', 'users.id', 'spikeNotes.writtenBy')
        .selectAll('spikeNotes')
        .select('users.name as authorName')
        .where('streamId', '=', streamId)
        .where('firstDay', '<=', to)
        .where('lastDay', '>=', from)
      if (place)
        query = query.where('districtCode', place.districtCode === null ? 'is' : '=', place.districtCode)
      return query.orderBy('writtenAt', 'desc').orderBy('spikeNotes.id', 'desc').limit(500).execute()
    },

    insert: async (note: SpikeNote): Promise<void> => {
      await db.insertInto('spikeNotes').values(note).execute()
    },
  }
}
