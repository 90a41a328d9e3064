import { z } from 'zod'
import { Conflict, Invalid } from '../../domain/errors.js'
import { keyBy } from '../../domain/group.js'
import { outletImportStatus, type OutletImport } from '../../domain/outlet-import.js'
import { undoOutlets } from '../../operations/apply-outlet-plan.js'
import {
  commitOutlets,
  discardOutlets,
  lookAtImport,
  planSeen,
  receiveOutlets,
} from '../../operations/import-outlets.js'
import { refusedRows } from '../../operations/plan-outlet-import.js'
import type { FormState } from '../../views/components/fields.js'
import { outletImportPage, undoPage } from '../../views/outlets/import.js'
import { importsPage } from '../../views/outlets/imports.js'
import { paths } from '../../views/paths.js'
import { optionalDay, optionalText, ticked } from '../form-fields.js'
import { countAttempt } from '../rate-limits.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

const largestFile = 5_000_000

const SheetForm = z.strictObject({ source: optionalText(200), asOf: optionalDay() })
const CommitForm = z.strictObject({ leaveOut: ticked(), seen: z.string().max(100).default('') })

export const importRoutes: Route[] = [
  { method: 'get', path: '/outlet-imports', access: 'keepOutlets', handle: visit => showImports(visit) },
  {
    method: 'post',
    path: '/outlet-imports',
    access: 'keepOutlets',
    upload: largestFile,
    handle: receive,
  },
  { method: 'get', path: '/outlet-imports/:id', access: 'keepOutlets', handle: visit => showImport(visit) },
  { method: 'post', path: '/outlet-imports/:id/commit', access: 'keepOutlets', handle: commit },
  { method: 'post', path: '/outlet-imports/:id/discard', access: 'keepOutlets', handle: discard },
  { method: 'get', path: '/outlet-imports/:id/undo', access: 'keepOutlets', handle: askUndo },
  { method: 'post', path: '/outlet-imports/:id/undo', access: 'keepOutlets', handle: undo },
]

async function showImports(visit: StaffVisit, state?: FormState): Promise<void> {
  const imports = await visit.app.store.outletImports.list(20)
  show(visit, 'forms/page', importsPage(visit.words, visit.formats, imports, state), state ? 422 : 200)
}

async function receive(visit: StaffVisit): Promise<void> {
  await countAttempt(visit, 'upload')
  const form = readForm(visit, SheetForm)
  if (!form.ok) return showImports(visit, form)
  const { app, actor, req } = visit
  const batch = await orRefuse(
    form.typed,
    async () => {
      const { file } = req
      if (!file || file.size === 0) throw new Invalid({ file: { code: 'file-missing' } })
      return receiveOutlets(app, actor, { name: file.originalname, bytes: file.buffer, ...form.value })
    },
    state => showImports(visit, state),
  )
  if (batch) redirect(visit, paths.outletImport(batch.id))
}

async function showImport(visit: StaffVisit, state?: FormState): Promise<void> {
  const { app, words, formats } = visit
  const batch = await importOf(visit)
  const plan = await lookAtImport(app, batch)
  const districts = keyBy(await app.store.districts.list(), district => district.code)
  const facts = { batch, plan, seen: planSeen(plan), refusedRows: refusedRows(plan), districts }
  const page = outletImportPage(words, formats, state ? { ...facts, state } : facts)
  show(visit, 'outlets/import', page, state ? 422 : 200)
}

async function commit(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, CommitForm)
  if (!form.ok) return showImport(visit, form)
  const { leaveOut, seen } = form.value
  const done = await orRefuse(
    form.typed,
    () => commitOutlets(visit.app, visit.actor, id, { leaveOutRefused: leaveOut, seen }),
    state => showImport(visit, state),
  )
  if (!done) return
  const count = visit.formats.number(done.changes.length)
  redirect(visit, paths.outletImport(id), visit.words.outletImports.committed(count))
}

async function discard(visit: StaffVisit): Promise<void> {
  await discardOutlets(visit.app, visit.actor, param(visit, 'id'))
  redirect(visit, paths.outletImports, visit.words.outletImports.discarded)
}

async function askUndo(visit: StaffVisit): Promise<void> {
  const batch = await importOf(visit)
  if (outletImportStatus(batch) !== 'committed') throw new Conflict('wrong-state')
  show(visit, 'components/confirm', undoPage(visit.words, batch))
}

async function undo(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await undoOutlets(visit.app, visit.actor, id)
  redirect(visit, paths.outletImport(id), visit.words.outletImports.undone)
}

async function importOf(visit: StaffVisit): Promise<OutletImport> {
  return found(await visit.app.store.outletImports.find(param(visit, 'id')), 'import')
}
