import { may } from '../../domain/access.js'
import { Conflict } from '../../domain/errors.js'
import type { ImportWithReport } from '../../domain/import-report.js'
import { importStatus } from '../../domain/registration.js'
import type { ColumnRole } from '../../domain/registration-sheet.js'
import { answerImportNames, changeImportReading } from '../../operations/change-import-reading.js'
import { commitRegistrationImport } from '../../operations/commit-registration-import.js'
import {
  discardRegistrationImport,
  undoRegistrationImport,
} from '../../operations/undo-registration-import.js'
import { paths } from '../../views/paths.js'
import { undoPage } from '../../views/registrations/import-commit.js'
import { importPage, type ImportStates } from '../../views/registrations/import-page.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { CommitForm, namesForm, readingForm } from './form.js'

export const previewRoutes: Route[] = [
  {
    method: 'get',
    path: '/registrations/imports/:id',
    access: 'readResults',
    handle: visit => showImport(visit),
  },
  {
    method: 'post',
    path: '/registrations/imports/:id/reading',
    access: 'importRegistrations',
    handle: saveReading,
  },
  {
    method: 'post',
    path: '/registrations/imports/:id/names',
    access: 'importRegistrations',
    handle: saveNames,
  },
  {
    method: 'post',
    path: '/registrations/imports/:id/commit',
    access: 'importRegistrations',
    handle: commit,
  },
  {
    method: 'post',
    path: '/registrations/imports/:id/discard',
    access: 'importRegistrations',
    handle: discard,
  },
  { method: 'get', path: '/registrations/imports/:id/undo', access: 'importRegistrations', handle: askUndo },
  { method: 'post', path: '/registrations/imports/:id/undo', access: 'importRegistrations', handle: undo },
]

async function findImport(visit: StaffVisit): Promise<ImportWithReport> {
  return found(await visit.app.store.registrationImports.find(param(visit, 'id')), 'import')
}

async function showImport(visit: StaffVisit, states: ImportStates = {}): Promise<void> {
  const { store } = visit.app
  const [batch, districts, streams, users] = await Promise.all([
    findImport(visit),
    store.districts.list(),
    store.streams.list(),
    store.users.list(),
  ])
  const shown = {
    batch,
    districts,
    streams,
    users: new Map(users.map(({ id, name }) => [id, name])),
    mayImport: may(visit.user.role, 'importRegistrations'),
  }
  show(
    visit,
    'registrations/import',
    importPage(visit, shown, states),
    Object.keys(states).length > 0 ? 422 : 200,
  )
}

async function saveReading(visit: StaffVisit): Promise<void> {
  const batch = await findImport(visit)
  const form = readForm(visit, readingForm(batch, await visit.app.store.streams.list()))
  if (!form.ok) return showImport(visit, { reading: form })
  const { dayOrder = null, dash = null, measure = null, lots = null, ...columns } = form.value
  const roles = batch.reading.roles.map(
    (_, index) => (columns as Record<string, ColumnRole>)[`column-${index}`]!,
  )
  const done = await orRefuse(
    form.typed,
    () =>
      changeImportReading(visit.app, visit.actor, batch.id, { roles, dayOrder, dash, measure, lots }).then(
        () => true,
      ),
    state => showImport(visit, { reading: state }),
  )
  if (done) redirect(visit, paths.registrationImport(batch.id), visit.words.registrations.readingSaved)
}

async function saveNames(visit: StaffVisit): Promise<void> {
  const { store } = visit.app
  const [batch, districts, streams] = await Promise.all([
    findImport(visit),
    store.districts.list(),
    store.streams.list(),
  ])
  const known = {
    districts: districts.map(district => district.code),
    streams: streams.map(stream => stream.id),
  }
  const form = readForm(visit, namesForm(batch, known))
  if (!form.ok) return showImport(visit, { names: form })
  const values = form.value as Record<string, string>
  const answers = { districts: answersOf('district', values), streams: answersOf('stream', values) }
  await answerImportNames(visit.app, visit.actor, batch.id, answers)
  redirect(visit, paths.registrationImport(batch.id), visit.words.registrations.namesSaved)
}

/** Written name → what was chosen for it; names nobody knows yet are left out. */
function answersOf(kind: string, values: Record<string, string>): Record<string, string> {
  const chosen = Object.entries(values).filter(
    ([name, value]) => name.startsWith(`${kind}-`) && !name.endsWith('-text') && value !== '',
  )
  return Object.fromEntries(chosen.map(([name, value]) => [values[`${name}-text`]!, value]))
}

async function commit(visit: StaffVisit): Promise<void> {
  const { words, formats } = visit
  const id = param(visit, 'id')
  const form = readForm(visit, CommitForm)
  if (!form.ok) return showImport(visit, { commit: form })
  const committed = await orRefuse(
    form.typed,
    () => commitRegistrationImport(visit.app, visit.actor, id, { leaveOutRefused: form.value.leaveOut }),
    state => showImport(visit, { commit: state }),
  )
  if (committed) {
    redirect(
      visit,
      paths.registrationImport(id),
      words.registrations.committed(formats.number(committed.cellsStored)),
    )
  }
}

async function discard(visit: StaffVisit): Promise<void> {
  await discardRegistrationImport(visit.app, visit.actor, param(visit, 'id'))
  redirect(visit, paths.registrationImports, visit.words.registrations.discarded)
}

async function askUndo(visit: StaffVisit): Promise<void> {
  const batch = await findImport(visit)
  if (importStatus(batch) !== 'committed') throw new Conflict('wrong-state')
  show(visit, 'components/confirm', undoPage(visit, batch))
}

async function undo(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await undoRegistrationImport(visit.app, visit.actor, id)
  redirect(visit, paths.registrationImport(id), visit.words.registrations.undone)
}
