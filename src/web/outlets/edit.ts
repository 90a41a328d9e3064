import { addOutlet, changeOutlet } from '../../operations/save-outlet.js'
import type { FormState } from '../../views/components/fields.js'
import { outletFormPage } from '../../views/outlets/forms.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { NewOutletForm, OutletForm } from './form.js'

export const editRoutes: Route[] = [
  { method: 'get', path: '/outlets/new', access: 'keepOutlets', handle: visit => showNew(visit) },
  { method: 'post', path: '/outlets/new', access: 'keepOutlets', handle: add },
  { method: 'get', path: '/outlets/:id/edit', access: 'keepOutlets', handle: visit => showEdit(visit) },
  { method: 'post', path: '/outlets/:id/edit', access: 'keepOutlets', handle: change },
]

function showNew(visit: StaffVisit, state?: FormState): void {
  show(visit, 'forms/page', outletFormPage(visit.words, undefined, state), state ? 422 : 200)
}

async function add(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, NewOutletForm)
  if (!form.ok) return showNew(visit, form)
  const outlet = await orRefuse(
    form.typed,
    () => addOutlet(visit.app, visit.actor, form.value),
    state => showNew(visit, state),
  )
  if (outlet) redirect(visit, paths.outlet(outlet.id), visit.words.outlets.saved)
}

async function showEdit(visit: StaffVisit, state?: FormState): Promise<void> {
  const outlet = found(await visit.app.store.outlets.find(param(visit, 'id')), 'outlet')
  show(visit, 'forms/page', outletFormPage(visit.words, outlet, state), state ? 422 : 200)
}

async function change(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, OutletForm)
  if (!form.ok) return showEdit(visit, form)
  const done = await orRefuse(
    form.typed,
    () => changeOutlet(visit.app, visit.actor, id, form.value).then(() => true),
    state => showEdit(visit, state),
  )
  if (done) redirect(visit, paths.outlet(id), visit.words.outlets.saved)
}
