import { coverageOn } from '../../domain/outlet.js'
import { saveCoverage } from '../../operations/save-coverage.js'
import type { FormState } from '../../views/components/fields.js'
import { coverageFormPage } from '../../views/outlets/forms.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { coverageForm } from './form.js'

export const coverageRoutes: Route[] = [
  {
    method: 'get',
    path: '/outlets/:id/coverage',
    access: 'keepOutlets',
    handle: visit => showCoverage(visit),
  },
  { method: 'post', path: '/outlets/:id/coverage', access: 'keepOutlets', handle: save },
]

async function showCoverage(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const outlet = found(await store.outlets.find(param(visit, 'id')), 'outlet')
  const given = {
    outlet,
    today,
    districts: await store.districts.listOn(today),
    coverage: coverageOn(await store.outlets.coverage(outlet.id), today),
  }
  show(visit, 'forms/page', coverageFormPage(visit.words, visit.formats, given, state), state ? 422 : 200)
}

async function save(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const districts = await visit.app.store.districts.listOn(visit.app.clock.today())
  const form = readForm(visit, coverageForm(districts))
  if (!form.ok) return showCoverage(visit, form)
  const { source, asOf, ...fields } = form.value
  const filled = Object.entries(fields).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  const shares = Object.fromEntries(filled.map(([name, share]) => [name.slice('share-'.length), share]))
  await saveCoverage(visit.app, visit.actor, id, { source, asOf, shares })
  redirect(visit, paths.outlet(id), visit.words.outlets.coverageSaved)
}
