/** Everything the verdicts of a season depend on, gathered: the same input gives the same bytes. */
import { createHash } from 'node:crypto'
import type { App } from '../app.js'
import { canonicalJson } from '../domain/audit.js'
import type { BroadcastState } from '../domain/broadcast.js'
import type { Campaign } from '../domain/campaign.js'
import { costOfRuns, eventShare, overlapShare, reachOf } from '../domain/disturbance.js'
import { flightOf, type Flight } from '../domain/exposure.js'
import type { FieldEvent } from '../domain/field-event.js'
import { groupBy } from '../domain/group.js'
import { registrationPanel, type RegistrationPanel } from '../domain/registration-panel.js'
import { seasonQuestion, type SeasonQuestion } from '../domain/season-question.js'
import { addDays } from '../domain/time.js'
import type { VerdictGivens } from '../domain/verdict.js'
import { completeDay } from './reporting-delays.js'
import { overlapGroups } from '../statistics/index.js'

export type NamedFlight = Flight & { name: string }

/** What all judgements of a run share. */
export interface World {
  flights: NamedFlight[]
  broadcasts: Map<string, BroadcastState[]>
  liftWorthHaving: number
}

/** The campaigns of one stream and year that can be judged, and those whose days are not all in yet. */
export interface SeasonInput {
  question: SeasonQuestion | null
  /** In the order of the question's flights. */
  campaigns: { flight: NamedFlight; givens: VerdictGivens; fingerprint: string }[]
  waiting: NamedFlight[]
}

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
  return { flights, broadcasts, liftWorthHaving: settings.liftWorthHaving }
}

export async function seasonInput(
  app: App,
  flights: readonly NamedFlight[],
  { streamId, world }: { streamId: string; world: World },
): Promise<SeasonInput> {
  const { store } = app
  const [from, first] = [flights.map(({ firstDay }) => firstDay).toSorted()[0]!, -mostHistory]
  const lastDay = flights
    .map(flight => flight.lastDay)
    .toSorted()
    .at(-1)!
  const [counts, districts, neighbours, fieldEvents] = await Promise.all([
    store.registrations.list({ from: addDays(from, first), to: lastDay }, { streamId }),
    store.districts.listOn(from),
    store.districts.neighbours(),
    store.fieldEvents.between(from, lastDay),
  ])
  const complete = (await completeDay(app, streamId, counts)) ?? ''
  const ready = flights.filter(flight => flight.lastDay <= complete)
  const waiting = flights.filter(flight => flight.lastDay > complete)
  if (ready.length === 0) return { question: null, campaigns: [], waiting }
  const panel = registrationPanel(counts, {
    districtCodes: districts.map(district => district.code),
    firstDay: addDays(from, first),
    lastDay: ready
      .map(flight => flight.lastDay)
      .toSorted()
      .at(-1)!,
    completeThrough: complete,
  })
  const others = world.flights.filter(flight => !ready.includes(flight))
  const question = seasonQuestion({ panel, flights: ready, others, fieldEvents, neighbours, seed })
  const asked = fingerprintOf(question)
  const campaigns = ready.map((flight, place) => {
    const givens = givensOf(place, { ready, question, world, fieldEvents })
    const fingerprint = hashOf([asked, canonicalJson(givens)])
    return { flight, givens, fingerprint }
  })
  return { question, campaigns, waiting }
}

interface Around {
  ready: readonly NamedFlight[]
  question: SeasonQuestion
  world: World
  fieldEvents: readonly FieldEvent[]
}

/** Campaigns that overlap are judged together, and what is said of one is said of where and when all of them were on air. */
function givensOf(place: number, { ready, question, world, fieldEvents }: Around): VerdictGivens {
  const flight = ready[place]!
  const group = overlapGroups(question.flights).find(places => places.includes(place))!
  const members = group.map(member => ready[member]!)
  const reach = reachOf([flight, ...members])
  return {
    ...reach,
    exposed: reach.exposed.toSorted(),
    verifiedShare: flight.verifiedShare,
    provenShare: flight.provenShare,
    liftWorthHaving: world.liftWorthHaving,
    costRupiah: costOfRuns(world.broadcasts.get(flight.campaignId) ?? []),
    events: eventShare(reach, fieldEvents),
    overlaps: overlapShare(
      reach,
      world.flights.filter(other => !members.includes(other)),
    ),
    together: overlapShare(
      flight,
      members.filter(other => other !== flight),
    ),
  }
}

/** Of the numbers as they lie in memory: to write a national panel as text would hold up every request. */
function fingerprintOf({ panel, masked, ...rest }: SeasonQuestion): string {
  const { counts, known, ...about } = panel
  return hashOf([canonicalJson({ about, rest }), ...bytesOf({ counts, known }), ...masked])
}

function bytesOf({ counts, known }: Pick<RegistrationPanel, 'counts' | 'known'>): Uint8Array[] {
  return [...counts.map(row => new Uint8Array(row.buffer, row.byteOffset, row.byteLength)), ...known]
}

function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
