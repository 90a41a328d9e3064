import { sameOwnerAs, type Outlet } from '../../domain/outlet.js'
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
  if (outlet) redirect(visit, paths.outlet(outlet.id), await savedNotice(visit, outlet))
}

async function showEdit(visit: StaffVisit, state?: FormState): Promise<void> {
  const outlet = found(await visit.app.store.outlets.find(param(visit, 'id')), 'outlet')
  show(visit, 'forms/page', outletFormPage(visit.words, outlet, state), state ? 422 : 200)
}

async function change(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, OutletForm)
  if (!form.ok) return showEdit(visit, form)
  const before = found(await visit.app.store.outlets.find(id), 'outlet')
  const done = await orRefuse(
    form.typed,
    () => changeOutlet(visit.app, visit.actor, id, form.value).then(() => true),
    state => showEdit(visit, state),
  )
  if (!done) return
  const outlet = found(await visit.app.store.outlets.find(id), 'outlet')
  const t = visit.words.outlets
  const again = before.verifiedAt !== null && outlet.verifiedAt === null
  redirect(visit, paths.outlet(id), again ? t.verifyAgain : await savedNotice(visit, outlet))
}

async function savedNotice({ app, words, formats }: StaffVisit, outlet: Outlet): Promise<string> {
  const others = sameOwnerAs(outlet, await app.store.outlets.list())
  const t = words.outlets
  return others.length > 0 ? t.sameOwnerNotice(formats.list(others.map(other => other.name))) : t.saved
}
