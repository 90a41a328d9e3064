import { z } from 'zod'
import { may } from '../../domain/access.js'
import { deliveryStatus } from '../../domain/delivery.js'
import { mayVerify } from '../../domain/confirmation.js'
import { groupBy } from '../../domain/group.js'
import { sentVersion } from '../../domain/media-order.js'
import { verifyBroadcasts, type Judgement } from '../../operations/verify-broadcasts.js'
import { broadcastPage } from '../../views/broadcasts/show.js'
import { deliveryPage } from '../../views/broadcasts/delivery.js'
import { verificationPage } from '../../views/broadcasts/verification.js'
import { paths } from '../../views/paths.js'
import { ReasonForm } from '../campaigns/form.js'
import { Invalid } from '../../domain/errors.js'
import { ids } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param, query } from '../visit.js'
import { sendEvidence } from './evidence.js'

const VerificationForm = z.strictObject({ id: ids() })

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
  { method: 'get', path: '/verification', access: 'verifyRuns', handle: showWaiting },
  { method: 'post', path: '/verification', access: 'verifyRuns', handle: verifyChosen },
  { method: 'get', path: '/evidence/:id', access: 'readPlans', handle: sendEvidence },
]

async function showDelivery(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const campaign = found(await store.campaigns.find(param(visit, 'id')), 'campaign')
  const [broadcasts, orders] = await Promise.all([
    store.broadcasts.listStates({ campaignId: campaign.id }),
    store.mediaOrders.list({ campaignId: campaign.id }),
  ])
  const acceptedOrders = new Set(
    orders.filter(order => sentVersion(order)?.acceptedAt).map(order => order.id),
  )
  const facts = { campaign, broadcasts, acceptedOrders, today: clock.today(), state: query(visit, 'state') }
  show(visit, 'broadcasts/delivery', deliveryPage(visit.words, visit.formats, facts))
}

async function showBroadcast(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const broadcast = found(await store.broadcasts.find(param(visit, 'id')), 'broadcast')
  const [order, history, verifications, evidence, alarms, names] = await Promise.all([
    store.mediaOrders.find(broadcast.orderId),
    store.confirmations.history(broadcast.id),
    store.verifications.history(broadcast.id),
    store.evidence.listOf([broadcast.id]),
    store.evidenceAlarms.listOf([broadcast.id]),
    namesOfPeople(visit),
  ])
  const facts = {
    broadcast,
    order: found(order, 'order'),
    history,
    verifications,
    evidence,
    alarms,
    names,
    today: clock.today(),
    mayVerify: may(visit.user.role, 'verifyRuns') && mayVerify(history.at(-1), visit.user.id).ok,
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

async function showWaiting(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const answered = await store.broadcasts.listStates({ to: today, unjudged: true })
  const waiting = answered.filter(broadcast =>
    ['confirmed', 'missed'].includes(deliveryStatus(broadcast, today)),
  )
  const broadcastIds = waiting.map(broadcast => broadcast.id)
  const [answers, evidence] = await Promise.all([
    store.confirmations.current(broadcastIds),
    store.evidence.listOf(broadcastIds),
  ])
  const own = [...answers.values()]
    .filter(answer => answer.givenByUser === visit.user.id)
    .map(answer => answer.id)
  const kinds = groupBy(evidence, proof => proof.broadcastId)
  const given = {
    broadcasts: waiting,
    ownAnswers: new Set(own),
    evidence: new Map(
      [...kinds].map(([id, proofs]) => [
        id,
        proofs.map(proof => visit.words.broadcasts.proofKinds[proof.kind]),
      ]),
    ),
    today,
  }
  show(visit, 'broadcasts/verification', verificationPage(visit.words, visit.formats, given))
}

async function verifyChosen(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, VerificationForm)
  if (!form.ok) throw new Invalid(form.problems)
  const count = await verifyBroadcasts(visit.app, visit.actor, form.value.id, {
    decision: 'verified',
    reason: '',
  })
  redirect(visit, paths.verification, visit.words.broadcasts.verified(visit.formats.number(count)))
}
