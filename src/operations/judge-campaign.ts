import type { App } from '../app.js'
import type { Campaign } from '../domain/campaign.js'
import { judgedFrom, methodVersion } from '../domain/judgement.js'
import { seasonsOf, type SeasonQuestion } from '../domain/season-question.js'
import { verdictBefore, verdictOf } from '../domain/verdict-rules.js'
import type { Verdict } from '../domain/verdict.js'
import type { JudgedGroup } from '../statistics/index.js'
import { keepUnjudged, keepVerdict } from './keep-verdict.js'
import { seasonInput, worldOf, type SeasonInput, type World } from './season-input.js'
import { partOf, unattended, type Task } from './task.js'

/**
 * Judges every campaign that has been on air, the campaigns of a year and stream side by side; returns how many
 * verdicts are new. A verdict whose input has not changed is left alone, and a season without a change is not computed.
 */
export async function judgeCampaigns(app: App, task: Task = unattended()): Promise<number> {
  const campaigns = (await app.store.campaigns.list()).filter(
    c => c.approvedAt && !c.cancelledAt && c.firstDay <= app.clock.today(),
  )
  const world = await worldOf(app, campaigns)
  const seasons = (await app.store.streams.list()).flatMap(({ id }) =>
    seasonsIn(app, campaigns, { streamId: id, world }),
  )
  let made = await keepUntouched(app, campaigns, world)
  for (const [k, season] of seasons.entries()) {
    task.signal.throwIfAborted()
    const within = partOf(task, { from: k / seasons.length, to: (k + 1) / seasons.length })
    made += await judgeSeason(app, season, { world, task: within })
    within.progress(1)
  }
  return made
}

interface Season {
  streamId: string
  flights: World['flights']
}

function seasonsIn(
  { clock }: App,
  campaigns: readonly Campaign[],
  { streamId, world }: { streamId: string; world: World },
): Season[] {
  const asked = new Set(campaigns.filter(c => c.streamIds.includes(streamId)).map(({ id }) => id))
  const over = world.flights.filter(flight => asked.has(flight.campaignId) && flight.lastDay <= clock.today())
  return seasonsOf(over).map(({ flights }) => ({ streamId, flights }))
}

/** Nothing of these has run yet, or they are still at work. */
async function keepUntouched(app: App, campaigns: readonly Campaign[], world: World): Promise<number> {
  const { flights, liftWorthHaving } = world
  let made = 0
  for (const { id, streamIds } of campaigns) {
    const flight = flights.find(({ campaignId }) => campaignId === id)
    if (flight && flight.lastDay <= app.clock.today()) continue
    const verdict = flight
      ? verdictBefore('window-not-over', { liftWorthHaving, until: flight.lastDay })
      : verdictBefore('nothing-ran', { liftWorthHaving, until: null })
    for (const streamId of streamIds) made += await keepUnjudged(app, { campaignId: id, streamId, verdict })
  }
  return made
}

async function judgeSeason(
  app: App,
  { streamId, flights }: Season,
  { world, task }: { world: World; task: Task },
): Promise<number> {
  const { liftWorthHaving } = world
  const { question, campaigns, waiting } = await seasonInput(app, flights, { streamId, world })
  let made = 0
  for (const { campaignId, lastDay } of waiting) {
    const verdict = verdictBefore('window-not-over', { liftWorthHaving, until: lastDay })
    made += await keepUnjudged(app, { campaignId, streamId, verdict })
  }
  const known = await app.store.analyses.current('verdict')
  const changed = campaigns.filter(({ flight, fingerprint }) => {
    const last = known.find(each => each.campaignId === flight.campaignId && each.streamId === streamId)
    return last?.inputFingerprint !== fingerprint || last.methodVersion !== methodVersion
  })
  if (question === null || changed.length === 0) return made
  const groups = await app.compute.judgeFlights(question, task)
  for (const campaign of changed) {
    const { flight, fingerprint } = campaign
    const verdict = verdictOn(groups, { question, campaigns, campaign })
    const parameters = parametersOf(verdict, question)
    await keepVerdict(app, { campaignId: flight.campaignId, streamId, verdict, parameters, fingerprint })
  }
  return made + changed.length
}

type InSeason = SeasonInput['campaigns'][number]

function verdictOn(
  groups: readonly JudgedGroup[],
  { question, campaigns, campaign }: { question: SeasonQuestion; campaigns: InSeason[]; campaign: InSeason },
): Verdict {
  const names = campaigns.map(({ flight }) => flight.name)
  const place = campaigns.indexOf(campaign)
  return verdictOf(campaign.givens, judgedFrom(question.panel, { groups, names, place }))
}

function parametersOf(
  { liftWorthHaving, firstDay, lastDay, joint }: Verdict,
  { options: { before }, flights }: SeasonQuestion,
): Record<string, unknown> {
  const window = [firstDay, lastDay]
  return { liftWorthHaving, before, window, sideBySide: flights.length, together: joint?.names ?? [] }
}
