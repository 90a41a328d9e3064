import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { NotFound } from '../domain/errors.js'
import type { SpikeNote, SpikeNoteCause } from '../domain/spike-note.js'
import type { Day } from '../domain/time.js'
import { record } from './record.js'

export interface SpikeNoteFacts {
  streamId: string
  districtCode: string | null
  /** A day of the spike that is meant. */
  day: Day
  cause: SpikeNoteCause
  note: string
}

/** Keeps what somebody knows of a rise, for the days it lasts; what was noted before stays beside it. */
export async function noteSpike(app: App, actor: UserActor, facts: SpikeNoteFacts): Promise<SpikeNote> {
  const { day, ...rest } = facts
  return app.store.write(async store => {
    const spike = await store.spikes.on(day, { streamId: facts.streamId, districtCode: facts.districtCode })
    if (!spike) throw new NotFound('spike')
    const { firstDay, lastDay } = spike
    const written = { writtenBy: actor.id, writtenAt: app.clock.now() }
    const note: SpikeNote = { id: app.newId(), ...rest, firstDay, lastDay, ...written }
    await store.spikeNotes.insert(note)
    const { streamId, districtCode, cause } = note
    await record(app, store, actor, {
      action: 'spike-noted',
      subject: ['spike-note', note.id],
      after: { streamId, districtCode, firstDay, lastDay, cause, note: note.note },
    })
    return note
  })
}
