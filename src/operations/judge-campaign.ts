import { createHash } from 'node:crypto'
import type { App } from '../app.js'
import type { Analysis } from '../domain/analysis.js'
import { canonicalJson } from '../domain/audit.js'
import type { BroadcastState } from '../domain/broadcast.js'
import type { Campaign } from '../domain/campaign.js'
import { system, type Actor } from '../domain/actor.js'
import { flightOf, type Flight } from '../domain/exposure.js'
import { groupBy } from '../domain/group.js'
import { costOfRuns, eventShare, judgedFrom, methodVersion, overlapShare } from '../domain/judgement.js'
import { liftQuestion, type LiftQuestion } from '../domain/lift-question.js'
import { completeThrough, registrationPanel } from '../domain/registration-panel.js'
import { addDays } from '../domain/time.js'
import type { Day } from '../domain/time.js'
import { verdictBefore, verdictOf, type Verdict, type VerdictGivens } from '../domain/verdict.js'
import { record } from './record.js'

/** What all judgements of a run share. */
interface World {
  flights: (Flight & { name: string })[]
  broadcasts: Map<string, BroadcastState[]>
  threshold: number
  liftWorthHaving: number
}

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

async function worldOf(app: App, campaigns: readonly Campaign[]): Promise<World> {
  const [settings, coverage, states] = await Promise.all([
    app.store.settings.all(),
    app.store.outlets.allCoverage(),
    app.store.broadcasts.listStates({}),
  ])
  const broadcasts = groupBy(states, state => state.campaignId)
  const given = { coverage, threshold: settings.exposureThreshold, today: app.clock.today() }
  const flights = campaigns.flatMap(({ id, name }) => {
    const flight = flightOf(id, broadcasts.get(id) ?? [], given)
    return flight ? [{ ...flight, name }] : []
  })
  return {
    flights,
    broadcasts,
    threshold: settings.exposureThreshold,
    liftWorthHaving: settings.liftWorthHaving,
  }
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

/** Everything a verdict depends on: the same input gives the same bytes. */
type Input =
  | { ready: false; verdict: Verdict }
  | { ready: true; question: LiftQuestion; givens: VerdictGivens; seed: number }

const seed = 20_110_101
/** Enough before the flight for three earlier windows of its own length, and a quarter of a year before those. */
const mostHistory = 400

async function inputOf(app: App, campaign: Campaign, streamId: string, world: World): Promise<Input> {
  const { liftWorthHaving } = world
  const flight = world.flights.find(({ campaignId }) => campaignId === campaign.id)
  if (!flight)
    return { ready: false, verdict: verdictBefore('nothing-ran', { liftWorthHaving, until: null }) }
  const firstDay = addDays(flight.firstDay, -mostHistory)
  const { store } = app
  const [counts, districts, neighbours, fieldEvents] = await Promise.all([
    store.registrations.list({ from: firstDay, to: flight.lastDay }, { streamId }),
    store.districts.listOn(flight.firstDay),
    store.districts.neighbours(),
    store.fieldEvents.between(flight.firstDay, flight.lastDay),
  ])
  const complete = completeThrough(counts, districts.length)
  if (complete === null || complete < flight.lastDay) {
    return {
      ready: false,
      verdict: verdictBefore('window-not-over', { liftWorthHaving, until: flight.lastDay }),
    }
  }
  const districtCodes = districts.map(district => district.code)
  const panel = registrationPanel(counts, {
    districtCodes,
    firstDay,
    lastDay: flight.lastDay,
    completeThrough: complete,
  })
  const question = liftQuestion({ panel, flight, flights: world.flights, fieldEvents, neighbours, seed })
  return { ready: true, question, givens: givensOf(campaign, flight, { world, fieldEvents }), seed }
}

function givensOf(
  campaign: Campaign,
  flight: Flight,
  { world, fieldEvents }: { world: World; fieldEvents: Parameters<typeof eventShare>[1] },
): VerdictGivens {
  const { exposed, firstDay, lastDay, verifiedShare, provenShare } = flight
  return {
    exposed,
    firstDay,
    lastDay,
    verifiedShare,
    provenShare,
    liftWorthHaving: world.liftWorthHaving,
    costRupiah: costOfRuns(world.broadcasts.get(campaign.id) ?? []),
    events: eventShare(flight, fieldEvents),
    overlaps: overlapShare(
      flight,
      world.flights.filter(other => other.campaignId !== campaign.id),
    ),
  }
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
