import type { App, Store } from '../app.js'
import { system } from '../domain/actor.js'
import type { Evidence, EvidenceAlarm, StoredFile } from '../domain/evidence.js'
import { hashDistance, sameWithin } from '../domain/picture-likeness.js'
import { isCompared } from '../domain/proof.js'
import { record } from './record.js'

/** The same file, or nearly the same picture, on another order: a person shall look. Returns how many alarms there are. */
export async function raiseAlarms(
  app: App,
  store: Store,
  { evidence, file, orders }: { evidence: Evidence; file: StoredFile; orders: readonly string[] },
): Promise<number> {
  const hash = isCompared(evidence.kind) ? file.perceptualHash : null
  const found = await store.evidenceAlarms.lookalikes({ id: file.id, hash }, orders)
  const alarms = found.flatMap((other): EvidenceAlarm[] => {
    const isSame = other.fileId === file.id
    const distance = isSame || !hash || !other.perceptualHash ? 0 : hashDistance(hash, other.perceptualHash)
    if (distance > sameWithin) return []
    return [
      {
        id: app.newId(),
        evidenceId: evidence.id,
        otherId: other.evidenceId,
        kind: isSame ? 'same-file' : 'similar-picture',
        distance,
        raisedAt: app.clock.now(),
        settledAt: null,
        settledBy: null,
        settlement: null,
      },
    ]
  })
  await store.evidenceAlarms.raise(alarms)
  for (const { id, otherId, kind } of alarms)
    await record(app, store, system('compare-proofs'), {
      action: 'proof-alarm-raised',
      subject: ['evidence', evidence.id],
      after: { alarm: id, other: otherId, kind },
    })
  return alarms.length
}
