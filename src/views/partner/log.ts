/** The outlet drops its log, sees what was read of it, and keeps it. */
import type { Outlet } from '../../domain/outlet.js'
import { kindCounts } from '../../domain/log-runs.js'
import { logStatus } from '../../domain/station-log.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, type FieldModel, type FormState, type SummaryModel } from '../components/fields.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import type { LogFacts } from '../station-logs/facts.js'
import { isRefused, kindTag, orderedText, otherRows, rowPlace, runText } from '../station-logs/lines.js'
import { readingForm, type ReadingForm } from '../station-logs/reading.js'

export interface PartnerLogUpload extends Page {
  lede: string
  explanation: string
  summary: SummaryModel
  action: string
  fields: FieldModel[]
  button: string
  back: LinkTo
}

export interface PartnerLogPage extends Page {
  saved: string
  lede: string
  found: string
  doubt: string
  counts: Tag[]
  listTitle: string
  lines: { ordered: string; inLog: string; result: string; tone: string }[]
  extraTitle: string
  extra: { text: string; result: string }[]
  rowsTitle: string
  rows: string[]
  more: string
  commit: { action: string; label: string } | null
  discard: { action: string; label: string } | null
  reading: ReadingForm | null
  back: LinkTo
}

export function partnerLogUpload(
  words: Words,
  formats: Formats,
  { token, week, outlets, state }: { token: string; week: Day; outlets: readonly Outlet[]; state: FormState },
): PartnerLogUpload {
  const t = words.stationLogs
  const form = formBuilder(words, state)
  const pairs = outlets.map(outlet => [outlet.id, outlet.name] as const)
  return {
    title: t.send,
    trail: [],
    lede: t.partnerLead(formats.week(week)),
    explanation: t.lead,
    fields: [
      form.select('outletId', t.outlet, pairs),
      form.input('file', t.file, { kind: 'file', optional: true }),
      form.input('text', t.text, { kind: 'textarea', rows: 6, optional: true }),
    ],
    summary: form.summary,
    action: paths.weekLogs(token),
    button: t.read,
    back: { label: t.backToWeek, href: paths.week(token) },
  }
}

const mostRows = 30
const toneOf = { good: 'good', wait: 'wait', bad: 'bad', plain: 'soft', info: 'soft' } as const

export function partnerLogPage(
  words: Words,
  formats: Formats,
  facts: LogFacts,
  { token, saved, state }: { token: string; saved: string; state?: FormState | undefined },
): PartnerLogPage {
  const t = words.stationLogs
  const { log, read, runs, answers } = facts
  const isOpen = logStatus(log) === 'preview'
  const others = otherRows(facts)
  const label = answers > 0 ? t.commit(formats.number(answers)) : t.commitNone
  return {
    title: t.titleOf(facts.outlet.name),
    trail: [],
    saved,
    lede: isOpen ? t.nothingYet : t.statusNames[logStatus(log)]!,
    found: foundText(words, formats, facts),
    doubt: facts.finding?.copied && log.grade !== 'E2' ? t.partnerDoubt : '',
    counts: [...kindCounts(runs)].map(([kind, count]) => {
      const tag = kindTag(words, kind)
      return { ...tag, label: `${formats.number(count)} ${tag.label}` }
    }),
    listTitle: t.broadcasts,
    lines: linesOf(words, formats, facts),
    extraTitle: t.extra,
    extra: runs
      .filter(run => run.broadcastId === null)
      .map(run => ({ text: runText(formats, run), result: kindTag(words, run.kind).label })),
    rowsTitle: t.notCounted,
    rows: others
      .slice(0, mostRows)
      .map(
        row => `${t.line} ${rowPlace(row, formats)}: ${t.meanings[row.meaning]} · ${row.text.slice(0, 60)}`,
      ),
    more: others.length > mostRows ? t.more(formats.number(others.length - mostRows)) : '',
    commit: isOpen ? { action: paths.weekLogCommit(token, log.id), label } : null,
    discard: isOpen ? { action: paths.weekLogDiscard(token, log.id), label: t.discard } : null,
    reading:
      isOpen && read.rows.length > 0
        ? readingForm(words, formats, { facts, action: paths.weekLogReading(token, log.id), state })
        : null,
    back: { label: t.backToWeek, href: paths.week(token) },
  }
}

function foundText({ stationLogs: t }: Words, formats: Formats, { read }: LogFacts): string {
  const swapped = read.swappedDays > 0 ? ` ${t.swapped(formats.number(read.swappedDays))}` : ''
  return (
    t.partnerFound({
      rows: formats.number(read.rows.length),
      runs: formats.number(read.entries.length),
      refused: formats.number(read.rows.filter(isRefused).length),
    }) + swapped
  )
}

function linesOf(words: Words, formats: Formats, facts: LogFacts): PartnerLogPage['lines'] {
  return facts.runs.flatMap(run => {
    const broadcast = run.broadcastId ? facts.broadcasts.get(run.broadcastId) : undefined
    if (!broadcast) return []
    const { label, tone } = kindTag(words, run.kind)
    const locked = facts.locked.has(broadcast.id) ? ` (${words.stationLogs.locked})` : ''
    return [
      {
        ordered: `${orderedText(words, formats, broadcast)} ${broadcast.materialCode}`,
        inLog: runText(formats, run),
        result: label + locked,
        tone: toneOf[tone],
      },
    ]
  })
}
