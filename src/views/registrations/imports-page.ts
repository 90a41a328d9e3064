import type { RegistrationImport } from '../../domain/registration.js'
import { importStatus } from '../../domain/registration.js'
import {
  formBuilder,
  freshForm,
  type FieldModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'
import { importTag, receivedText, type Texts } from './texts.js'

export interface UploadModel {
  title: string
  lede: string
  summary: SummaryModel
  action: string
  field: FieldModel
  button: string
}

export interface ImportsPage extends Page {
  upload: UploadModel | null
  listTitle: string
  imports: TableModel
}

export interface ImportList {
  imports: readonly RegistrationImport[]
  users: ReadonlyMap<string, string>
  mayImport: boolean
}

export function importsPage(texts: Texts, list: ImportList, state: FormState = freshForm): ImportsPage {
  const t = texts.words.registrations
  return {
    title: t.importTitle,
    trail: [{ label: t.title, href: paths.registrations }],
    upload: list.mayImport ? uploadForm(texts, state) : null,
    listTitle: t.imports,
    imports: importsTable(texts, list),
  }
}

export function uploadForm({ words }: Texts, state: FormState = freshForm): UploadModel {
  const t = words.registrations
  const form = formBuilder(words, state)
  const field = form.input('file', t.file, { kind: 'file', hint: t.fileHint })
  return {
    title: t.importTitle,
    lede: t.importLead,
    summary: form.summary,
    action: paths.registrationImports,
    field,
    button: t.upload,
  }
}

export function importsTable(texts: Texts, { imports, users }: ImportList): TableModel {
  const { words, formats } = texts
  const t = words.registrations
  return table(
    t.imports,
    [t.fileName, t.received, words.common.state, t.days, numeric(t.rows), numeric(t.cells)],
    imports.map(batch => [
      { label: batch.fileName, href: paths.registrationImport(batch.id) },
      receivedText(texts, batch, users),
      { tag: importTag(texts, importStatus(batch)) },
      batch.firstDay && batch.lastDay ? formats.days(batch.firstDay, batch.lastDay) : t.notReported,
      formats.number(batch.rowsRead),
      formats.number(batch.cellsStored),
    ]),
    { empty: t.importsNone },
  )
}
