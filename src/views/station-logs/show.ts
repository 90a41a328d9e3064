import { tolerances } from '../../domain/match-tolerance.js'
import { logStatus } from '../../domain/station-log.js'
import type { Words } from '../../language/words.js'
import type { FormState } from '../components/fields.js'
import type {
  ActionModel,
  CalloutModel,
  FactsModel,
  PageHeadModel,
  TableModel,
} from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'
import type { LogFacts } from './facts.js'
import { doubtText, isRefused } from './lines.js'
import { readingForm, type ReadingForm } from './reading.js'
import { broadcastsTable, countsTable, extraTable, moreText, rowsTable } from './tables.js'

export interface LogPage extends Page {
  head: PageHeadModel
  callouts: CalloutModel[]
  facts: FactsModel
  counts: TableModel
  tolerance: string
  broadcasts: TableModel
  extra: TableModel
  rows: TableModel
  more: string
  reading: ReadingForm | null
  acts: ActionModel[]
  trust: { action: string; label: string; reasonLabel: string } | null
}

export interface LogPageFacts extends LogFacts {
  names: ReadonlyMap<string, string>
  mayWork: boolean
  mayTrust: boolean
}

export function logPage(words: Words, formats: Formats, facts: LogPageFacts, state?: FormState): LogPage {
  const t = words.stationLogs
  const { log, outlet } = facts
  const status = logStatus(log)
  const isOpen = status === 'preview' && facts.mayWork
  return {
    title: t.titleOf(outlet.name),
    trail: [
      { label: words.outlets.title, href: paths.outlets },
      { label: outlet.name, href: paths.outlet(outlet.id) },
      { label: t.title, href: paths.outletLogs(outlet.id) },
    ],
    head: {
      title: t.titleOf(outlet.name),
      lede: status === 'preview' ? t.nothingYet : '',
      tag: { label: t.statusNames[status]!, tone: status === 'committed' ? 'good' : 'wait' },
      updated: '',
      links: [],
      actions: [],
    },
    callouts: calloutsOf(words, formats, facts),
    facts: logFactsOf(words, formats, facts),
    counts: countsTable(words, formats, facts),
    tolerance: toleranceText(words, formats, facts),
    broadcasts: broadcastsTable(words, formats, facts),
    extra: extraTable(words, formats, facts),
    rows: rowsTable(words, formats, facts),
    more: moreText(words, formats, facts),
    reading: isOpen ? readingForm(words, formats, { facts, action: paths.logReading(log.id), state }) : null,
    acts: isOpen ? openActs(words, formats, facts) : [],
    trust:
      facts.mayTrust && status === 'committed' && log.grade === 'E1'
        ? { action: paths.logTrust(log.id), label: t.trust, reasonLabel: t.trustReason }
        : null,
  }
}

function openActs(
  { stationLogs: t }: Words,
  formats: Formats,
  { log, answers }: LogPageFacts,
): ActionModel[] {
  const label = answers > 0 ? t.commit(formats.number(answers)) : t.commitNone
  return [
    { action: paths.logCommit(log.id), label, tone: 'primary', hidden: [] },
    { action: paths.logDiscard(log.id), label: t.discard, tone: 'plain', hidden: [] },
  ]
}

function calloutsOf(words: Words, formats: Formats, facts: LogPageFacts): CalloutModel[] {
  const t = words.stationLogs
  const { log, names } = facts
  const doubt = doubtText(words, formats, facts)
  const callouts: CalloutModel[] = []
  if (doubt) callouts.push({ tone: 'wait', title: t.doubtTitle, text: doubt, link: null })
  if (log.trustedAt && log.trustedBy) {
    const by = names.get(log.trustedBy) ?? '–'
    const text = t.trustedBy(by, formats.instant(log.trustedAt), log.trustReason ?? '')
    callouts.push({ tone: 'info', title: '', text, link: null })
  }
  if (facts.read.swappedDays > 0)
    callouts.push({
      tone: 'info',
      title: '',
      text: t.swapped(formats.number(facts.read.swappedDays)),
      link: null,
    })
  return callouts
}

function logFactsOf(
  { stationLogs: t, broadcasts }: Words,
  formats: Formats,
  facts: LogPageFacts,
): FactsModel {
  const { log, read } = facts
  const refused = read.rows.filter(isRefused).length
  const runs = read.rows.filter(row => row.meaning === 'run').length
  return {
    facts: [
      { label: t.period, value: formats.days(log.period.first, log.period.last) },
      { label: t.received, value: `${formats.instant(log.receivedAt)}, ${log.fileName}` },
      { label: t.rowsRead, value: formats.number(read.rows.length) },
      { label: t.runsRead, value: formats.number(read.entries.length) },
      { label: t.rowsRefused, value: formats.number(refused) },
      { label: t.rowsOther, value: formats.number(read.rows.length - runs - refused) },
      { label: t.foreign, value: formats.number(facts.foreign) },
      ...(log.grade ? [{ label: t.grade, value: broadcasts.grades[log.grade] }] : []),
    ],
  }
}

function toleranceText({ stationLogs: t }: Words, formats: Formats, { outlet }: LogPageFacts): string {
  const { minutes, seconds, search } = tolerances[outlet.medium]
  if (outlet.medium === 'print' || outlet.medium === 'online') return ''
  return t.toleranceNote({
    minutes: formats.number(minutes),
    seconds: formats.number(seconds),
    search: formats.number(search),
  })
}
