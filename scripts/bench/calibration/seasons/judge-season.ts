import { judgeFlights, type JudgedGroup } from '../../../../src/statistics/index.js'
import { drawSeason, type Season } from './season.js'

/** One judged flight, or one group of flights that overlap. */
export interface SeasonScore {
  kind: 'alone' | 'together' | 'divided'
  /** Whether anything worked in it at all. */
  worked: boolean
  error: number
  covered: boolean
  p: number
}

export interface SeasonAnswer {
  scores: SeasonScore[]
  /** Discoveries at q ≤ .10 among the groups, and those of them in which nothing worked. */
  discoveries: number
  falseDiscoveries: number
  /** Groups of overlapping flights, and those with a flight told apart that was alone nowhere. */
  groups: number
  wronglyApart: number
  refused: number
  /** Whether a flight in every district at once was refused. */
  nationalRefused: boolean
}

export interface SeasonsTask {
  seed: number
  first: number
  last: number
}

export function runSeasons({ seed, first, last }: SeasonsTask): SeasonAnswer[] {
  return Array.from({ length: last - first }, (_, k) => judgeSeason(drawSeason(seed, first + k)))
}

function judgeSeason(season: Season): SeasonAnswer {
  const { counts, flights } = season
  const known = counts.map(row => new Uint8Array(row.length).fill(1))
  const panel = { counts, known, firstWeekday: 0 }
  const judged = judgeFlights(panel, flights, { checks: false })
  const found = judged.filter(({ q }) => q !== null && q <= 0.1)
  const everywhere = { ...flights[0]!, districts: counts.map((_, i) => i) }
  return {
    scores: judged.flatMap(group => scoresOf(season, group)),
    discoveries: found.length,
    falseDiscoveries: found.filter(group => !workedIn(season, group)).length,
    groups: judged.filter(group => group.flights.length > 1).length,
    wronglyApart: judged.filter(group => isWronglyApart(season, group)).length,
    refused: judged.filter(({ estimate }) => !estimate.ok).length,
    nationalRefused: judgeFlights(panel, [everywhere], { checks: false }).every(
      ({ estimate }) => !estimate.ok,
    ),
  }
}

function workedIn({ lifts }: Season, { flights }: JudgedGroup): boolean {
  return flights.some(f => lifts[f]! > 0)
}

function scoresOf(season: Season, group: JudgedGroup): SeasonScore[] {
  const { estimate, division, flights } = group
  if (!estimate.ok) return []
  const truth = jointLift(season, flights)
  const { lift, p } = estimate
  const joint: SeasonScore = {
    kind: flights.length > 1 ? 'together' : 'alone',
    worked: workedIn(season, group),
    error: lift.estimate - truth,
    covered: lift.low <= truth && truth <= lift.high,
    p,
  }
  const parts = (division ?? []).flatMap((portion, k): SeasonScore[] => {
    if (portion.kind === 'convention') return []
    const { lift: own, p: ownP } = portion
    const ownTruth = season.lifts[flights[k]!]!
    const covered = own.low <= ownTruth && ownTruth <= own.high
    return [{ kind: 'divided', worked: ownTruth > 0, error: own.estimate - ownTruth, covered, p: ownP }]
  })
  return [joint, ...parts]
}

/** Additional over usual registrations on the cells in which any of the flights is on air. */
function jointLift({ flights, means, more }: Season, members: readonly number[]): number {
  let [usual, extra] = [0, 0]
  means.forEach((row, i) =>
    row.forEach((mean, t) => {
      const on = members.some(
        f => flights[f]!.districts.includes(i) && t >= flights[f]!.from && t < flights[f]!.to,
      )
      if (!on) return
      usual += mean
      for (const f of members) extra += more[f]![i]![t]!
    }),
  )
  return extra / usual
}

/** Whether a flight is told apart that was on air nowhere without another one of its group. */
function isWronglyApart({ flights }: Season, { flights: members, division }: JudgedGroup): boolean {
  return (division ?? []).some(({ kind }, place) => {
    const { districts, from, to } = flights[members[place]!]!
    const others = members.filter((_, k) => k !== place).map(f => flights[f]!)
    const days = Array.from({ length: to - from }, (_, k) => from + k)
    const isAlone = (i: number, t: number) =>
      others.every(other => !other.districts.includes(i) || t < other.from || t >= other.to)
    return kind === 'estimated' && !districts.some(i => days.some(t => isAlone(i, t)))
  })
}
