import { notePublishedFigure } from '../../operations/note-published-figure.js'
import type { FormState } from '../../views/components/fields.js'
import { paths, withQuery } from '../../views/paths.js'
import { publishedFigureFormPage } from '../../views/targets/forms.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { FigureForm } from './form.js'

export const figureRoutes: Route[] = [
  { method: 'get', path: '/targets/figures/new', access: 'writeTargets', handle: visit => showForm(visit) },
  { method: 'post', path: '/targets/figures/new', access: 'writeTargets', handle: add },
]

async function showForm(visit: StaffVisit, state?: FormState): Promise<void> {
  const districts = await visit.app.store.districts.list()
  show(visit, 'forms/page', publishedFigureFormPage(visit, districts, state), state ? 422 : 200)
}

async function add(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, FigureForm)
  if (!form.ok) return showForm(visit, form)
  const figure = await orRefuse(
    form.typed,
    () => notePublishedFigure(visit.app, visit.actor, form.value),
    state => showForm(visit, state),
  )
  if (figure)
    redirect(
      visit,
      withQuery(paths.targets, { year: figure.throughDay.slice(0, 4) }),
      visit.words.targets.figureAdded,
    )
}
