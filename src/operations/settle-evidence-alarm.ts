import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, NotFound } from '../domain/errors.js'
import { record } from './record.js'

/** Somebody compared two proofs that look alike, and writes down what came of it. The alarm itself stays on record. */
export async function settleEvidenceAlarm(
  app: App,
  actor: UserActor,
  id: string,
  settlement: string,
): Promise<void> {
  await app.store.write(async store => {
    const alarm = await store.evidenceAlarms.find(id)
    if (!alarm) throw new NotFound('alarm')
    if (alarm.settledAt) throw new Conflict('changed-meanwhile')
    await store.evidenceAlarms.settle(id, { at: app.clock.now(), userId: actor.id, settlement })
    await record(app, store, actor, {
      action: 'proof-alarm-settled',
      subject: ['evidence', alarm.evidenceId],
      after: { alarm: id, settlement },
    })
  })
}
