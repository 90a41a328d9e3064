import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { BroadcastState } from '../domain/broadcast.js'
import { sameContent, type Confirmation } from '../domain/confirmation.js'
import { mayAnswer } from '../domain/delivery.js'
import { Conflict, Invalid, mustAllow } from '../domain/errors.js'
import type { Evidence, KeptFile } from '../domain/evidence.js'
import { addDays, type Day } from '../domain/time.js'
import { isPaper } from './accept-on-behalf.js'
import type { Answers } from './confirm-broadcasts.js'
import { keepFile } from './keep-file.js'
import { raiseAlarms } from './raise-proof-alarms.js'
import { record } from './record.js'

export interface AnswersByHand {
  outletId: string
  week: Day
  answers: Answers
  how: 'paper' | 'telephone'
  /** The photograph or scan of the form, where it came on paper. */
  upload: { bytes: Buffer; name: string } | undefined
  /** What the form is called in the list of proofs. */
  note: string
}

/**
 * Staff enter what an outlet said on paper or by telephone: marked as entered by them, and verified by somebody else.
 * The paper is kept beside it. It is the outlet's word and raises no evidence grade.
 */
export async function enterAnswers(app: App, actor: UserActor, given: AnswersByHand): Promise<number> {
  const kept = given.upload && (await app.files.keepProof(given.upload.bytes))
  if (kept && !isPaper(kept.mediaType)) throw new Invalid({ file: { code: 'file-kind-refused' } })
  return app.store.write(async store => {
    const answered = await answeredOf(app, store, given)
    const changed = await changedAnswers(app, store, { answered, given, actor })
    if (changed.length === 0) return 0
    await store.confirmations.append(changed)
    if (kept) await keepPaper(app, store, { actor, given, kept, answered })
    const after = Object.fromEntries(
      changed.map(({ broadcastId, number, answer, reason }) => [broadcastId, { number, answer, reason }]),
    )
    await record(app, store, actor, {
      action: 'answers-entered',
      subject: ['outlet', given.outletId],
      after: { week: given.week, how: given.how, answers: after },
    })
    return changed.length
  })
}

/** All of them are the outlet's, in that week, and may still be answered; or nothing is kept. */
async function answeredOf(
  app: App,
  store: Store,
  { outletId, week, answers }: AnswersByHand,
): Promise<BroadcastState[]> {
  const states = await store.broadcasts.listStates({
    outletIds: [outletId],
    from: week,
    to: addDays(week, 6),
  })
  const answered = states.filter(({ id }) => answers.has(id))
  if (answered.length !== answers.size) throw new Conflict('changed-meanwhile')
  const lockedThrough = await store.periodLocks.lockedThrough()
  for (const broadcast of answered)
    mustAllow(mayAnswer(broadcast, { today: app.clock.today(), lockedThrough }))
  return answered
}

async function changedAnswers(
  app: App,
  store: Store,
  { answered, given, actor }: { answered: BroadcastState[]; given: AnswersByHand; actor: UserActor },
): Promise<Confirmation[]> {
  const known = await store.confirmations.current(answered.map(({ id }) => id))
  return answered.flatMap(({ id }) => {
    const content = given.answers.get(id)!
    const last = known.get(id)
    if (last && sameContent(last, content)) return []
    return [
      {
        id: app.newId(),
        broadcastId: id,
        number: (last?.number ?? 0) + 1,
        isCurrent: true,
        ...content,
        givenByContact: null,
        givenByUser: actor.id,
        how: given.how,
        linkId: null,
        givenAt: app.clock.now(),
      },
    ]
  })
}

async function keepPaper(
  app: App,
  store: Store,
  {
    actor,
    given,
    kept,
    answered,
  }: { actor: UserActor; given: AnswersByHand; kept: KeptFile; answered: BroadcastState[] },
): Promise<void> {
  const file = await keepFile(app, store, { ...kept, originalName: given.upload!.name })
  const evidence: Evidence = {
    id: app.newId(),
    kind: 'other',
    fileId: file.id,
    url: null,
    firstSeen: null,
    lastSeen: null,
    edition: null,
    page: null,
    note: given.note,
    givenByContact: null,
    givenByUser: actor.id,
    givenAt: app.clock.now(),
    withdrawnAt: null,
  }
  await store.evidence.insert(
    evidence,
    answered.map(({ id }) => id),
  )
  const orders = [...new Set(answered.map(({ orderId }) => orderId))]
  await raiseAlarms(app, store, { evidence, file, orders })
  const after = { kind: 'other', sha256: file.sha256, broadcasts: answered.length }
  await record(app, store, actor, { action: 'proof-added', subject: ['evidence', evidence.id], after })
}
