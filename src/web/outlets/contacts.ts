import { Invalid } from '../../domain/errors.js'
import { addContact, changeContact, type ContactFacts } from '../../operations/add-contact.js'
import { markAddress } from '../../operations/mark-address.js'
import { handOver } from '../../operations/hand-over.js'
import type { FormState } from '../../views/components/fields.js'
import { contactFormPage, contactPage, handOverPage } from '../../views/outlets/contacts.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { ContactForm, HandOverForm, KnownContactForm } from './form.js'

export const contactRoutes: Route[] = [
  {
    method: 'get',
    path: '/outlets/:id/contacts',
    access: 'keepOutlets',
    handle: visit => showContactForm(visit),
  },
  { method: 'post', path: '/outlets/:id/contacts', access: 'keepOutlets', handle: add },
  { method: 'get', path: '/contacts/:id', access: 'keepOutlets', handle: visit => showContact(visit) },
  { method: 'post', path: '/contacts/:id', access: 'keepOutlets', handle: change },
  {
    method: 'post',
    path: '/contacts/:id/stale-address',
    access: 'keepOutlets',
    handle: visit => mark(visit, true),
  },
  {
    method: 'post',
    path: '/contacts/:id/working-address',
    access: 'keepOutlets',
    handle: visit => mark(visit, false),
  },
  {
    method: 'get',
    path: '/contacts/:id/hand-over',
    access: 'keepOutlets',
    handle: visit => showHandOver(visit),
  },
  { method: 'post', path: '/contacts/:id/hand-over', access: 'keepOutlets', handle: passOn },
]

async function showContactForm(visit: StaffVisit, state?: FormState): Promise<void> {
  const outlet = found(await visit.app.store.outlets.find(param(visit, 'id')), 'outlet')
  show(visit, 'forms/page', contactFormPage(visit.words, outlet, state), state ? 422 : 200)
}

async function add(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, ContactForm)
  if (!form.ok) return showContactForm(visit, form)
  const contact = await orRefuse(
    form.typed,
    () => addContact(visit.app, visit.actor, id, form.value),
    state => showContactForm(visit, state),
  )
  if (contact) redirect(visit, paths.outlet(id), visit.words.outlets.contactAdded)
}

async function showContact(visit: StaffVisit, state?: FormState): Promise<void> {
  show(
    visit,
    'forms/page',
    contactPage(visit.words, visit.formats, { ...(await loaded(visit)), state }),
    state ? 422 : 200,
  )
}

async function change(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, KnownContactForm)
  if (!form.ok) return showContact(visit, form)
  const done = await orRefuse(
    form.typed,
    () => changeContact(visit.app, visit.actor, id, form.value).then(() => true),
    state => showContact(visit, state),
  )
  if (done) redirect(visit, paths.contact(id), visit.words.outlets.contactSaved)
}

async function mark(visit: StaffVisit, isStale: boolean): Promise<void> {
  const id = param(visit, 'id')
  await markAddress(visit.app, visit.actor, id, { isStale })
  const t = visit.words.outlets
  redirect(visit, paths.contact(id), isStale ? t.markedStale : t.markedWorking)
}

async function showHandOver(visit: StaffVisit, state?: FormState): Promise<void> {
  show(visit, 'forms/page', handOverPage(visit.words, await loaded(visit), state), state ? 422 : 200)
}

async function passOn(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, HandOverForm)
  if (!form.ok) return showHandOver(visit, form)
  const { outletIds, noSuccessor, ...facts } = form.value
  const done = await orRefuse(
    form.typed,
    () => {
      const successor = successorIn(facts, { none: noSuccessor })
      return handOver(visit.app, visit.actor, id, { outletIds, successor }).then(() => true)
    },
    state => showHandOver(visit, state),
  )
  if (done) redirect(visit, paths.contact(id), visit.words.outlets.handedOver)
}

/** Either somebody with name and address, or the tick: a half-written successor is not dropped unseen. */
function successorIn(facts: ContactFacts, { none }: { none: boolean }): ContactFacts | null {
  const isEmpty = facts.name === '' && facts.email === ''
  if (none && isEmpty) return null
  if (none) throw new Invalid({ noSuccessor: { code: 'contradiction' } })
  if (facts.name === '') throw new Invalid({ name: { code: 'required' } })
  if (facts.email === '') throw new Invalid({ email: { code: 'required' } })
  return facts
}

async function loaded({ app, req }: StaffVisit) {
  const contact = found(await app.store.contacts.find(String(req.params['id'])), 'contact')
  const ids = await app.store.contacts.outletIds(contact.id, app.clock.today())
  const outlets = await app.store.outlets.list()
  return { contact, outlets: outlets.filter(outlet => ids.includes(outlet.id)) }
}
