/** Judges a made-up season as the product does, from broadcasts to verdicts, and holds each against the truth. */
import { eventShare, overlapShare, reachOf } from '../../../src/domain/disturbance.js'
import { flightOf, type Flight } from '../../../src/domain/exposure.js'
import { groupBy } from '../../../src/domain/group.js'
import { judgedFrom } from '../../../src/domain/judgement.js'
import type { RegistrationPanel } from '../../../src/domain/registration-panel.js'
import { seasonQuestion } from '../../../src/domain/season-question.js'
import { daysBetween, daysFrom, weekdayOf } from '../../../src/domain/time.js'
import { verdictOf } from '../../../src/domain/verdict-rules.js'
import type { Verdict, VerdictKind } from '../../../src/domain/verdict.js'
import { judgeFlights, overlapGroups, type JudgedGroup } from '../../../src/statistics/index.js'
import { streams, type MadeSeason } from './season.js'

export interface Outcome {
  stream: (typeof streams)[number]
  /** Whether the campaign itself worked. */
  worked: boolean
  kind: VerdictKind
  /** Null where nothing was estimated. */
  covered: boolean | null
  /** Why it was not judged. */
  reason: string
}

export function judgeSeason(season: MadeSeason): Outcome[] {
  const given = { coverage: season.coverage, threshold: 0.1, today: season.lastDay }
  const flights = [...groupBy(season.broadcasts, ({ campaignId }) => campaignId)].flatMap(
    ([id, broadcasts]) => {
      const flight = flightOf(id, broadcasts, given)
      return flight ? [{ ...flight, name: id }] : []
    },
  )
  return streams.flatMap(stream => judgeStream(season, flights, stream))
}

function judgeStream(
  season: MadeSeason,
  flights: (Flight & { name: string })[],
  stream: (typeof streams)[number],
): Outcome[] {
  const panel = panelOf(season, stream)
  const fieldEvents = season.events
  const question = seasonQuestion({ panel, flights, others: [], fieldEvents, neighbours: [], seed: 1 })
  const { masked, excluded, neighbours, options } = question
  const groups = judgeFlights(panel, question.flights, {
    ...options,
    masked,
    excluded: place => excluded[place]!,
    neighbours: place => neighbours[place]!,
  })
  const overlapping = overlapGroups(question.flights)
  return flights.map((flight, place): Outcome => {
    const members = overlapping.find(places => places.includes(place))!.map(member => flights[member]!)
    const reach = reachOf([flight, ...members])
    const verdict = verdictOf(
      {
        ...reach,
        exposed: reach.exposed.toSorted(),
        verifiedShare: flight.verifiedShare,
        provenShare: flight.provenShare,
        liftWorthHaving: 0.2,
        costRupiah: 1,
        events: eventShare(reach, fieldEvents),
        overlaps: overlapShare(
          reach,
          flights.filter(other => !members.includes(other)),
        ),
        together: overlapShare(
          flight,
          members.filter(other => other !== flight),
        ),
      },
      judgedFrom(panel, { groups, names: flights.map(({ name }) => name), place }),
    )
    return outcomeOf(season, { stream, flight, members, verdict, groups })
  })
}

interface JudgedFlight {
  stream: (typeof streams)[number]
  flight: Flight & { name: string }
  members: (Flight & { name: string })[]
  verdict: Verdict
  groups: readonly JudgedGroup[]
}

/** The truth is that of the flight where it was told apart, else of all that were on air together. */
function outcomeOf(season: MadeSeason, { stream, flight, members, verdict }: JudgedFlight): Outcome {
  const { estimate, joint, kind } = verdict
  const about = joint?.own || !joint ? [flight] : members
  const truth = stream === 'self' ? trueLift(season, about, joint ? members : about) : 0
  const lift = joint?.own?.lift ?? estimate?.lift
  return {
    stream,
    worked: stream === 'self' && season.campaigns.some(c => c.id === flight.name && c.lift > 0),
    kind,
    covered: lift ? lift.low <= truth && truth <= lift.high : null,
    reason: kind === 'cannot-judge' || kind === 'confounded' ? (verdict.reasons[0]?.code ?? '') : '',
  }
}

/** Additional over usual on the district-days judged, carry-over included. */
function trueLift(season: MadeSeason, about: readonly Flight[], over: readonly Flight[]): number {
  let [usual, extra] = [0, 0]
  for (const [i, code] of season.districtCodes.entries()) {
    for (const day of daysFrom(season.firstDay, season.lastDay)) {
      const t = daysBetween(season.firstDay, day)
      const on = (flight: Flight) =>
        flight.exposed.includes(code) && day >= flight.firstDay && day <= flight.lastDay
      if (!(about.length === 1 ? about : over).some(on)) continue
      usual += season.usual[i]![t]!
      for (const { campaignId } of about) extra += season.extra.get(campaignId)![i]![t]!
    }
  }
  return usual > 0 ? extra / usual : 0
}

function panelOf(season: MadeSeason, stream: (typeof streams)[number]): RegistrationPanel {
  const counts = season.counts[stream]
  return {
    counts,
    known: counts.map(row => new Uint8Array(row.length).fill(1)),
    firstWeekday: weekdayOf(season.firstDay),
    districtCodes: season.districtCodes,
    firstDay: season.firstDay,
    days: counts[0]!.length,
  }
}
