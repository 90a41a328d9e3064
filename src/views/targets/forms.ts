import type { District } from '../../domain/district.js'
import { wholeScope } from '../../domain/published-figure.js'
import type { TargetMistake } from '../../domain/target-sheet.js'
import {
  formBuilder,
  freshForm,
  type FieldModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import { field, formPage, row, type FormPageModel } from '../forms/page.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import type { Texts } from '../registrations/texts.js'

export interface NewTargetsPage extends Page {
  lede: string
  summary: SummaryModel
  action: string
  fields: FieldModel[]
  button: string
  cancel: LinkTo
  mistakesTitle: string
  mistakes: TableModel | null
}

export function newTargetsPage(
  texts: Texts,
  given: { year: number; mistakes: readonly TargetMistake[] },
  state: FormState = freshForm,
): NewTargetsPage {
  const t = texts.words.targets
  const form = formBuilder(texts.words, state)
  const fields = [
    form.input('year', t.year, { value: String(given.year), inputmode: 'numeric', width: 'narrow' }),
    form.input('file', t.file, { kind: 'file', hint: t.fileHint }),
    form.input('reason', t.reason, { kind: 'textarea', rows: 2, hint: t.reasonHint }),
  ]
  return {
    title: t.proposeTitle,
    trail: [{ label: t.title, href: paths.targets }],
    lede: t.proposeLead,
    summary: form.summary,
    action: paths.newTargets,
    fields,
    button: t.proposeButton,
    cancel: { label: texts.words.common.back, href: paths.targets },
    mistakesTitle: t.mistakesTitle,
    mistakes: given.mistakes.length > 0 ? mistakesTable(texts, given.mistakes) : null,
  }
}

function mistakesTable({ words, formats }: Texts, mistakes: readonly TargetMistake[]): TableModel {
  const t = words.targets
  return table(
    t.mistakesTitle,
    [numeric(t.line), t.text, t.mistake],
    mistakes.map(({ line, text, reason, detail }) => [
      formats.number(line),
      text || '–',
      t.mistakeNames[reason](detail === null ? '' : formats.number(detail)),
    ]),
    { empty: words.common.none },
  )
}

export function publishedFigureFormPage(
  { words }: Texts,
  districts: readonly District[],
  state: FormState = freshForm,
): FormPageModel {
  const t = words.targets
  const form = formBuilder(words, state)
  const scopes = [
    [wholeScope, t.allDistricts] as const,
    ...districts.map(district => [district.code, district.shortName] as const),
  ]
  const parts = [
    row(
      form.input('throughDay', t.throughDay, { kind: 'date' }),
      form.input('amount', t.amount, { inputmode: 'numeric' }),
    ),
    field(form.select('scope', t.scope, scopes, { value: wholeScope })),
    field(form.input('source', t.source, { hint: t.sourceHint })),
    field(form.input('note', words.common.note, { kind: 'textarea', optional: true, rows: 2 })),
  ]
  return formPage({
    title: t.figureTitle,
    trail: [{ label: t.title, href: paths.targets }],
    lede: t.figuresLead,
    summary: form.summary,
    action: paths.newPublishedFigure,
    parts,
    button: t.figureAdd,
    cancel: { label: words.common.back, href: paths.targets },
  })
}
