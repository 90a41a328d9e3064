/** One line of a matched log in words: what was ordered, what the log says, and what that makes. */
import type { BroadcastState } from '../../domain/broadcast.js'
import type { ExplainedRow, LogRun } from '../../domain/station-log.js'
import { refusedMeanings } from '../../domain/station-log.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import type { Tag } from '../page.js'
import type { LogFacts } from './facts.js'

const tones: Record<LogRun['kind'], Tag['tone']> = {
  matched: 'good',
  early: 'wait',
  late: 'wait',
  short: 'wait',
  'wrong-material': 'bad',
  'not-in-log': 'bad',
  'not-covered': 'plain',
  bonus: 'info',
  'not-ordered': 'plain',
}

export function kindTag({ stationLogs: t }: Words, kind: LogRun['kind']): Tag {
  return { label: t.kinds[kind] ?? kind, tone: tones[kind] }
}

export function orderedText(words: Words, formats: Formats, broadcast: BroadcastState): string {
  const day = `${formats.weekdayShort(broadcast.day)}, ${formats.dayShort(broadcast.day)}`
  return [day, daypartText(words, formats, broadcast)].filter(Boolean).join(' ')
}

/** "Sen, 31 Okt 06.15.22, 30 detik, Spot JHT"; empty where the log is silent. */
export function runText(formats: Formats, run: LogRun): string {
  if (run.day === null) return ''
  const second =
    run.second === null ? '' : `${formats.time(0).charAt(2)}${String(run.second).padStart(2, '0')}`
  const time = run.minute === null ? '' : ` ${formats.time(run.minute)}${second}`
  const day = `${formats.weekdayShort(run.day)}, ${formats.dayShort(run.day)}${time}`
  return [day, run.seconds === null ? '' : `${formats.number(run.seconds)}″`, run.text]
    .filter(Boolean)
    .join(' · ')
}

export function isRefused({ meaning }: ExplainedRow): boolean {
  return refusedMeanings.includes(meaning)
}

/** Rows that are not runs: those that should have been first. */
export function otherRows({ read }: LogFacts): ExplainedRow[] {
  const others = read.rows.filter(row => row.meaning !== 'run')
  return [...others.filter(isRefused), ...others.filter(row => !isRefused(row))]
}

export function rowPlace({ sheet, line }: { sheet: string; line: number | null }, formats: Formats): string {
  return [sheet, line === null ? '' : formats.number(line)].filter(Boolean).join(' ')
}

/** Why a log counts as the outlet's word, with the figures it rests on. */
export function doubtText({ stationLogs: t }: Words, formats: Formats, { finding }: LogFacts): string {
  if (!finding?.copied) return ''
  return t.doubt({
    hits: formats.number(finding.hits),
    runs: formats.number(finding.runs),
    expected: formats.number(finding.expected),
    step: t.steps[finding.step] ?? '',
  })
}
