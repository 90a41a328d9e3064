/** Everything a verdict depends on, gathered: the same input gives the same bytes. */
import type { App } from '../app.js'
import type { BroadcastState } from '../domain/broadcast.js'
import type { Campaign } from '../domain/campaign.js'
import { flightOf, type Flight } from '../domain/exposure.js'
import { groupBy } from '../domain/group.js'
import { costOfRuns, eventShare, overlapShare } from '../domain/judgement.js'
import { liftQuestion, type LiftQuestion } from '../domain/lift-question.js'
import { registrationPanel } from '../domain/registration-panel.js'
import { addDays } from '../domain/time.js'
import { completeDay } from './reporting-delays.js'
import { verdictBefore } from '../domain/verdict-rules.js'
import type { Verdict, VerdictGivens } from '../domain/verdict.js'

/** What all judgements of a run share. */
export interface World {
  flights: (Flight & { name: string })[]
  broadcasts: Map<string, BroadcastState[]>
  threshold: number
  liftWorthHaving: number
}

/** Everything a verdict depends on: the same input gives the same bytes. */
export type Input =
  | { ready: false; verdict: Verdict }
  | { ready: true; question: LiftQuestion; givens: VerdictGivens; seed: number }

export const seed = 20_110_101

/** Enough before the flight for three earlier windows of its own length, and a quarter of a year before those. */
const mostHistory = 400

export async function worldOf(app: App, campaigns: readonly Campaign[]): Promise<World> {
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

export async function inputOf(app: App, campaign: Campaign, streamId: string, world: World): Promise<Input> {
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
  const complete = await completeDay(app, streamId, counts)
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
