import type { AuditFilter } from '../../domain/audit.js'
import type { AuditEvent } from '../../domain/audit.js'
import { addDays, instantAt } from '../../domain/time.js'
import { freshForm } from '../../views/components/fields.js'
import type { AuditQuery } from '../../views/audit/filters.js'
import { auditPage } from '../../views/audit/pages.js'
import { readFilter, type Form } from '../read-form.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { sendAuditFile } from './file.js'
import { AuditForm } from './form.js'

export const auditRoutes: Route[] = [
  { method: 'get', path: '/audit', access: 'readAudit', handle: showAudit },
  { method: 'get', path: '/audit.csv', access: 'readAudit', handle: sendFile },
]

const pageSize = 50

async function showAudit(visit: StaffVisit): Promise<void> {
  const { store } = visit.app
  const form = readFilter(visit, AuditForm)
  const query = queryOf(form)
  const [events, count] = form.ok ? await search(visit, form.value) : [[], 0]
  const [head, choices] = await Promise.all([store.audit.head(), choicesOf(visit, query, events)])
  const state = form.ok ? freshForm : form
  const page = auditPage(visit.words, visit.formats, { events, count, query, pageSize, head, choices, state })
  show(visit, 'audit/list', page, form.ok ? 200 : 422)
}

async function search({ app }: StaffVisit, query: AuditQuery): Promise<[AuditEvent[], number]> {
  const filter = filterOf(query, app.clock.zone)
  const { audit } = app.store
  return Promise.all([audit.list(filter, { limit: pageSize, before: query.before }), audit.count(filter)])
}

async function sendFile(visit: StaffVisit): Promise<void> {
  const form = readFilter(visit, AuditForm)
  if (!form.ok) return showAudit(visit)
  await sendAuditFile(visit, filterOf(form.value, visit.app.clock.zone))
}

/** What was typed stands in its fields again, wrong or not. */
function queryOf(form: Form<AuditQuery>): AuditQuery {
  if (form.ok) return form.value
  const typed = (name: string) => String(form.typed[name] ?? '')
  const [actor, action, kind, subject] = ['actor', 'action', 'kind', 'subject'].map(typed) as [
    string,
    string,
    string,
    string,
  ]
  return { actor, action, kind, subject, from: typed('from'), to: typed('to') }
}

/** Days are the office's; the last one counts whole. */
function filterOf(query: AuditQuery, zone: string): AuditFilter {
  return {
    actorId: query.actor,
    action: query.action,
    subjectKind: query.kind,
    subjectId: query.subject,
    from: query.from && instantAt(query.from, 0, zone),
    to: query.to && instantAt(addDays(query.to, 1), 0, zone),
  }
}

/** Users and the system's jobs can be chosen; a contact is reached through one of its events. */
async function choicesOf({ app, words }: StaffVisit, { actor }: AuditQuery, events: readonly AuditEvent[]) {
  const [users, jobs, actions, kinds] = await Promise.all([
    app.store.users.list(),
    app.store.jobs.list(),
    app.store.audit.actions(),
    app.store.audit.subjectKinds(),
  ])
  const named = words.system.jobNames as Record<string, string | undefined>
  const known = [...users, ...jobs.map(({ name }) => ({ id: name, name: named[name] ?? name }))].map(
    ({ id, name }) => ({ id, name }),
  )
  const other = actor && !known.some(({ id }) => id === actor)
  const name = events.find(event => event.actorId === actor)?.actorName ?? actor
  return { actors: other ? [...known, { id: actor, name }] : known, actions, kinds }
}
