import { may } from '../../domain/access.js'
import { Conflict } from '../../domain/errors.js'
import type { FieldEvent } from '../../domain/field-event.js'
import { addFieldEvent, cancelFieldEvent } from '../../operations/save-field-event.js'
import { formWith, type FormState } from '../../views/components/fields.js'
import { cancelFieldEventPage, fieldEventFormPage } from '../../views/field-events/forms.js'
import { fieldEventPage, fieldEventsPage } from '../../views/field-events/pages.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param, query } from '../visit.js'
import { importRoutes } from './imports.js'
import { suggestedValues, suggestionsNow } from './suggestions.js'
import { CancellationForm, FieldEventForm } from './form.js'

export const fieldEventRoutes: Route[] = [
  { method: 'get', path: '/field-events', access: 'readResults', handle: listEvents },
  { method: 'get', path: '/field-events/new', access: 'keepFieldEvents', handle: visit => showForm(visit) },
  { method: 'post', path: '/field-events/new', access: 'keepFieldEvents', handle: add },
  ...importRoutes,
  { method: 'get', path: '/field-events/:id', access: 'readResults', handle: showEvent },
  {
    method: 'get',
    path: '/field-events/:id/cancellation',
    access: 'keepFieldEvents',
    handle: visit => askCancel(visit),
  },
  { method: 'post', path: '/field-events/:id/cancellation', access: 'keepFieldEvents', handle: cancel },
]

async function listEvents(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const [period, districts] = await Promise.all([store.fieldEvents.period(), store.districts.list()])
  const years = yearsOf([today, period?.first ?? today, period?.last ?? today])
  const wanted = Number(query(visit, 'year'))
  const year = years.includes(wanted) ? wanted : Number((period?.last ?? today).slice(0, 4))
  const events = await store.fieldEvents.listBetween(`${year}-01-01`, `${year}-12-31`)
  const mayKeep = may(visit.user.role, 'keepFieldEvents')
  const suggestions = mayKeep ? await suggestionsNow(visit) : []
  const list = { events, districts, year, years, today, mayKeep, suggestions }
  show(visit, 'field-events/list', fieldEventsPage(visit, list))
}

/** Every year from the first to the last day, the latest first; a mistyped century does not make a list of them. */
function yearsOf(days: readonly string[]): number[] {
  const years = days.map(day => Number(day.slice(0, 4)))
  const last = Math.max(...years)
  const first = Math.max(Math.min(...years), last - 60)
  return Array.from({ length: last - first + 1 }, (_, i) => last - i)
}

async function showForm(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const given = { districts: await store.districts.list(), today: clock.today() }
  const filled = state ?? formWith(suggestedValues(visit))
  show(visit, 'forms/page', fieldEventFormPage(visit.words, given, filled), state ? 422 : 200)
}

async function add(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, FieldEventForm)
  if (!form.ok) return showForm(visit, form)
  const event = await orRefuse(
    form.typed,
    () => addFieldEvent(visit.app, visit.actor, form.value),
    state => showForm(visit, state),
  )
  if (event) redirect(visit, paths.fieldEvent(event.id), visit.words.fieldEvents.added)
}

async function eventOf(visit: StaffVisit): Promise<FieldEvent> {
  return found(await visit.app.store.fieldEvents.find(param(visit, 'id')), 'field event')
}

async function showEvent(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const event = await eventOf(visit)
  const [districts, history] = await Promise.all([
    store.districts.list(),
    store.audit.list({ subjectKind: 'field-event', subjectId: event.id }, { limit: 50 }),
  ])
  const mayKeep = may(visit.user.role, 'keepFieldEvents')
  show(
    visit,
    'field-events/show',
    fieldEventPage(visit, { event, districts, history, today: clock.today(), mayKeep }),
  )
}

async function askCancel(visit: StaffVisit, state?: FormState): Promise<void> {
  const event = await eventOf(visit)
  if (event.cancelledAt) throw new Conflict('wrong-state')
  show(visit, 'components/confirm', cancelFieldEventPage(visit.words, event, state), state ? 422 : 200)
}

async function cancel(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, CancellationForm)
  if (!form.ok) return askCancel(visit, form)
  await cancelFieldEvent(visit.app, visit.actor, id, form.value.reason)
  redirect(visit, paths.fieldEvent(id), visit.words.fieldEvents.cancelled)
}
