import type { App, Store } from '../app.js'
import type { BroadcastState } from '../domain/broadcast.js'
import type { UserActor } from '../domain/actor.js'
import type { Verification } from '../domain/confirmation.js'
import { mayVerify } from '../domain/confirmation.js'
import { graded } from '../domain/evidence-grade.js'
import { Conflict, mustAllow, NotFound } from '../domain/errors.js'
import { groupBy } from '../domain/group.js'
import { mayJudgeBeside, observed } from '../domain/observation.js'
import { postMail } from './post-mail.js'
import { record } from './record.js'

export interface Judgement {
  decision: Verification['decision']
  reason: string
}

/** Staff verify, dispute or return current answers; never the person who entered one. All of them, or none. */
export async function verifyBroadcasts(
  app: App,
  actor: UserActor,
  broadcastIds: readonly string[],
  judgement: Judgement,
): Promise<number> {
  const count = await app.store.write(async store => {
    const broadcasts = await store.broadcasts.listStates({ ids: broadcastIds })
    if (broadcasts.length !== new Set(broadcastIds).size) throw new NotFound('broadcast')
    const verifications = await decisionsOn(app, store, { broadcasts, actor, judgement })
    await store.verifications.append(verifications)
    const after = {
      decision: judgement.decision,
      reason: judgement.reason,
      broadcasts: verifications.map(v => v.broadcastId),
    }
    await record(app, store, actor, {
      action: `broadcasts-${judgement.decision}`,
      subject: ['broadcast', broadcastIds[0] ?? ''],
      after,
    })
    if (judgement.decision === 'returned') await tellContacts(app, store, broadcasts, judgement.reason)
    return verifications.length
  })
  app.wake('judge-campaigns')
  return count
}

async function decisionsOn(
  app: App,
  store: Store,
  { broadcasts, actor, judgement }: { broadcasts: BroadcastState[]; actor: UserActor; judgement: Judgement },
): Promise<Verification[]> {
  const ids = broadcasts.map(broadcast => broadcast.id)
  const answers = await store.confirmations.current(ids)
  const proofs = groupBy(await store.evidence.listOf(ids), evidence => evidence.broadcastId)
  const observations = groupBy(await store.observations.listOf(ids), ({ broadcastId }) => broadcastId)
  const copied = await store.links.copiedBy([...answers.values()].flatMap(({ linkId }) => linkId ?? []))
  return broadcasts.map(broadcast => {
    const answer = answers.get(broadcast.id)
    if (broadcast.orderClosedAt) throw new Conflict('wrong-state')
    mustAllow(mayVerify(answer, actor.id, copied.get(answer?.linkId ?? '')))
    const seen = observations.get(broadcast.id) ?? []
    mustAllow(mayJudgeBeside(seen, actor.id))
    const evidence = proofs.get(broadcast.id) ?? []
    return {
      id: app.newId(),
      confirmationId: answer!.id,
      broadcastId: broadcast.id,
      ...judgement,
      isCurrent: true,
      grade: graded({ answer: answer!.answer, evidence, observed: observed(broadcast, seen) }).grade,
      decidedBy: actor.id,
      decidedAt: app.clock.now(),
    }
  })
}

async function tellContacts(
  app: App,
  store: Store,
  broadcasts: BroadcastState[],
  reason: string,
): Promise<void> {
  const today = app.clock.today()
  for (const [outletId, returned] of groupBy(broadcasts, broadcast => broadcast.outletId)) {
    for (const contact of await store.contacts.listOfOutlet(outletId, today)) {
      await postMail(app, store, {
        kind: 'returned-confirmation',
        to: contact,
        subjectId: returned[0]!.id,
        dedupeKey: `returned ${contact.id} ${returned[0]!.id} ${app.clock.now()}`,
        payload: { contactId: contact.id, broadcastId: returned[0]!.id, count: returned.length, reason },
      })
    }
  }
}
