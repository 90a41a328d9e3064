import type { App, Store } from '../app.js'
import { mayApproveWorkOf } from '../domain/access.js'
import type { UserActor } from '../domain/actor.js'
import { mayAnswer } from '../domain/delivery.js'
import { Conflict, Invalid, mustAllow, NotFound } from '../domain/errors.js'
import { entryOf, exchange } from '../domain/log-runs.js'
import { judged, type MatchedBroadcast } from '../domain/match-log.js'
import { logStatus, unclear, type LogRun, type StationLog } from '../domain/station-log.js'
import { contentOf } from './plan-station-log.js'
import { judgeSoon } from './judge-soon.js'
import { record } from './record.js'

export interface Overruling {
  broadcastId: string
  /** The line beyond the order whose run it gets; null for none. */
  position: number | null
  reason: string
}

/** Staff give a broadcast another run of the log, or none. The answer gets a new version, the old ones stay. */
export async function overruleStationLog(
  app: App,
  actor: UserActor,
  id: string,
  { broadcastId, position, reason }: Overruling,
): Promise<void> {
  await app.store.write(async store => {
    const log = await mustBeKept(store, id)
    const runs = await store.stationLogs.runs(id)
    const target = runs.find(run => run.broadcastId === broadcastId)
    const broadcast = await store.broadcasts.find(broadcastId)
    if (!target || !broadcast) throw new NotFound('broadcast')
    const source = position === null ? null : runs.find(run => run.position === position && !run.broadcastId)
    if (source === undefined) throw new Invalid({ position: { code: 'not-a-choice' } })
    const lockedThrough = await store.periodLocks.lockedThrough()
    mustAllow(mayAnswer(broadcast, { today: app.clock.today(), lockedThrough }))
    let matched: MatchedBroadcast = {
      broadcast,
      entry: null,
      kind: 'not-in-log',
      differences: [],
      materialId: null,
      offBy: 0,
    }
    const kindOf = (run: LogRun) => {
      matched = judged(broadcast, entryOf(run)!, run.materialId ?? unclear)
      return matched.kind
    }
    const { changed, added, removed } = exchange(target, source, {
      next: (runs.at(-1)?.position ?? 0) + 1,
      kindOf,
    })
    const by = { overruledAt: app.clock.now(), overruledBy: actor.id, overruleReason: reason }
    for (const run of removed) await store.stationLogs.removeRun(run)
    for (const run of changed) await store.stationLogs.updateRun({ ...run, ...by })
    await store.stationLogs.insertRuns(added.map(run => ({ ...run, ...by })))
    await answer(app, store, { matched, log, actor, reason })
    await record(app, store, actor, {
      action: 'log-overruled',
      subject: ['station-log', id],
      before: { broadcastId, kind: target.kind, line: target.line },
      after: { broadcastId, kind: matched.kind, line: matched.entry?.line ?? null, reason },
    })
  })
}

async function answer(
  app: App,
  store: Store,
  {
    matched,
    log,
    actor,
    reason,
  }: { matched: MatchedBroadcast; log: StationLog; actor: UserActor; reason: string },
): Promise<void> {
  const { id } = matched.broadcast
  const last = (await store.confirmations.current([id])).get(id)
  const content = contentOf(matched, log.missing)!
  await store.confirmations.append([
    {
      id: app.newId(),
      broadcastId: id,
      number: (last?.number ?? 0) + 1,
      isCurrent: true,
      ...content,
      note: reason,
      givenByContact: null,
      givenByUser: actor.id,
      linkId: null,
      givenAt: app.clock.now(),
    },
  ])
  await judgeSoon(app, store)
}

/** A log that repeats the plan is taken for a log all the same; by somebody who did not send it. */
export async function trustStationLog(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  await app.store.write(async store => {
    const log = await mustBeKept(store, id)
    if (log.grade !== 'E1') throw new Conflict('wrong-state')
    mustAllow(mayApproveWorkOf([log.receivedByUser ?? ''], actor.id))
    const trusted = { trustedAt: app.clock.now(), trustedBy: actor.id, trustReason: reason }
    await store.stationLogs.update({ ...log, ...trusted, grade: 'E2' })
    await record(app, store, actor, {
      action: 'log-trusted',
      subject: ['station-log', id],
      before: { grade: 'E1' },
      after: { grade: 'E2', reason },
    })
  })
}

async function mustBeKept(store: Store, id: string): Promise<StationLog> {
  const log = await store.stationLogs.find(id)
  if (!log) throw new NotFound('station log')
  if (logStatus(log) !== 'committed') throw new Conflict('wrong-state')
  return log
}
