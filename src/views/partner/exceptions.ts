/** The two steps after "some did not": which ones, then what happened to each. */
import type { BroadcastState } from '../../domain/broadcast.js'
import type { Words } from '../../language/words.js'
import { problemText, type Option, type SummaryModel } from '../components/fields.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'
import {
  exceptionFields,
  reasonOptions,
  type ExceptionFacts,
  type ExceptionFields,
  type ExceptionsState,
} from './exception-fields.js'
import { runTime } from './run-time.js'

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
  inbox: Words['inbox']
  back: { label: string; href: string }
}

/** Nothing ran: one reason for all of it. */
export interface NonePage extends Page {
  lede: string
  summary: SummaryModel
  action: string
  ids: string[]
  reasons: Option[]
  reasonError: string
  note: string
  t: Words['partner']
  back: { label: string; href: string }
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

export interface ExceptionsGiven extends ExceptionFacts {
  token: string
  exceptions: BroadcastState[]
  others: BroadcastState[]
}

export function exceptionsPage(words: Words, formats: Formats, given: ExceptionsGiven): ExceptionsPage {
  const t = words.partner
  return {
    title: t.exceptionsTitle,
    trail: [],
    lede: given.others.length > 0 ? t.othersRan(formats.number(given.others.length)) : '',
    others: given.others.map(broadcast => broadcast.id),
    summary: summaryOf(words, given.state),
    action: paths.weekExceptions(given.token),
    runs: given.exceptions.map(broadcast => exceptionFields(words, formats, broadcast, given)),
    t,
    inbox: words.inbox,
    back: { label: words.common.back, href: paths.week(given.token) },
  }
}

export function nonePage(
  words: Words,
  formats: Formats,
  given: { token: string; broadcasts: readonly BroadcastState[]; state: ExceptionsState },
): NonePage {
  const { typed, problems } = given.state
  return {
    title: words.inbox.noneTitle,
    trail: [],
    lede: words.inbox.noneLead(formats.number(given.broadcasts.length)),
    summary: summaryOf(words, given.state),
    action: paths.weekNone(given.token),
    ids: given.broadcasts.map(broadcast => broadcast.id),
    reasons: reasonOptions(words, String(typed['reason'] ?? '')),
    reasonError: problems['reason'] ? problemText(words, problems['reason']) : '',
    note: String(typed['note'] ?? ''),
    t: words.partner,
    back: { label: words.common.back, href: paths.week(given.token) },
  }
}

function summaryOf(words: Words, { problems }: ExceptionsState): SummaryModel {
  return {
    title: words.common.errorSummary,
    problems: Object.entries(problems).map(([name, problem]) => ({
      label: problemText(words, problem),
      href: `#${name}`,
    })),
  }
}
