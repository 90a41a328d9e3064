import { z } from 'zod'
import { mustAllow } from '../../domain/errors.js'
import { mayObserve, observers } from '../../domain/observation.js'
import { recordObservation, withdrawObservation } from '../../operations/record-observation.js'
import { Invalid } from '../../domain/errors.js'
import type { FormState } from '../../views/components/fields.js'
import { observationFormPage } from '../../views/broadcasts/observation-form.js'
import { paths } from '../../views/paths.js'
import { ReasonForm } from '../campaigns/form.js'
import { choice, day, optionalMinute, text } from '../form-fields.js'
import { countAttempt } from '../rate-limits.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { sendObservation } from './evidence.js'

const ObservationForm = z.strictObject({
  observer: choice(observers),
  seen: choice(['ran', 'did-not-run']),
  day: day(),
  minute: optionalMinute(),
  note: text(1000),
  file: z.literal('').optional(),
})

const largestRecording = 25_000_000

export const observationRoutes: Route[] = [
  {
    method: 'get',
    path: '/broadcasts/:id/observations',
    access: 'verifyRuns',
    handle: visit => showForm(visit),
  },
  {
    method: 'post',
    path: '/broadcasts/:id/observations',
    access: 'verifyRuns',
    upload: largestRecording,
    handle: add,
  },
  { method: 'get', path: '/observations/:id/file', access: 'readPlans', handle: sendObservation },
  { method: 'post', path: '/observations/:id/withdrawal', access: 'verifyRuns', handle: withdraw },
]

async function showForm(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const broadcast = found(await store.broadcasts.find(param(visit, 'id')), 'broadcast')
  mustAllow(mayObserve(broadcast, clock.today()))
  const page = observationFormPage(visit.words, visit.formats, broadcast, state)
  show(visit, 'forms/page', page, state ? 422 : 200)
}

async function add(visit: StaffVisit): Promise<void> {
  await countAttempt(visit, 'upload', visit.user.id)
  const id = param(visit, 'id')
  const form = readForm(visit, ObservationForm)
  if (!form.ok) return showForm(visit, form)
  const { file } = visit.req
  const upload =
    file && file.size > 0 ? { bytes: file.buffer, name: file.originalname.slice(0, 200) } : undefined
  const { file: _, ...facts } = form.value
  const done = await orRefuse(
    form.typed,
    () => recordObservation(visit.app, visit.actor, id, { ...facts, upload }).then(() => true),
    state => showForm(visit, state),
  )
  if (done) redirect(visit, paths.broadcast(id), visit.words.observations.saved)
}

async function withdraw(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, ReasonForm)
  if (!form.ok) throw new Invalid(form.problems)
  const { reason } = form.value
  const { broadcastId } = await withdrawObservation(visit.app, visit.actor, param(visit, 'id'), reason)
  redirect(visit, paths.broadcast(broadcastId), visit.words.observations.withdrawn)
}
