/**
 * Who was reached: coverage-weighted runs of each district, planned beside verified, and from them an estimate of how
 * many people heard something, how often. Counts are facts; reach is always an estimate and carries its range.
 */
import { heardFrom, heardTogether } from '../statistics/index.js'
import type { HabitFigures } from './audience.js'
import type { BroadcastState } from './broadcast.js'
import { dayOfRun, hasRun, isProven, isVerified } from './exposure.js'
import type { Coverage, Medium, OffAir } from './outlet.js'
import type { Day } from './time.js'

export const certainties = ['planned', 'ran', 'verified', 'proven'] as const
/** How sure it is that a run took place; each holds all that follow it. */
export type Certainty = (typeof certainties)[number]

/** What one district heard, at one degree of certainty. */
export interface Heard {
  runs: number
  /** Runs weighted by coverage: 1 = one run that reached everyone. */
  exposure: number
  /** Gross rating points: 100 × the mean number of runs met by a person. */
  grossRatingPoints: number
  /** Estimated share who met at least one run, with the range if every coverage figure is 20 % off. */
  reach: { estimate: number; low: number; high: number }
  /** Estimated share who met at least three. */
  often: number
  /** Mean number of runs among those who met any; 0 where nobody did. */
  frequency: number
}

export interface DistrictReach {
  districtCode: string
  heard: Record<Certainty, Heard>
  /** Verified exposure by campaign and by medium. */
  byCampaign: Map<string, number>
  byMedium: Map<Medium, number>
}

export interface ReachGivens {
  broadcasts: readonly BroadcastState[]
  coverage: readonly Coverage[]
  offAir: readonly OffAir[]
  habits: Record<Medium, HabitFigures>
  districtCodes: readonly string[]
}

/** Runs of one outlet that reach one district. */
interface Voice {
  medium: Medium
  runs: number
  exposure: number
}

type Voices = Map<string, Voice>

interface Tally {
  voices: Record<Certainty, Voices>
  byCampaign: Map<string, number>
  byMedium: Map<Medium, number>
}

/** One entry per district asked for, in that order, silent ones too. Runs of an outlet that was off the air count nowhere. */
export function reachByDistrict(givens: ReachGivens): DistrictReach[] {
  const tallies = new Map(givens.districtCodes.map(code => [code, freshTally()]))
  const coverageOf = coverageByOutlet(givens.coverage)
  const isOffAir = offAirDays(givens.offAir)
  for (const broadcast of givens.broadcasts) {
    const day = dayOfRun(broadcast)
    if ((broadcast.withdrawnAt && !broadcast.answer) || isOffAir(broadcast.outletId, day)) continue
    for (const [code, share] of coverageOf(broadcast.outletId, day)) {
      const tally = tallies.get(code)
      if (tally) count(tally, broadcast, share)
    }
  }
  return [...tallies].map(([districtCode, { voices, byCampaign, byMedium }]) => ({
    districtCode,
    heard: {
      planned: heardBy(voices.planned, givens.habits),
      ran: heardBy(voices.ran, givens.habits),
      verified: heardBy(voices.verified, givens.habits),
      proven: heardBy(voices.proven, givens.habits),
    },
    byCampaign,
    byMedium,
  }))
}

function freshTally(): Tally {
  const voices = { planned: new Map(), ran: new Map(), verified: new Map(), proven: new Map() }
  return { voices, byCampaign: new Map(), byMedium: new Map() }
}

function count({ voices, byCampaign, byMedium }: Tally, broadcast: BroadcastState, share: number): void {
  const { outletId, medium, campaignId } = broadcast
  const add = (to: Voices) => {
    const known = to.get(outletId)
    if (!known) to.set(outletId, { medium, runs: 1, exposure: share })
    else {
      known.runs++
      known.exposure += share
    }
  }
  add(voices.planned)
  if (hasRun(broadcast)) add(voices.ran)
  if (isProven(broadcast)) add(voices.proven)
  if (!isVerified(broadcast)) return
  add(voices.verified)
  byCampaign.set(campaignId, (byCampaign.get(campaignId) ?? 0) + share)
  byMedium.set(medium, (byMedium.get(medium) ?? 0) + share)
}

/** An outlet whose coverage changed on the way counts with the mean of its runs. */
function heardBy(voices: Voices, habits: Record<Medium, HabitFigures>): Heard {
  const all = [...voices.values()]
  const chancesAt = (factor: number) =>
    heardTogether(
      all.map(({ medium, runs, exposure }) =>
        heardFrom({ share: Math.min(1, (factor * exposure) / runs), ...habits[medium], runs }),
      ),
    )
  const reachAt = (factor: number) => 1 - chancesAt(factor)[0]!
  const chances = chancesAt(1)
  const estimate = 1 - chances[0]!
  const met = all.reduce((sum, { medium, exposure }) => sum + exposure * habits[medium].rating, 0)
  return {
    runs: all.reduce((sum, { runs }) => sum + runs, 0),
    exposure: all.reduce((sum, { exposure }) => sum + exposure, 0),
    grossRatingPoints: 100 * met,
    reach: { estimate, low: reachAt(1 - coverageError), high: reachAt(1 + coverageError) },
    often: chances[3]!,
    frequency: estimate > 0 ? met / estimate : 0,
  }
}

/** How far coverage figures may be off in the range that is shown. */
export const coverageError = 0.2

/** Shares by district of an outlet on a day: the last figures known then. Looked up once per outlet and day. */
function coverageByOutlet(
  coverage: readonly Coverage[],
): (outletId: string, day: Day) => Map<string, number> {
  const rows = new Map<string, Coverage[]>()
  for (const row of coverage.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))) {
    const known = rows.get(row.outletId)
    if (known) known.push(row)
    else rows.set(row.outletId, [row])
  }
  const found = new Map<string, Map<string, number>>()
  return (outletId, day) => {
    const key = `${outletId} ${day}`
    const known = found.get(key)
    if (known) return known
    const shares = new Map<string, number>()
    for (const { districtCode, share, asOf } of rows.get(outletId) ?? [])
      if (asOf <= day) shares.set(districtCode, share)
    for (const [code, share] of shares) if (share <= 0) shares.delete(code)
    found.set(key, shares)
    return shares
  }
}

function offAirDays(offAir: readonly OffAir[]): (outletId: string, day: Day) => boolean {
  return (outletId, day) =>
    offAir.some(
      off => off.outletId === outletId && off.firstDay <= day && (off.lastDay === null || day <= off.lastDay),
    )
}
