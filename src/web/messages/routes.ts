import { z } from 'zod'
import { may, mayApproveWorkOf } from '../../domain/access.js'
import { mustAllow } from '../../domain/errors.js'
import { mayEditMessage, programmes, type Message } from '../../domain/message.js'
import { proposeMessage, changeMessage } from '../../operations/save-message.js'
import type { FormState } from '../../views/components/fields.js'
import { messageFormPage } from '../../views/messages/form.js'
import { messagePage, messagesPage } from '../../views/messages/pages.js'
import { paths } from '../../views/paths.js'
import { choice, text, ticked, wholeNumber } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param, query } from '../visit.js'
import { decisionRoutes } from './decisions.js'

const facts = {
  programme: choice(programmes),
  titleId: text(120),
  titleEn: text(120),
  claimId: text(500),
  claimEn: text(500),
  legalSource: text(200),
  sourceSeen: ticked(),
}
const NewMessageForm = z.strictObject({ ...facts, replaces: z.string().max(60).optional() })
const MessageForm = z.strictObject({ ...facts, version: wholeNumber(1, 1e9) })

export const messageRoutes: Route[] = [
  { method: 'get', path: '/messages', access: 'readPlans', handle: listMessages },
  { method: 'get', path: '/messages/new', access: 'writeMessages', handle: visit => showNew(visit) },
  { method: 'post', path: '/messages/new', access: 'writeMessages', handle: propose },
  { method: 'get', path: '/messages/:id', access: 'readPlans', handle: showMessage },
  { method: 'get', path: '/messages/:id/edit', access: 'writeMessages', handle: visit => showEdit(visit) },
  { method: 'post', path: '/messages/:id/edit', access: 'writeMessages', handle: change },
  ...decisionRoutes,
]

async function listMessages(visit: StaffVisit): Promise<void> {
  const messages = await visit.app.store.messages.list()
  const mayWrite = may(visit.user.role, 'writeMessages')
  show(visit, 'messages/list', messagesPage(visit.words, visit.formats, { messages, mayWrite }))
}

async function showMessage(visit: StaffVisit): Promise<void> {
  const { store } = visit.app
  const { role, id } = visit.user
  const message = await messageOf(visit)
  const [replaces, users] = await Promise.all([
    message.replacesId ? store.messages.find(message.replacesId) : undefined,
    store.users.list(),
  ])
  const given = {
    message,
    replaces,
    names: new Map(users.map(user => [user.id, user.name])),
    mayWrite: may(role, 'writeMessages'),
    mayDecide: may(role, 'approveMessages'),
    isOwn: !mayApproveWorkOf(message.authors, id).ok,
  }
  show(visit, 'messages/show', messagePage(visit.words, visit.formats, given))
}

async function showNew(visit: StaffVisit, state?: FormState): Promise<void> {
  const id = String(state?.typed['replaces'] ?? query(visit, 'replaces'))
  const replaces = id ? found(await visit.app.store.messages.find(id), 'message') : undefined
  const page = messageFormPage(visit.words, { message: undefined, replaces }, state)
  show(visit, 'forms/page', page, state ? 422 : 200)
}

async function propose(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, NewMessageForm)
  if (!form.ok) return showNew(visit, form)
  const { replaces = null, ...claim } = form.value
  const message = await proposeMessage(visit.app, visit.actor, claim, replaces)
  redirect(visit, paths.message(message.id), visit.words.messages.proposed)
}

async function showEdit(visit: StaffVisit, state?: FormState): Promise<void> {
  const message = await messageOf(visit)
  mustAllow(mayEditMessage(message))
  const page = messageFormPage(visit.words, { message, replaces: undefined }, state)
  show(visit, 'forms/page', page, state ? 422 : 200)
}

async function change(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, MessageForm)
  if (!form.ok) return showEdit(visit, form)
  const id = param(visit, 'id')
  await changeMessage(visit.app, visit.actor, id, form.value)
  redirect(visit, paths.message(id), visit.words.messages.proposed)
}

async function messageOf(visit: StaffVisit): Promise<Message> {
  return found(await visit.app.store.messages.find(param(visit, 'id')), 'message')
}
