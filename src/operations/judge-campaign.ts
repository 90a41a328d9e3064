import { createHash } from 'node:crypto'
import type { App } from '../app.js'
import type { Analysis } from '../domain/analysis.js'
import { canonicalJson } from '../domain/audit.js'
import type { Campaign } from '../domain/campaign.js'
import { system, type Actor } from '../domain/actor.js'
import { judgedFrom, methodVersion } from '../domain/judgement.js'
import type { Day } from '../domain/time.js'
import { verdictOf } from '../domain/verdict-rules.js'
import type { Verdict } from '../domain/verdict.js'
import { record } from './record.js'
import { type World, type Input, seed, worldOf, inputOf } from './verdict-input.js'

/**
 * Judges every campaign that has been on air, or the one that is named; returns how many verdicts are new. A verdict
 * whose input has not changed is left alone.
 */
export async function judgeCampaigns(
  app: App,
  actor: Actor = system('judge-campaigns'),
  only?: string,
): Promise<number> {
  const campaigns = (await app.store.campaigns.list()).filter(
    c => c.approvedAt && !c.cancelledAt && c.firstDay <= app.clock.today(),
  )
  const world = await worldOf(app, campaigns)
  let made = 0
  const asked = campaigns.filter(campaign => only === undefined || campaign.id === only)
  for (const campaign of asked) made += await judgeOne(app, actor, campaign, world)
  return made
}

async function judgeOne(app: App, actor: Actor, campaign: Campaign, world: World): Promise<number> {
  const known = await app.store.analyses.current('verdict', campaign.id)
  let made = 0
  for (const streamId of campaign.streamIds) {
    const input = await inputOf(app, campaign, streamId, world)
    const fingerprint = createHash('sha256')
      .update(canonicalJson(plain(input)))
      .digest('hex')
    const last = known.find(analysis => analysis.streamId === streamId)
    if (last?.inputFingerprint === fingerprint && last.methodVersion === methodVersion) continue
    await keep(app, actor, { campaign, streamId, fingerprint, input, verdict: await judge(app, input) })
    made++
  }
  return made
}

async function judge(app: App, input: Input): Promise<Verdict> {
  if (!input.ready) return input.verdict
  const answer = await app.compute.estimateLift(input.question)
  return verdictOf(input.givens, judgedFrom(input.question.panel, answer))
}

async function keep(
  app: App,
  actor: Actor,
  made: { campaign: Campaign; streamId: string; fingerprint: string; input: Input; verdict: Verdict },
): Promise<void> {
  const { campaign, streamId, verdict } = made
  const now = app.clock.now()
  const parameters = made.input.ready
    ? {
        liftWorthHaving: verdict.liftWorthHaving,
        before: made.input.question.options.before,
        window: [verdict.firstDay, verdict.lastDay] as [Day, Day],
      }
    : { liftWorthHaving: verdict.liftWorthHaving }
  const analysis: Analysis = {
    id: app.newId(),
    kind: 'verdict',
    campaignId: campaign.id,
    streamId,
    asOf: now,
    methodVersion,
    parameters: canonicalJson(parameters),
    seed,
    inputFingerprint: made.fingerprint,
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
    const after = { streamId, kind: verdict.kind, fingerprint: made.fingerprint, methodVersion }
    await record(app, store, actor, { action: 'campaign-judged', subject: ['campaign', campaign.id], after })
  })
}

/** Typed arrays as plain lists, so that they can be written as JSON. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array)
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}
