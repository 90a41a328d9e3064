import { createHash } from 'node:crypto'
import type { App } from '../app.js'
import type { Analysis } from '../domain/analysis.js'
import { canonicalJson } from '../domain/audit.js'
import { system } from '../domain/actor.js'
import { methodVersion } from '../domain/judgement.js'
import type { Verdict } from '../domain/verdict.js'
import { record } from './record.js'
import { seed } from './season-input.js'

export interface MadeVerdict {
  campaignId: string
  streamId: string
  verdict: Verdict
  parameters: Record<string, unknown>
  fingerprint: string
}

/** Stores a verdict with all it takes to make it again; the one before it stays as history. */
export async function keepVerdict(app: App, made: MadeVerdict): Promise<void> {
  const { campaignId, streamId, verdict, fingerprint } = made
  const actor = system('judge-campaigns')
  const now = app.clock.now()
  const analysis: Analysis = {
    id: app.newId(),
    kind: 'verdict',
    campaignId,
    streamId,
    asOf: now,
    methodVersion,
    parameters: canonicalJson(made.parameters),
    seed,
    inputFingerprint: fingerprint,
    requestedBy: actor.id,
    requestedAt: now,
    startedAt: now,
    progress: 1,
    finishedAt: app.clock.now(),
    failedAt: null,
    cancelledAt: null,
    error: null,
    result: canonicalJson(verdict),
    isCurrent: true,
  }
  await app.store.write(async store => {
    await store.analyses.insertCurrent(analysis)
    const after = { streamId, kind: verdict.kind, fingerprint, methodVersion }
    await record(app, store, actor, { action: 'campaign-judged', subject: ['campaign', campaignId], after })
  })
}

/** Keeps what is said before there is anything to compute, if it was not said already; returns how many are new. */
export async function keepUnjudged(
  app: App,
  { campaignId, streamId, verdict }: Pick<MadeVerdict, 'campaignId' | 'streamId' | 'verdict'>,
): Promise<number> {
  const fingerprint = createHash('sha256').update(canonicalJson(verdict)).digest('hex')
  const known = await app.store.analyses.current('verdict', campaignId)
  const last = known.find(analysis => analysis.streamId === streamId)
  if (last?.inputFingerprint === fingerprint && last.methodVersion === methodVersion) return 0
  const parameters = { liftWorthHaving: verdict.liftWorthHaving }
  await keepVerdict(app, { campaignId, streamId, verdict, parameters, fingerprint })
  return 1
}
