/** Works out what a station log says about its broadcasts and what keeping it would change. Changes nothing itself. */
import type { App, Store } from '../app.js'
import type { BroadcastState } from '../domain/broadcast.js'
import {
  plainAnswer,
  sameContent,
  type Confirmation,
  type ConfirmationContent,
} from '../domain/confirmation.js'
import { mayAnswer } from '../domain/delivery.js'
import { meaningsOf } from '../domain/log-materials.js'
import { distance } from '../domain/match-cost.js'
import { matchLog, type LogMatch, type MatchedBroadcast } from '../domain/match-log.js'
import { planCopy, type CopyFinding } from '../domain/plan-copy.js'
import type { Outlet } from '../domain/outlet.js'
import { readLog } from '../domain/read-log.js'
import type { LogEntry, LogRead, StationLog, TextMeaning } from '../domain/station-log.js'
import { addDays, dayNumber, type Day } from '../domain/time.js'

export interface LogPlan {
  read: LogRead
  meanings: Map<string, TextMeaning>
  match: LogMatch
  finding: CopyFinding
  /** What would be answered, for broadcasts that may still be answered and are not answered so already. */
  answers: Map<string, ConfirmationContent>
  /** Broadcasts that are verified or locked: the log is shown beside them and changes nothing. */
  locked: Set<string>
}

export async function planStationLog(
  app: App,
  store: Store,
  { log, outlet }: { log: StationLog; outlet: Outlet },
): Promise<LogPlan> {
  const broadcasts = await broadcastsOfLog(store, log)
  const read = readLog(log.rows, log.reading, { period: log.period, medium: outlet.medium })
  const names = { materials: materialsOf(broadcasts), ourWords: wordsOf(broadcasts), known: log.names }
  const meanings = meaningsOf(read.entries, names)
  const match = matchLog(broadcasts, read.entries, meanings)
  const [known, lockedThrough] = await Promise.all([
    store.confirmations.current(broadcasts.map(({ id }) => id)),
    store.periodLocks.lockedThrough(),
  ])
  const period = { today: app.clock.today(), lockedThrough }
  const locked = broadcasts.filter(broadcast => !mayAnswer(broadcast, period).ok)
  const answers = answersOf(match, log, { known, locked: new Set(locked.map(({ id }) => id)) })
  return {
    read,
    meanings,
    match,
    finding: planCopy(loggedTimes(match)),
    answers,
    locked: new Set(locked.map(({ id }) => id)),
  }
}

export async function broadcastsOfLog(
  store: Store,
  { outletId, period }: Pick<StationLog, 'outletId' | 'period'>,
): Promise<BroadcastState[]> {
  const states = await store.broadcasts.listStates({
    outletIds: [outletId],
    from: period.first,
    to: period.last,
  })
  return states.filter(state => !state.withdrawnAt || state.confirmationId)
}

function materialsOf(broadcasts: readonly BroadcastState[]) {
  const materials = new Map(
    broadcasts.map(({ materialId, materialCode, materialTitle }) => [
      materialId,
      { id: materialId, code: materialCode, title: materialTitle },
    ]),
  )
  return [...materials.values()]
}

/** The longer words of the campaigns' names: a spot that carries one is ours. */
function wordsOf(broadcasts: readonly BroadcastState[]): string[] {
  const names = new Set(broadcasts.map(({ campaignName }) => campaignName))
  return [...names].flatMap(name => name.split(/\s+/)).filter(word => word.length >= 5)
}

function answersOf(
  match: LogMatch,
  { missing }: StationLog,
  { known, locked }: { known: ReadonlyMap<string, Confirmation>; locked: ReadonlySet<string> },
): Map<string, ConfirmationContent> {
  const answers = new Map<string, ConfirmationContent>()
  for (const matched of match.broadcasts) {
    const { id } = matched.broadcast
    const last = known.get(id)
    const content = beside(contentOf(matched, missing), last)
    if (!content || locked.has(id) || (last && sameContent(last, content))) continue
    answers.set(id, content)
  }
  return answers
}

/** What the outlet has told by hand and no log can know stays: why it did not run, that it was read live, a note. */
function beside(
  content: ConfirmationContent | undefined,
  last: Confirmation | undefined,
): ConfirmationContent | undefined {
  if (!content || !last) return content
  const { announcerRead, note, reason } = last
  if (content.answer === 'did-not-run')
    return last.answer === content.answer ? { ...content, note, reason } : content
  if (content.answer === 'not-known' || !ranIn(last)) return content
  return { ...content, note, announcerRead, answer: announcerRead ? 'ran-differently' : content.answer }
}

function ranIn({ answer }: Confirmation): boolean {
  return answer === 'ran' || answer === 'ran-differently'
}

/** What a matched broadcast is answered with; nothing for days the log does not tell of. */
export function contentOf(
  matched: MatchedBroadcast,
  missing: StationLog['missing'],
): ConfirmationContent | undefined {
  if (matched.kind === 'not-covered') return undefined
  if (!matched.entry) return plainAnswer(missing)
  const isWrong = matched.differences.includes('wrong-material')
  return {
    ...plainAnswer(matched.kind === 'matched' ? 'ran' : 'ran-differently'),
    actualDay: ranOn(matched.broadcast, matched.entry),
    actualMinute: matched.entry.minute,
    actualSeconds: matched.entry.seconds,
    actualMaterialId: isWrong ? matched.materialId : null,
  }
}

/** The day a run really was, where the log counts it to the day before. */
function ranOn(broadcast: BroadcastState, entry: LogEntry): Day {
  return addDays(entry.day, distance(broadcast, entry).shifted ? 1 : 0)
}

function loggedTimes({ broadcasts }: LogMatch) {
  return broadcasts.flatMap(({ broadcast, entry, kind }) => {
    if (!entry || entry.minute === null || kind === 'wrong-material') return []
    const days = dayNumber(ranOn(broadcast, entry)) - dayNumber(broadcast.day)
    const { fromMinute, toMinute } = broadcast
    return [{ fromMinute, toMinute, minute: days * 1440 + entry.minute, second: entry.second }]
  })
}
