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
  /** Groups of overlapping flights, and those whose flights were told apart without being apart anywhere. */
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
    wronglyApart: judged.filter(group => group.division?.kind === 'estimated' && !areApart(season, group))
      .length,
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
  if (division?.kind !== 'estimated') return [joint]
  const parts = division.flights.map(({ lift: own, p: ownP }, k): SeasonScore => {
    const ownTruth = season.lifts[flights[k]!]!
    const covered = own.low <= ownTruth && ownTruth <= own.high
    return { kind: 'divided', worked: ownTruth > 0, error: own.estimate - ownTruth, covered, p: ownP }
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

/** Whether the sets of flights that are on air together differ enough for one effect each to be found. */
function areApart({ flights, counts }: Season, { flights: members }: JudgedGroup): boolean {
  const rows = new Map<string, number[]>()
  for (let t = 0; t < counts[0]!.length; t++)
    for (let i = 0; i < counts.length; i++) {
      const on = members.map(f => {
        const { districts, from, to } = flights[f]!
        return districts.includes(i) && t >= from && t < to ? 1 : 0
      })
      if (on.includes(1)) rows.set(on.join(), on)
    }
  return rankOf([...rows.values()]) === members.length
}

function rankOf(rows: readonly number[][]): number {
  const left = rows.map(row => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const place = left.findIndex((row, r) => r >= rank && Math.abs(row[column]!) > 1e-9)
    if (place < 0) continue
    const [pivot] = left.splice(place, 1)
    left.splice(rank, 0, pivot!)
    for (let r = rank + 1; r < left.length; r++) {
      const factor = left[r]![column]! / pivot![column]!
      left[r] = left[r]!.map((value, k) => value - factor * pivot![k]!)
    }
    rank++
  }
  return rank
}
