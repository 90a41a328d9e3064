import { approveMessage, retireMessage, returnMessage } from '../../operations/save-message.js'
import { reasonFormPage } from '../../views/campaigns/forms.js'
import { paths } from '../../views/paths.js'
import { ReasonForm } from '../campaigns/form.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

export const decisionRoutes: Route[] = [
  { method: 'post', path: '/messages/:id/approval', access: 'approveMessages', handle: approve },
  { method: 'post', path: '/messages/:id/return', access: 'approveMessages', handle: returnIt },
  { method: 'post', path: '/messages/:id/retirement', access: 'approveMessages', handle: retire },
]

async function approve(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await approveMessage(visit.app, visit.actor, id)
  redirect(visit, paths.message(id), visit.words.messages.approved)
}

async function returnIt(visit: StaffVisit): Promise<void> {
  const t = visit.words.messages
  const id = param(visit, 'id')
  const reason = await reasonOrForm(visit, {
    title: t.returnIt,
    label: t.returnReason,
    action: paths.messageReturn(id),
  })
  if (reason === undefined) return
  await returnMessage(visit.app, visit.actor, id, reason)
  redirect(visit, paths.message(id), t.returned)
}

async function retire(visit: StaffVisit): Promise<void> {
  const t = visit.words.messages
  const id = param(visit, 'id')
  const label = visit.words.common.reason
  const reason = await reasonOrForm(visit, { title: t.retire, label, action: paths.messageRetirement(id) })
  if (reason === undefined) return
  await retireMessage(visit.app, visit.actor, id, reason)
  redirect(visit, paths.message(id), t.retired)
}

/** The reason that was given; where none was, the form that asks for it is shown. */
async function reasonOrForm(
  visit: StaffVisit,
  { title, label, action }: { title: string; label: string; action: string },
): Promise<string | undefined> {
  const id = param(visit, 'id')
  found(await visit.app.store.messages.find(id), 'message')
  const form = readForm(visit, ReasonForm)
  if (form.ok) return form.value.reason
  const trail = [{ label: visit.words.messages.title, href: paths.messages }]
  const texts = { title, lede: '', label, button: title, danger: false }
  const page = reasonFormPage(visit.words, { ...texts, trail, action, back: paths.message(id) }, form)
  show(visit, 'forms/page', page, 422)
  return undefined
}
