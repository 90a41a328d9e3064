/** A station's own list of what it ran: how it is read, what each of its rows means, and what is kept of it. */
import type { LogPeriod } from './log-day.js'
import type { ExtraRun, MatchKind } from './match-log.js'
import type { CopyFinding } from './plan-copy.js'
import type { Day, Instant, Minute } from './time.js'

export const logRoles = ['ignored', 'day', 'time', 'length', 'material', 'status'] as const
export type LogRole = (typeof logRoles)[number]

/** A row as the file holds it; merged cells are filled, because a merged day counts for every row beside it. */
export interface LogRow {
  sheet: string
  line: number
  cells: string[]
}

export interface LogReading {
  /** Pasted chat text has no columns: every line is searched for days and times. */
  kind: 'table' | 'chat'
  headings: string[]
  roles: LogRole[]
}

/** One run as the log tells it. */
export interface LogEntry {
  /** The how-manieth run of the log. */
  index: number
  sheet: string
  line: number
  day: Day
  /** Null in logs of papers and sites, which hold days only. */
  minute: Minute | null
  second: number | null
  seconds: number | null
  /** The material as the station calls it; empty where the log does not say. */
  text: string
}

export const rowMeanings = [
  'run',
  'title',
  'heading',
  'day',
  'total',
  'page',
  'note',
  'not-run',
  'repeated',
  'outside',
  'no-time',
  'bad-time',
  'no-day',
  'bad-day',
  'unsure-day',
  'other-weekday',
] as const
export type RowMeaning = (typeof rowMeanings)[number]

/** What a run may lack so that it cannot be counted; everything else is explained and done with. */
export const refusedMeanings: readonly RowMeaning[] = [
  'no-time',
  'bad-time',
  'no-day',
  'bad-day',
  'unsure-day',
  'other-weekday',
]

export interface ExplainedRow {
  sheet: string
  line: number
  meaning: RowMeaning
  text: string
}

export interface LogRead {
  entries: LogEntry[]
  /** One for every row of the file, in order: rows in are rows explained. */
  rows: ExplainedRow[]
  /** Days a spreadsheet had turned round, read as the period demands. */
  swappedDays: number
}

/** What a text of the log stands for: a material, ours without saying which, or somebody else's. */
export type TextMeaning = string
export const unclear = 'unclear'
export const notOurs = 'not-ours'

export interface StationLog {
  id: string
  outletId: string
  period: LogPeriod
  fileId: string
  fileName: string
  receivedAt: Instant
  receivedByContact: string | null
  receivedByUser: string | null
  reading: LogReading
  rows: LogRow[]
  /** Text of the log, as a key → what it stands for, where a person said so. */
  names: Record<string, TextMeaning>
  /** What becomes of broadcasts that are not in the log. */
  missing: 'did-not-run' | 'not-known'
  committedAt: Instant | null
  discardedAt: Instant | null
  evidenceId: string | null
  /** E2, or E1 where its times repeat the plan too well; null until it is kept. */
  grade: 'E1' | 'E2' | null
  finding: CopyFinding | null
  /** Staff who took a doubted log for a log all the same. */
  trustedAt: Instant | null
  trustedBy: string | null
  trustReason: string | null
  version: number
}

export type LogStatus = 'preview' | 'committed' | 'discarded'

export function logStatus(log: Pick<StationLog, 'committedAt' | 'discardedAt'>): LogStatus {
  if (log.committedAt) return 'committed'
  return log.discardedAt ? 'discarded' : 'preview'
}

/** One line of what a kept log says: a broadcast with its run, one of the two alone, and who overruled it. */
export interface LogRun {
  logId: string
  position: number
  broadcastId: string | null
  kind: MatchKind | ExtraRun['kind']
  sheet: string
  line: number | null
  day: Day | null
  minute: Minute | null
  second: number | null
  seconds: number | null
  text: string
  materialId: string | null
  overruledAt: Instant | null
  overruledBy: string | null
  overruleReason: string | null
}
