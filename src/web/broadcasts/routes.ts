import { may } from '../../domain/access.js'
import { mayVerify } from '../../domain/confirmation.js'
import { mayJudgeBeside, mayObserve } from '../../domain/observation.js'
import { verifyBroadcasts, type Judgement } from '../../operations/verify-broadcasts.js'
import { broadcastPage } from '../../views/broadcasts/show.js'
import { paths } from '../../views/paths.js'
import { ReasonForm } from '../campaigns/form.js'
import { Invalid } from '../../domain/errors.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { showDelivery } from './delivery.js'
import { sendEvidence } from './evidence.js'

export const broadcastRoutes: Route[] = [
  { method: 'get', path: '/campaigns/:id/delivery', access: 'readPlans', handle: showDelivery },
  { method: 'get', path: '/broadcasts/:id', access: 'readPlans', handle: showBroadcast },
  {
    method: 'post',
    path: '/broadcasts/:id/verification',
    access: 'verifyRuns',
    handle: visit => decide(visit, 'verified'),
  },
  {
    method: 'post',
    path: '/broadcasts/:id/reopening',
    access: 'verifyRuns',
    handle: visit => decide(visit, 'reopened'),
  },
  {
    method: 'post',
    path: '/broadcasts/:id/dispute',
    access: 'verifyRuns',
    handle: visit => decideWithReason(visit, 'disputed'),
  },
  {
    method: 'post',
    path: '/broadcasts/:id/return',
    access: 'verifyRuns',
    handle: visit => decideWithReason(visit, 'returned'),
  },
  { method: 'get', path: '/evidence/:id', access: 'readPlans', handle: sendEvidence },
]

async function showBroadcast(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const broadcast = found(await store.broadcasts.find(param(visit, 'id')), 'broadcast')
  const [order, history, verifications, evidence, observations, alarms, names] = await Promise.all([
    store.mediaOrders.find(broadcast.orderId),
    store.confirmations.history(broadcast.id),
    store.verifications.history(broadcast.id),
    store.evidence.listOf([broadcast.id]),
    store.observations.listOf([broadcast.id]),
    store.evidenceAlarms.listOf([broadcast.id]),
    namesOfPeople(visit),
  ])
  const verifies = may(visit.user.role, 'verifyRuns')
  const last = history.at(-1)
  const copied = await store.links.copiedBy(last?.linkId ? [last.linkId] : [])
  const facts = {
    broadcast,
    order: found(order, 'order'),
    history,
    verifications,
    evidence,
    observations,
    alarms,
    names,
    today: clock.today(),
    reader: {
      id: visit.user.id,
      mayVerify: verifies,
      mayObserve: mayObserve(broadcast, clock.today()).ok,
    },
    mayJudge:
      verifies &&
      mayVerify(last, visit.user.id, copied.get(last?.linkId ?? '')).ok &&
      mayJudgeBeside(observations, visit.user.id).ok,
  }
  show(visit, 'broadcasts/show', broadcastPage(visit.words, visit.formats, facts))
}

async function namesOfPeople({ app: { store, clock } }: StaffVisit): Promise<Map<string, string>> {
  const [users, contacts] = await Promise.all([store.users.list(), store.contacts.listServing(clock.today())])
  return new Map([...users, ...contacts].map(({ id, name }) => [id, name]))
}

async function decide(visit: StaffVisit, decision: Judgement['decision']): Promise<void> {
  const id = param(visit, 'id')
  await verifyBroadcasts(visit.app, visit.actor, [id], { decision, reason: '' })
  const t = visit.words.broadcasts
  redirect(visit, paths.broadcast(id), decision === 'verified' ? t.verified('1') : t.reopened)
}

async function decideWithReason(visit: StaffVisit, decision: 'disputed' | 'returned'): Promise<void> {
  const form = readForm(visit, ReasonForm)
  if (!form.ok) throw new Invalid(form.problems)
  const id = param(visit, 'id')
  await verifyBroadcasts(visit.app, visit.actor, [id], { decision, reason: form.value.reason })
  redirect(visit, paths.broadcast(id), visit.words.broadcasts[decision])
}
