/**
 * Matches the runs of a log to the broadcasts ordered, one to one and at the least cost in all: a log that is read
 * greedily gives the first spot of a late break to the wrong order and counts two faults where there is one.
 */
import { assign } from '../statistics/index.js'
import type { BroadcastState } from './broadcast.js'
import { key } from './log-columns.js'
import { distance, pairCost, price } from './match-cost.js'
import { tolerances } from './match-tolerance.js'
import { notOurs, unclear, type LogEntry, type TextMeaning } from './station-log.js'
import type { Day } from './time.js'

export type Difference = 'early' | 'late' | 'short' | 'wrong-material'

export const matchKinds = [
  'matched',
  'early',
  'late',
  'short',
  'wrong-material',
  'not-in-log',
  'not-covered',
] as const
export type MatchKind = (typeof matchKinds)[number]

export interface MatchedBroadcast {
  broadcast: BroadcastState
  entry: LogEntry | null
  kind: MatchKind
  differences: Difference[]
  /** The material that ran, where the log says so. */
  materialId: string | null
  /** How many minutes outside the daypart; negative is early. */
  offBy: number
}

/** A run of ours that no broadcast asked for. */
export interface ExtraRun {
  entry: LogEntry
  kind: 'bonus' | 'not-ordered'
  materialId: string | null
}

export interface LogMatch {
  broadcasts: MatchedBroadcast[]
  extra: ExtraRun[]
  /** Runs of other people's spots. */
  foreign: number
}

export function matchLog(
  broadcasts: readonly BroadcastState[],
  entries: readonly LogEntry[],
  meanings: ReadonlyMap<string, TextMeaning>,
): LogMatch {
  const meaningOf = (entry: LogEntry) => meanings.get(key(entry.text)) ?? unclear
  const ours = entries.filter(entry => meaningOf(entry) !== notOurs)
  const pairs = cheapestPairs(broadcasts, ours, meaningOf)
  const covered = new Set(entries.map(entry => entry.day))
  const matched = broadcasts.map((broadcast, i): MatchedBroadcast => {
    const entry = pairs[i]
    if (!entry) return unmatched(broadcast, covered)
    return judged(broadcast, entry, meaningOf(entry))
  })
  const used = new Set(pairs)
  const left = ours.filter(entry => !used.has(entry))
  return {
    broadcasts: matched,
    extra: left.map(entry => extraRun(entry, meaningOf(entry), matched)),
    foreign: entries.length - ours.length,
  }
}

type MeaningOf = (entry: LogEntry) => TextMeaning

function cheapestPairs(
  broadcasts: readonly BroadcastState[],
  entries: readonly LogEntry[],
  meaningOf: MeaningOf,
): (LogEntry | undefined)[] {
  const columns = entries.length + broadcasts.length
  const costs = new Float64Array(broadcasts.length * columns)
  const meanings = entries.map(meaningOf)
  for (const [row, broadcast] of broadcasts.entries()) {
    const tolerance = tolerances[broadcast.medium]
    const alone = tolerance.search + price.wrong
    for (const [column, entry] of entries.entries())
      costs[row * columns + column] = pairCost(broadcast, entry, { meaning: meanings[column]!, tolerance })
    costs.fill(alone, row * columns + entries.length, (row + 1) * columns)
  }
  return [...assign(costs, broadcasts.length, columns)].map(column => entries[column])
}

export function judged(broadcast: BroadcastState, entry: LogEntry, meaning: TextMeaning): MatchedBroadcast {
  const { minutes, seconds } = tolerances[broadcast.medium]
  const { off } = distance(broadcast, entry)
  const materialId = meaning === unclear ? null : meaning
  const differences: Difference[] = []
  if (materialId !== null && materialId !== broadcast.materialId) differences.push('wrong-material')
  if (broadcast.seconds !== null && entry.seconds !== null && entry.seconds < broadcast.seconds - seconds)
    differences.push('short')
  if (off > minutes) differences.push('late')
  if (off < -minutes) differences.push('early')
  return { broadcast, entry, kind: differences[0] ?? 'matched', differences, materialId, offBy: off }
}

/** A day on which the log holds nothing at all is a day it does not tell of. */
function unmatched(broadcast: BroadcastState, covered: ReadonlySet<Day>): MatchedBroadcast {
  const kind = covered.has(broadcast.day) ? 'not-in-log' : 'not-covered'
  return { broadcast, entry: null, kind, differences: [], materialId: null, offBy: 0 }
}

/** More than was ordered of a material whose runs of that day all came: a gift. Anything else nobody asked for. */
function extraRun(entry: LogEntry, meaning: TextMeaning, matched: readonly MatchedBroadcast[]): ExtraRun {
  const materialId = meaning === unclear ? null : meaning
  const same = matched.filter(
    ({ broadcast }) =>
      broadcast.day === entry.day && (materialId === null || broadcast.materialId === materialId),
  )
  const isGift = same.length > 0 && same.every(({ kind }) => kind !== 'not-in-log')
  return { entry, kind: isGift ? 'bonus' : 'not-ordered', materialId }
}
