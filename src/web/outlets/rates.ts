import { addRate, removeRate } from '../../operations/save-rate.js'
import type { FormState } from '../../views/components/fields.js'
import { ratesPage } from '../../views/outlets/rates.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { RateForm } from './form.js'

export const rateRoutes: Route[] = [
  { method: 'get', path: '/outlets/:id/rates', access: 'keepOutlets', handle: visit => showRates(visit) },
  { method: 'post', path: '/outlets/:id/rates', access: 'keepOutlets', handle: add },
  { method: 'post', path: '/outlets/:id/rates/:rateId/removal', access: 'keepOutlets', handle: remove },
]

async function showRates(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const outlet = found(await store.outlets.find(param(visit, 'id')), 'outlet')
  const facts = { outlet, rates: await store.rates.listOf(outlet.id), today: clock.today() }
  show(visit, 'forms/page', ratesPage(visit.words, visit.formats, facts, state), state ? 422 : 200)
}

async function add(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, RateForm)
  if (!form.ok) return showRates(visit, form)
  const done = await orRefuse(
    form.typed,
    () => addRate(visit.app, visit.actor, id, form.value).then(() => true),
    state => showRates(visit, state),
  )
  if (done) redirect(visit, paths.outletRates(id), visit.words.outlets.rateSaved)
}

async function remove(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await removeRate(visit.app, visit.actor, id, param(visit, 'rateId'))
  redirect(visit, paths.outletRates(id), visit.words.outlets.rateRemoved)
}
