import { addDays } from '../../domain/time.js'
import { endOffAir, noteOffAir, removeOffAir } from '../../operations/save-off-air.js'
import type { FormState } from '../../views/components/fields.js'
import { offAirPage } from '../../views/outlets/off-air.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { OffAirForm } from './form.js'

export const offAirRoutes: Route[] = [
  { method: 'get', path: '/outlets/:id/off-air', access: 'keepOutlets', handle: visit => showOffAir(visit) },
  { method: 'post', path: '/outlets/:id/off-air', access: 'keepOutlets', handle: note },
  { method: 'post', path: '/outlets/:id/off-air/:periodId/end', access: 'keepOutlets', handle: end },
  { method: 'post', path: '/outlets/:id/off-air/:periodId/removal', access: 'keepOutlets', handle: remove },
]

async function showOffAir(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const outlet = found(await store.outlets.find(param(visit, 'id')), 'outlet')
  const facts = { outlet, periods: await store.outlets.offAir(outlet.id), today: clock.today() }
  show(visit, 'forms/page', offAirPage(visit.words, visit.formats, facts, state), state ? 422 : 200)
}

async function note(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, OffAirForm)
  if (!form.ok) return showOffAir(visit, form)
  const done = await orRefuse(
    form.typed,
    () => noteOffAir(visit.app, visit.actor, id, form.value).then(() => true),
    state => showOffAir(visit, state),
  )
  if (done) redirect(visit, paths.outletOffAir(id), visit.words.outlets.offAirSaved)
}

/** "On air again" is said on the day it is: the last silent day was yesterday. */
async function end(visit: StaffVisit): Promise<void> {
  const period = { outletId: param(visit, 'id'), id: param(visit, 'periodId') }
  const lastDay = addDays(visit.app.clock.today(), -1)
  await endOffAir(visit.app, visit.actor, { ...period, lastDay })
  redirect(visit, paths.outletOffAir(period.outletId), visit.words.outlets.offAirEnded)
}

async function remove(visit: StaffVisit): Promise<void> {
  const period = { outletId: param(visit, 'id'), id: param(visit, 'periodId') }
  await removeOffAir(visit.app, visit.actor, period)
  redirect(visit, paths.outletOffAir(period.outletId), visit.words.outlets.offAirRemoved)
}
