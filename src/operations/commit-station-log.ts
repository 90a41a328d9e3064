import type { App, Store } from '../app.js'
import type { Actor } from '../domain/actor.js'
import type { Confirmation } from '../domain/confirmation.js'
import { Conflict, NotFound } from '../domain/errors.js'
import { linkIsOpen, type Link } from '../domain/link.js'
import { kindCounts, logRuns } from '../domain/log-runs.js'
import { logStatus, type StationLog } from '../domain/station-log.js'
import { mustWait } from './change-station-log.js'
import { planStationLog, type LogPlan } from './plan-station-log.js'
import { judgeSoon } from './judge-soon.js'
import { record } from './record.js'

export interface CommittedLog {
  answers: number
}

/**
 * Keeps a log: its runs become answers, its file their evidence. Where its times repeat the plan it is worth the
 * outlet's word and no more. Twice the same is once.
 */
export async function commitStationLog(
  app: App,
  actor: Exclude<Actor, { kind: 'system' }>,
  id: string,
  link?: Link,
): Promise<CommittedLog> {
  return app.store.write(async store => {
    const now = app.clock.now()
    if (link) await mustBeOpen(app, store, link)
    const known = await store.stationLogs.find(id)
    if (known && logStatus(known) === 'committed') return { answers: 0 }
    const log = await mustWait(store, id)
    const outlet = await store.outlets.find(log.outletId)
    if (!outlet) throw new NotFound('outlet')
    const plan = await planStationLog(app, store, { log, outlet })
    const answers = await answersOf(app, store, { plan, actor })
    await store.confirmations.append(answers)
    await judgeSoon(app, store)
    const evidenceId = await keepEvidence(app, store, { log, plan, actor })
    const grade = plan.finding.copied ? 'E1' : 'E2'
    const kept: StationLog = { ...log, committedAt: now, evidenceId, grade, finding: plan.finding }
    await store.stationLogs.update(kept)
    const runs = logRuns(log.id, plan.match)
    await store.stationLogs.insertRuns(runs)
    await store.stationLogs.saveHabits(log.outletId, { reading: log.reading, names: log.names }, now)
    if (link) await store.links.markUsed(link.id, now)
    await record(app, store, actor, {
      action: 'log-committed',
      subject: ['station-log', id],
      after: {
        fileName: log.fileName,
        grade,
        ...Object.fromEntries(kindCounts(runs)),
        answers: answers.length,
      },
    })
    return { answers: answers.length }
  })
}

async function mustBeOpen(app: App, store: Store, link: Link): Promise<void> {
  const current = await store.links.find(link.id)
  if (!current || !linkIsOpen(current, app.clock.now())) throw new Conflict('link-refused')
}

type Keeping = { plan: LogPlan; actor: Exclude<Actor, { kind: 'system' }> }

async function answersOf(app: App, store: Store, { plan, actor }: Keeping): Promise<Confirmation[]> {
  const known = await store.confirmations.current([...plan.answers.keys()])
  return [...plan.answers].map(([broadcastId, content]) => ({
    id: app.newId(),
    broadcastId,
    number: (known.get(broadcastId)?.number ?? 0) + 1,
    isCurrent: true,
    ...content,
    givenByContact: actor.kind === 'contact' ? actor.id : null,
    givenByUser: actor.kind === 'user' ? actor.id : null,
    linkId: actor.kind === 'contact' ? actor.linkId : null,
    givenAt: app.clock.now(),
  }))
}

/** The file proves what it tells of: broadcasts that ran, in whatever way. */
async function keepEvidence(
  app: App,
  store: Store,
  { log, plan, actor }: Keeping & { log: StationLog },
): Promise<string | null> {
  const shown = plan.match.broadcasts.filter(({ entry }) => entry !== null)
  if (shown.length === 0) return null
  const id = app.newId()
  const nothing = { url: null, firstSeen: null, lastSeen: null, edition: null, page: null, withdrawnAt: null }
  await store.evidence.insert(
    {
      ...nothing,
      id,
      kind: 'log',
      fileId: log.fileId,
      note: '',
      givenByContact: actor.kind === 'contact' ? actor.id : null,
      givenByUser: actor.kind === 'user' ? actor.id : null,
      givenAt: app.clock.now(),
    },
    shown.map(({ broadcast }) => broadcast.id),
  )
  return id
}
