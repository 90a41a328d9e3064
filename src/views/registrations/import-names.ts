/** Written names that are not known, each with a list to choose its meaning from. */
import type { ImportWithReport } from '../../domain/import-report.js'
import type { UnknownName } from '../../domain/unknown-names.js'
import { leftOut } from '../../domain/registration-sheet.js'
import {
  formBuilder,
  freshForm,
  type FieldModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import { paths } from '../paths.js'
import type { Names } from './import-page.js'
import type { Texts } from './texts.js'

export interface NamesPart {
  title: string
  lede: string
  summary: SummaryModel
  action: string
  fields: FieldModel[]
  /** The written names themselves, so that an answer is never taken for another name. */
  hidden: [name: string, value: string][]
  button: string
}

type Given = { names: Names; state: FormState | undefined }

export function namesPart(
  texts: Texts,
  { id, report }: ImportWithReport,
  { names, state = freshForm }: Given,
): NamesPart | null {
  const { unknownDistricts, unknownStreams } = report
  if (unknownDistricts.length + unknownStreams.length === 0) return null
  const t = texts.words.registrations
  const form = formBuilder(texts.words, state, 'names-')
  const fields = (
    kind: 'district' | 'stream',
    unknown: readonly UnknownName[],
    known: ReadonlyMap<string, string>,
  ) =>
    unknown.map((name, index) => {
      const pairs = [['', t.nameChoose] as const, ...known, [leftOut, t.nameLeaveOut] as const]
      return form.select(`${kind}-${index}`, name.text, pairs, { hint: whereOf(texts, name) })
    })
  return {
    title: t.namesTitle,
    lede: t.namesLead,
    action: paths.importNames(id),
    fields: [
      ...fields('district', unknownDistricts, names.districts),
      ...fields('stream', unknownStreams, names.streams),
    ],
    hidden: [...written('district', unknownDistricts), ...written('stream', unknownStreams)],
    summary: form.summary,
    button: t.namesSave,
  }
}

function whereOf({ words, formats }: Texts, { rows, line }: UnknownName): string {
  return words.registrations.nameRows(formats.number(rows), formats.number(line))
}

function written(kind: string, names: readonly UnknownName[]): [string, string][] {
  return names.map((name, index) => [`${kind}-${index}-text`, name.text])
}
