/** How a file is read, as facts and as a form to change it. */
import type { ImportWithReport } from '../../domain/import-report.js'
import {
  columnOf,
  listsLots,
  valueColumns,
  type ColumnRole,
  type Reading,
} from '../../domain/registration-sheet.js'
import {
  formBuilder,
  freshForm,
  type ChoicesModel,
  type FieldModel,
  type FormBuilder,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { FactsModel } from '../components/registry.js'
import { paths } from '../paths.js'
import type { Names } from './import-page.js'
import type { Texts } from './texts.js'

export interface ReadingPart {
  title: string
  facts: FactsModel
  summary: SummaryModel
  action: string
  columnsTitle: string
  columns: FieldModel[]
  choices: ChoicesModel[]
  button: string
  tone: 'primary' | 'plain'
}

type Given = { names: Names; state: FormState | undefined }

export function readingPart(
  texts: Texts,
  batch: ImportWithReport,
  { names, state = freshForm }: Given,
): ReadingPart {
  const t = texts.words.registrations
  const form = formBuilder(texts.words, state, 'reading-')
  return {
    title: t.readingTitle,
    facts: readingFacts(texts, batch),
    columnsTitle: t.columnsTitle,
    columns: columnFields(texts, batch, { names, form }),
    choices: [
      ...dayOrderChoice(texts, batch, form),
      ...dashChoice(texts, batch, form),
      ...measureChoice(texts, batch, form),
      ...lotChoice(texts, batch, form),
    ],
    summary: form.summary,
    action: paths.importReading(batch.id),
    button: t.readingSave,
    tone: batch.report.questions.length > 0 ? 'primary' : 'plain',
  }
}

export function readingFacts({ words, formats }: Texts, { reading, report }: ImportWithReport): FactsModel {
  const t = words.registrations
  const day = report.columns[columnOf(reading, 'day')]
  const styles = (day?.dayStyles ?? []).map(style => t.dayStyleNames[style] ?? style)
  const order = reading.dayOrder ? [t.dayOrderNames[reading.dayOrder]] : []
  const signs = new Set(valueColumns(reading).flatMap(({ index }) => report.columns[index]?.thousands ?? []))
  const thousands = [...signs].map(sign => t.thousandNames[sign] ?? t.thousandNames[' ']!)
  return {
    facts: [
      ...writtenAs(reading, t),
      ...(reading.wide ? [{ label: t.shape, value: t.shapeNames[reading.wide.across] }] : []),
      { label: t.dataFrom, value: formats.number(reading.dataFrom) },
      { label: t.dayStyle, value: [...styles, ...order].join(', ') || t.notReported },
      { label: t.thousands, value: thousands.join(', ') || t.noThousands },
    ],
  }
}

function writtenAs({ format }: Reading, t: Texts['words']['registrations']): FactsModel['facts'] {
  if (format.kind === 'xlsx') return [{ label: t.sheet, value: format.sheet }]
  return [
    { label: t.separator, value: t.separatorNames[format.separator]! },
    { label: t.encoding, value: t.encodingNames[format.encoding]! },
  ]
}

function columnFields(
  { words }: Texts,
  { reading, report }: ImportWithReport,
  { names, form }: { names: Names; form: FormBuilder },
): FieldModel[] {
  const t = words.registrations
  const counts = [...names.streams].map(
    ([id, name]) => [`count ${id}` satisfies ColumnRole, t.roleCount(name)] as const,
  )
  const pairs = [...Object.entries(t.roleNames), ...counts]
  return reading.roles.map((role, index) => {
    const samples = report.columns[index]?.samples ?? []
    const hint = samples.length > 0 ? t.samples(samples.join(' · ')) : t.emptyColumn
    const label = reading.headings[index] || t.columnNumber(String(index + 1))
    if (role === 'firm')
      return form.select(`column-${index}`, label, [[role, t.lotsColumn]], {
        value: role,
        hint: t.lotsColumnHint,
      })
    return form.select(`column-${index}`, label, pairs, { value: role, hint })
  })
}

/** Asked where some day of the column can be read both ways. */
function dayOrderChoice(
  { words }: Texts,
  { reading, report }: ImportWithReport,
  form: FormBuilder,
): ChoicesModel[] {
  const t = words.registrations
  const day = report.columns[columnOf(reading, 'day')]
  if (!day || day.unsureDays === 0) return []
  const pairs = Object.entries(t.dayOrderNames)
  const value = reading.dayOrder ? { value: reading.dayOrder } : {}
  return [form.radios('dayOrder', t.dayOrder, pairs, { ...value, hint: t.dayOrderHint(day.unsureSample) })]
}

function dashChoice(
  { words }: Texts,
  { reading, report }: ImportWithReport,
  form: FormBuilder,
): ChoicesModel[] {
  const t = words.registrations
  if (!valueColumns(reading).some(({ index }) => (report.columns[index]?.dashes ?? 0) > 0)) return []
  return [
    form.radios('dash', t.dash, Object.entries(t.dashNames), reading.dash ? { value: reading.dash } : {}),
  ]
}

function lotChoice({ words }: Texts, { reading }: ImportWithReport, form: FormBuilder): ChoicesModel[] {
  const t = words.registrations
  if (!listsLots(reading)) return []
  const value = reading.lots ? { value: reading.lots } : {}
  return [form.radios('lots', t.lotMeaning, Object.entries(t.lotMeaningNames), value)]
}

/** What the sheet itself suggests is chosen already, and said; the person decides. */
function measureChoice(
  { words, formats }: Texts,
  { reading, report }: ImportWithReport,
  form: FormBuilder,
): ChoicesModel[] {
  const t = words.registrations
  const signs = report.cumulative
  const isOpen = report.questions.includes('week-or-day')
  if (!isOpen && (!signs || signs.steps === 0)) return []
  const hint = signs?.likely
    ? t.measureFound(formats.number(signs.falling), formats.number(signs.steps))
    : t.measureNotFound
  return [
    form.radios(
      'measure',
      t.measure,
      Object.entries(t.measureNames),
      isOpen ? {} : { value: reading.measure, hint },
    ),
  ]
}
