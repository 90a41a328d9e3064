import type { LineWord } from '../../domain/line-answer.js'
import { askedLines } from '../../domain/line-answer.js'
import type { MediaOrder, OrderVersion } from '../../domain/media-order.js'
import type { OrderLine } from '../../domain/order-line.js'
import type { Words } from '../../language/words.js'
import {
  formBuilder,
  type FormBuilder,
  type FieldModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { Formats } from '../formats.js'
import { lineName } from '../orders/changes.js'
import type { LineFacts } from '../orders/lines.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'

/** An answer to each line that is asked: yes, no, or another time. */
export interface PartnerLinesPage extends Page {
  summary: SummaryModel
  action: string
  lines: { name: string; fields: FieldModel[] }[]
  button: string
  back: { label: string; href: string }
}

export interface PartnerLinesFacts {
  token: string
  order: MediaOrder
  version: OrderVersion
  materials: LineFacts['materials']
}

export const lineWords: readonly LineWord[] = ['accepted', 'declined', 'other-time']

export function partnerLinesPage(
  words: Words,
  formats: Formats,
  facts: PartnerLinesFacts,
  state: FormState,
): PartnerLinesPage {
  const t = words.orderAnswers
  const form = formBuilder(words, state)
  const lines = askedLines(facts.order, facts.version).map(line => ({
    name: lineName(words, formats, line, facts.materials),
    fields: fieldsOf(words, formats, { form, line, version: facts.version }),
  }))
  return {
    title: `${words.partner.orderTitle(facts.order.number)}: ${t.answerByLine}`,
    trail: [],
    summary: form.summary,
    action: paths.partnerOrderLines(facts.token),
    lines,
    button: t.sendAnswers,
    back: { label: words.common.back, href: paths.partnerOrder(facts.token) },
  }
}

/** What was answered before stands in the form: a correction changes only what is wrong. */
function fieldsOf(
  words: Words,
  formats: Formats,
  given: { form: FormBuilder; line: OrderLine; version: OrderVersion },
): FieldModel[] {
  const t = words.orderAnswers
  const { form, line, version } = given
  const known = version.answers.find(({ lineKey }) => lineKey === line.lineKey)
  const options = lineWords.map(word => [word, t.words[word]] as const)
  const time = (name: string, label: string, minute: number | null | undefined) =>
    form.input(`${name}-${line.lineKey}`, label, {
      value: minute === null || minute === undefined ? '' : formats.time(minute),
      hint: t.timeHint,
      inputmode: 'decimal',
      optional: true,
    })
  return [
    form.select(`word-${line.lineKey}`, t.word, options, { value: known?.answer ?? 'accepted' }),
    time('from', t.from, known?.fromMinute),
    time('to', t.to, known?.toMinute),
    form.input(`note-${line.lineKey}`, t.note, { value: known?.note ?? '', optional: true }),
  ]
}
