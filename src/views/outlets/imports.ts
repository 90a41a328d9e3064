import { outletImportStatus, type OutletImport } from '../../domain/outlet-import.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { numeric, table } from '../components/table.js'
import { field, formPage, row, type FormPageModel } from '../forms/page.js'
import type { Formats } from '../formats.js'
import type { Tag } from '../page.js'
import { paths } from '../paths.js'
import { outletTrail } from './trail.js'

/** The latest imports, and the form for the next. */
export function importsPage(
  words: Words,
  formats: Formats,
  imports: OutletImport[],
  state: FormState = freshForm,
): FormPageModel {
  const t = words.outletImports
  const form = formBuilder(words, state)
  const rows = imports.map(batch => [
    { label: batch.fileName, href: paths.outletImport(batch.id) },
    t.kinds[batch.kind],
    formats.number(batch.rowsRead),
    formats.number(batch.rowsRefused),
    formats.instantShort(batch.createdAt),
    { tag: importTag(words, batch) },
  ])
  return formPage({
    title: t.title,
    lede: t.lead,
    trail: outletTrail(words),
    summary: form.summary,
    known: {
      table: table(
        t.known,
        [t.file, t.kind, numeric(t.rows), numeric(t.refused), words.common.when, words.common.state],
        rows,
        { empty: t.none },
      ),
      formTitle: t.uploadTitle,
    },
    action: paths.outletImports,
    multipart: true,
    parts: [
      field(form.input('file', t.file, { kind: 'file', hint: t.fileHint })),
      row(
        form.input('source', t.source, { optional: true, hint: t.sourceHint }),
        form.input('asOf', t.asOf, { kind: 'date', optional: true }),
      ),
    ],
    button: t.upload,
    cancel: { label: words.common.back, href: paths.outlets },
  })
}

const tones = { preview: 'wait', committed: 'good', undone: 'plain', discarded: 'plain' } as const

export function importTag(words: Words, batch: OutletImport): Tag {
  const status = outletImportStatus(batch)
  return { label: words.outletImports.statusNames[status], tone: tones[status] }
}
