/** What an outlet said on paper or by telephone, entered by staff: a line of fields for each broadcast. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { answers } from '../../domain/confirmation.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import {
  formBuilder,
  type ChoicesModel,
  type FieldModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { Formats } from '../formats.js'
import { outletTrail } from '../outlets/trail.js'
import type { LinkTo, Page } from '../page.js'
import { reasonOptions } from '../partner/exception-fields.js'
import { paths } from '../paths.js'
import { runText } from './paper.js'

export interface AnswersPage extends Page {
  lede: string
  none: string
  summary: SummaryModel
  action: string
  how: ChoicesModel
  file: FieldModel
  runs: { legend: string; fields: FieldModel[] }[]
  button: string
  back: LinkTo
}

export interface AnswersFacts {
  outlet: Outlet
  week: Day
  /** Those that may be answered now. */
  broadcasts: readonly BroadcastState[]
}

export function answersPage(
  words: Words,
  formats: Formats,
  facts: AnswersFacts,
  state: FormState,
): AnswersPage {
  const t = words.weeks
  const { outlet, week, broadcasts } = facts
  const form = formBuilder(words, state)
  const how = form.radios(
    'how',
    t.how,
    [
      ['paper', t.hows.paper],
      ['telephone', t.hows.telephone],
    ],
    { value: 'paper' },
  )
  const file = form.input('file', t.file, { kind: 'file', hint: t.fileHint, optional: true })
  const runs = broadcasts.map((broadcast, index) => ({
    legend: `${formats.number(index + 1)}. ${runText(words, formats, broadcast)}`,
    fields: runFields(words, form, broadcast),
  }))
  return {
    title: t.enter,
    trail: [
      ...outletTrail(words, outlet),
      { label: formats.week(week), href: paths.outletWeek(outlet.id, week) },
    ],
    lede: t.enterLead,
    none: broadcasts.length === 0 ? t.nothing : '',
    how,
    file,
    runs,
    summary: form.summary,
    action: paths.outletWeekAnswers(outlet.id, week),
    button: t.save,
    back: { label: words.common.back, href: paths.outletWeek(outlet.id, week) },
  }
}

function runFields(
  words: Words,
  form: ReturnType<typeof formBuilder>,
  { id, answer, medium }: BroadcastState,
): FieldModel[] {
  const t = words.weeks
  const now = answer === null ? t.leave : `${t.leave} (${words.broadcasts.answers[answer]})`
  const whats = [
    ['', now] as const,
    ...answers.map(value => [value, words.broadcasts.answers[value]] as const),
  ]
  const reasons = reasonOptions(words, '').map(({ value, label }) => [value, label] as const)
  const isTimed = medium === 'radio' || medium === 'tv'
  return [
    form.select(`what-${id}`, t.answer, whats),
    form.select(`reason-${id}`, t.reason, reasons),
    ...(isTimed
      ? [form.input(`time-${id}`, t.time, { optional: true, inputmode: 'decimal', width: 'narrow' })]
      : []),
    form.input(`note-${id}`, t.note, { optional: true }),
  ]
}
