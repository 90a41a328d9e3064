import { z } from 'zod'
import { Invalid } from '../../domain/errors.js'
import {
  importFieldEvents,
  lookAtFieldEvents,
  receiveFieldEvents,
} from '../../operations/import-field-events.js'
import type { FormState } from '../../views/components/fields.js'
import { fieldEventImportPage, fieldEventUploadPage } from '../../views/field-events/import.js'
import { paths, withQuery } from '../../views/paths.js'
import { wholeNumber } from '../form-fields.js'
import { countAttempt } from '../rate-limits.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { param } from '../visit.js'

const largestFile = 2_000_000

const UploadForm = z.strictObject({})
const CommitForm = z.strictObject({ seen: wholeNumber(1, 10_000) })

const path = '/field-events/import'
export const importRoutes: Route[] = [
  { method: 'get', path, access: 'keepFieldEvents', handle: visit => showUpload(visit) },
  { method: 'post', path, access: 'keepFieldEvents', upload: largestFile, handle: receive },
  { method: 'get', path: `${path}/:id`, access: 'keepFieldEvents', handle: showPreview },
  { method: 'post', path: `${path}/:id`, access: 'keepFieldEvents', handle: commit },
]

function showUpload(visit: StaffVisit, state?: FormState): void {
  show(visit, 'forms/page', fieldEventUploadPage(visit.words, state), state ? 422 : 200)
}

async function receive(visit: StaffVisit): Promise<void> {
  await countAttempt(visit, 'upload')
  const { app, actor, req, words } = visit
  const form = readForm(visit, UploadForm)
  if (!form.ok) return showUpload(visit, form)
  const received = await orRefuse(
    form.typed,
    async () => {
      const { file } = req
      if (!file || file.size === 0) throw new Invalid({ file: { code: 'file-missing' } })
      return receiveFieldEvents(app, actor, { name: file.originalname, bytes: file.buffer })
    },
    state => showUpload(visit, state),
  )
  if (!received) return
  if ('id' in received) return redirect(visit, paths.fieldEventImport(received.id))
  const values = { what: words.fieldEventImports.columnNames[received.missing] }
  showUpload(visit, { typed: form.typed, problems: { file: { code: 'column-missing', values } } })
}

async function showPreview(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const sheet = await lookAtFieldEvents(visit.app, id)
  const districts = await visit.app.store.districts.list()
  show(visit, 'field-events/import', fieldEventImportPage(visit, { id, sheet, districts }))
}

async function commit(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, CommitForm)
  if (!form.ok) throw new Invalid(form.problems)
  const added = await importFieldEvents(visit.app, visit.actor, { id, seen: form.value.seen })
  const count = visit.formats.number(added.length)
  const year = added.map(event => event.firstDay.slice(0, 4)).toSorted()[0]
  redirect(visit, withQuery(paths.fieldEvents, { year }), visit.words.fieldEventImports.committed(count))
}
