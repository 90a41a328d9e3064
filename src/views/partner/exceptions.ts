/** The two steps after "some did not": which ones, then what happened to each. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { missReasons } from '../../domain/confirmation.js'
import type { Problem } from '../../domain/problem.js'
import type { Words } from '../../language/words.js'
import { problemText, type Option, type SummaryModel } from '../components/fields.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'
import { runTime } from './week.js'

export interface ChoosePage extends Page {
  lede: string
  action: string
  outlets: { name: string; runs: { id: string; when: string; material: string; chosen: boolean }[] }[]
  button: string
  back: { label: string; href: string }
}

export interface ExceptionsPage extends Page {
  lede: string
  summary: SummaryModel
  action: string
  /** Recorded as run as ordered with the same form. */
  others: string[]
  runs: ExceptionFields[]
  t: Words['partner']
  back: { label: string; href: string }
}

export interface ExceptionFields {
  id: string
  legend: string
  error: string
  whats: Option[]
  reasons: Option[]
  time: string
  timeError: string
  note: string
}

export function choosePage(
  words: Words,
  formats: Formats,
  given: { token: string; broadcasts: BroadcastState[] },
): ChoosePage {
  const t = words.partner
  const names = [...new Set(given.broadcasts.map(broadcast => broadcast.outletName))]
  return {
    title: t.chooseTitle,
    trail: [],
    lede: t.chooseLead,
    action: paths.weekExceptions(given.token),
    outlets: names.map(name => ({
      name,
      runs: given.broadcasts
        .filter(broadcast => broadcast.outletName === name)
        .map(broadcast => ({
          id: broadcast.id,
          when: runTime(words, formats, broadcast),
          material: `${broadcast.materialCode} ${broadcast.materialTitle}`,
          chosen: broadcast.answer === 'did-not-run' || broadcast.answer === 'ran-differently',
        })),
    })),
    button: t.chooseNext,
    back: { label: words.common.back, href: paths.week(given.token) },
  }
}

export interface ExceptionsState {
  typed: Record<string, string | string[]>
  problems: Record<string, Problem>
}

export function exceptionsPage(
  words: Words,
  formats: Formats,
  given: { token: string; exceptions: BroadcastState[]; others: BroadcastState[]; state: ExceptionsState },
): ExceptionsPage {
  const t = words.partner
  const { problems } = given.state
  const runs = given.exceptions.map(broadcast => exceptionFields(words, formats, broadcast, given.state))
  return {
    title: t.exceptionsTitle,
    trail: [],
    lede: given.others.length > 0 ? t.othersRan(formats.number(given.others.length)) : '',
    others: given.others.map(broadcast => broadcast.id),
    summary: {
      title: words.common.errorSummary,
      problems: Object.entries(problems).map(([name, problem]) => ({
        label: problemText(words, problem),
        href: `#${name}`,
      })),
    },
    action: paths.weekExceptions(given.token),
    runs,
    t,
    back: { label: words.common.back, href: paths.week(given.token) },
  }
}

function exceptionFields(
  words: Words,
  formats: Formats,
  broadcast: BroadcastState,
  { typed, problems }: ExceptionsState,
): ExceptionFields {
  const t = words.partner
  const { id } = broadcast
  const text = (name: string) => String(typed[`${name}-${id}`] ?? '')
  const error = (name: string) =>
    problems[`${name}-${id}`] ? problemText(words, problems[`${name}-${id}`]!) : ''
  const what = text('what') || (broadcast.answer === 'ran-differently' ? 'ran-differently' : 'did-not-run')
  const whats = [
    ['did-not-run', t.didNotRun],
    ['ran-differently', t.ranDifferently],
    ['not-known', t.notYetKnown],
  ] as const
  return {
    id,
    legend: `${broadcast.outletName}: ${runTime(words, formats, broadcast)}`,
    error: error('reason') || error('what'),
    whats: whats.map(([value, label]) => ({ value, label, chosen: value === what })),
    reasons: ['' as const, ...missReasons].map(value => ({
      value,
      label: value === '' ? t.noReason : words.broadcasts.reasons[value],
      chosen: value === text('reason'),
    })),
    time: text('time'),
    timeError: error('time'),
    note: text('note'),
  }
}
