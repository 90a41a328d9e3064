import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Invalid, mustAllow, NotFound } from '../domain/errors.js'
import {
  mayObserve,
  mayWithdraw,
  observationProblems,
  type Observation,
  type Observer,
  type Seen,
} from '../domain/observation.js'
import { keepFile } from './keep-file.js'
import { record } from './record.js'

export interface ObservationFacts extends Seen {
  observer: Observer
  note: string
  upload: { bytes: Buffer; name: string } | undefined
}

/** Staff write down what somebody who is not the outlet saw or heard. They judge that broadcast no more. */
export async function recordObservation(
  app: App,
  actor: UserActor,
  broadcastId: string,
  { upload, ...facts }: ObservationFacts,
): Promise<void> {
  const kept = upload && (await app.files.keepProof(upload.bytes))
  if (kept && !/^(image|audio|video)\/|^application\/pdf$/.test(kept.mediaType))
    throw new Invalid({ file: { code: 'file-kind-refused' } })
  await app.store.write(async store => {
    const broadcast = await store.broadcasts.find(broadcastId)
    if (!broadcast) throw new NotFound('broadcast')
    const today = app.clock.today()
    mustAllow(mayObserve(broadcast, today))
    const problems = observationProblems(broadcast, facts, today)
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    const file = kept && (await keepFile(app, store, { ...kept, originalName: upload.name }))
    const observation: Observation = {
      id: app.newId(),
      broadcastId,
      ...facts,
      fileId: file?.id ?? null,
      givenBy: actor.id,
      givenAt: app.clock.now(),
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawReason: null,
    }
    await store.observations.insert(observation)
    await record(app, store, actor, {
      action: 'observation-added',
      subject: ['broadcast', broadcastId],
      after: { observation: observation.id, ...facts, sha256: kept?.sha256 ?? null },
    })
  })
}

/** Whoever wrote an observation down may take it back and says why; it stays on record. */
export async function withdrawObservation(
  app: App,
  actor: UserActor,
  id: string,
  reason: string,
): Promise<Observation> {
  return app.store.write(async store => {
    const observation = await store.observations.find(id)
    if (!observation) throw new NotFound('observation')
    mustAllow(mayWithdraw(observation, actor.id))
    await store.observations.withdraw(id, { at: app.clock.now(), by: actor.id, reason })
    await record(app, store, actor, {
      action: 'observation-withdrawn',
      subject: ['broadcast', observation.broadcastId],
      before: { observation: id, seen: observation.seen },
      after: { reason },
    })
    return observation
  })
}
