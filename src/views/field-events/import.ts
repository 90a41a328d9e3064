import type { District } from '../../domain/district.js'
import type { FieldEventSheet } from '../../domain/field-event-sheet.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import type { PageHeadModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import { field, formPage, type FormPageModel } from '../forms/page.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import { whereOf, type Texts } from './pages.js'

export interface FieldEventImportPage extends Page {
  head: PageHeadModel
  note: string
  commit: { action: string; seen: string; button: string } | null
  back: LinkTo
  mistakes: { title: string; table: TableModel } | null
  events: { title: string; table: TableModel }
}

export function fieldEventUploadPage(words: Words, state: FormState = freshForm): FormPageModel {
  const t = words.fieldEventImports
  const form = formBuilder(words, state)
  const hint = t.fileHint(Object.values(words.fieldEvents.kindNames).join('; '))
  return formPage({
    title: t.title,
    trail: [{ label: words.fieldEvents.title, href: paths.fieldEvents }],
    lede: t.lead,
    summary: form.summary,
    action: paths.fieldEventImports,
    multipart: true,
    parts: [field(form.input('file', t.file, { kind: 'file', hint }))],
    button: t.upload,
    cancel: { label: words.common.back, href: paths.fieldEvents },
  })
}

export interface ShownImport {
  id: string
  sheet: FieldEventSheet
  districts: readonly District[]
}

export function fieldEventImportPage(texts: Texts, shown: ShownImport): FieldEventImportPage {
  const { words, formats } = texts
  const t = words.fieldEventImports
  const { events, mistakes } = shown.sheet
  const added = events.filter(event => !event.isKnown).length
  const [read, fresh, known, wrong] = [
    events.length + mistakes.length,
    added,
    events.length - added,
    mistakes.length,
  ].map(count => formats.number(count)) as [string, string, string, string]
  const mayCommit = mistakes.length === 0 && added > 0
  return {
    title: t.previewTitle,
    trail: [
      { label: words.fieldEvents.title, href: paths.fieldEvents },
      { label: t.title, href: paths.fieldEventImports },
    ],
    head: {
      title: t.previewTitle,
      lede: t.summary(read, { fresh, known, wrong }),
      tag: null,
      updated: '',
      links: [],
      actions: [],
    },
    note: mistakes.length > 0 ? t.mustBeRight : added === 0 ? t.nothingNew : '',
    commit: mayCommit
      ? { action: paths.fieldEventImport(shown.id), seen: String(added), button: t.commit(fresh) }
      : null,
    back: { label: mistakes.length > 0 ? t.another : t.toDiary, href: backOf(mistakes.length) },
    mistakes: mistakes.length > 0 ? { title: t.mistakesTitle, table: mistakesTable(texts, shown) } : null,
    events: { title: t.eventsTitle, table: eventsTable(texts, shown) },
  }
}

function backOf(mistakes: number): string {
  return mistakes > 0 ? paths.fieldEventImports : paths.fieldEvents
}

function mistakesTable({ words, formats }: Texts, { sheet }: ShownImport): TableModel {
  const t = words.fieldEventImports
  return table(
    t.mistakesTitle,
    [t.line, t.written, t.reason],
    sheet.mistakes.map(({ line, text, reason, detail }) => [
      formats.number(line),
      text || '–',
      t.reasons[reason]!(detail === null ? '' : formats.number(detail)),
    ]),
    { empty: '' },
  )
}

function eventsTable(texts: Texts, { sheet, districts }: ShownImport): TableModel {
  const { words, formats } = texts
  const [t, names] = [words.fieldEventImports, words.fieldEvents]
  return table(
    t.eventsTitle,
    [names.name, names.days, names.districts, t.line, words.common.state],
    sheet.events.map(({ line, facts, isKnown }) => [
      { strong: facts.title, soft: names.kindNames[facts.kind], to: '' },
      formats.days(facts.firstDay, facts.lastDay),
      whereOf(texts, facts, districts),
      formats.number(line),
      { tag: isKnown ? { label: t.known, tone: 'plain' } : { label: t.fresh, tone: 'good' } },
    ]),
    { empty: t.noneRight },
  )
}
