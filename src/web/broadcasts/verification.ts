import { z } from 'zod'
import { groupBy } from '../../domain/group.js'
import { verifyBroadcasts, type Judgement } from '../../operations/verify-broadcasts.js'
import type { FormState } from '../../views/components/fields.js'
import { verificationPage, verificationPath } from '../../views/broadcasts/verification.js'
import { ids, optionalText } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { query } from '../visit.js'

const ChosenForm = z.strictObject({ id: ids(), reason: optionalText() })

export const verificationRoutes: Route[] = [
  { method: 'get', path: '/verification', access: 'verifyRuns', handle: visit => showWaiting(visit) },
  {
    method: 'post',
    path: '/verification',
    access: 'verifyRuns',
    handle: visit => judgeChosen(visit, 'verified'),
  },
  {
    method: 'post',
    path: '/verification/return',
    access: 'verifyRuns',
    handle: visit => judgeChosen(visit, 'returned'),
  },
]

/** As many as a person looks through at a time; what waits longest comes first. */
const mostShown = 200

async function showWaiting(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const waiting = await store.broadcasts.listStates({ to: today, unjudged: true, answered: true })
  const outletId = query(visit, 'outlet') || null
  const chosen = waiting.filter(broadcast => outletId === null || broadcast.outletId === outletId)
  const shown = chosen.slice(0, mostShown)
  const broadcastIds = shown.map(({ id }) => id)
  const [answers, evidence, observations, alarms] = await Promise.all([
    store.confirmations.current(broadcastIds),
    store.evidence.listOf(broadcastIds),
    store.observations.listOf(broadcastIds),
    store.evidenceAlarms.listOf(broadcastIds),
  ])
  const copied = await store.links.copiedBy([...answers.values()].flatMap(({ linkId }) => linkId ?? []))
  const facts = {
    waiting,
    shown,
    more: chosen.length - shown.length,
    outletId,
    answers,
    copied,
    evidence: groupBy(evidence, proof => proof.broadcastId),
    observations: groupBy(observations, observation => observation.broadcastId),
    alarmed: new Set(alarms.filter(alarm => !alarm.settledAt).map(alarm => alarm.broadcastId)),
    readerId: visit.user.id,
    today,
    state,
  }
  const page = verificationPage(visit.words, visit.formats, facts)
  show(visit, 'broadcasts/verification', page, state ? 422 : 200)
}

async function judgeChosen(visit: StaffVisit, decision: 'verified' | 'returned'): Promise<void> {
  const form = readForm(visit, ChosenForm)
  if (!form.ok) return showWaiting(visit, form)
  const { id, reason } = form.value
  if (decision === 'returned' && reason === '')
    return showWaiting(visit, { typed: form.typed, problems: { reason: { code: 'required' } } })
  const judgement: Judgement = { decision, reason: decision === 'returned' ? reason : '' }
  const count = await verifyBroadcasts(visit.app, visit.actor, [...new Set(id)], judgement)
  const t = visit.words.broadcasts
  const notice = decision === 'verified' ? t.verified : t.returnedMany
  redirect(visit, verificationPath(query(visit, 'outlet')), notice(visit.formats.number(count)))
}
