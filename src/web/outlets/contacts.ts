import { addContact } from '../../operations/add-contact.js'
import type { FormState } from '../../views/components/fields.js'
import { contactFormPage } from '../../views/outlets/forms.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { ContactForm } from './form.js'

export const contactRoutes: Route[] = [
  {
    method: 'get',
    path: '/outlets/:id/contacts',
    access: 'keepOutlets',
    handle: visit => showContactForm(visit),
  },
  { method: 'post', path: '/outlets/:id/contacts', access: 'keepOutlets', handle: add },
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
