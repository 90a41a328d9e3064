/** The pace board: for a whole and its parts, target and realisation to date, and where the year will end. */
import type { Branch, District } from './district.js'
import { groupBy } from './group.js'
import { paceOn, remainder, type Pace } from './pace.js'
import { everywhere } from './reporting-delay.js'
import { sumOf } from './sum.js'
import type { Target, TargetTotal } from './target.js'
import type { Day } from './time.js'
import { branchScope, together, yearEnd, type StoredForecast, type YearEnd } from './year-end.js'

export type PaceScope =
  { kind: 'all' } | { kind: 'branch'; branch: Branch } | { kind: 'district'; district: District }

export interface PaceRow {
  scope: PaceScope
  pace: Pace
  /** Null with too little history, or where no forecast was made yet. */
  forecast: YearEnd | null
}

export interface PaceBoard {
  whole: PaceRow
  parts: PaceRow[]
  /** The part of the whole's own target that is given to no part of it; null where the whole has none of its own. */
  notGiven: number | null
}

export interface PaceFacts {
  branches: readonly Branch[]
  districts: readonly District[]
  /** One branch, or all of them. */
  branchId: string | null
  targets: readonly Target[]
  totals: readonly TargetTotal[]
  /** Registrations of the year up to `through`, by district. */
  realised: ReadonlyMap<string, number>
  /** One by stream that is shown and scope. */
  forecasts: readonly StoredForecast[]
  streamIds: readonly string[]
  /** The last day that is counted. */
  through: Day
}

/** Parts of the whole are its branches, or the districts of a branch; an office of one branch begins with districts. */
export function paceBoard(given: PaceFacts): PaceBoard {
  const facts = { ...given, byDistrict: groupBy(given.targets, ({ districtCode }) => districtCode) }
  const inBranch = facts.districts.filter(({ branchId }) => !facts.branchId || branchId === facts.branchId)
  const branch = facts.branches.find(({ id }) => id === facts.branchId)
  const scope: PaceScope = branch ? { kind: 'branch', branch } : { kind: 'all' }
  const parts = partsOf(facts, inBranch).filter(({ pace }) => pace.target > 0 || pace.realised > 0)
  const own = ownTarget(facts, branch ? branchScope(branch.id) : everywhere)
  return {
    whole: rowOf(facts, scope, inBranch),
    parts,
    notGiven: own === null ? null : remainder(own, [sumOf(targetsIn(facts, inBranch).map(amountOf))]),
  }
}

/** With the targets of each district at hand: a national office has thousands. */
type Sorted = PaceFacts & { byDistrict: ReadonlyMap<string, Target[]> }

function partsOf(facts: Sorted, districts: readonly District[]): PaceRow[] {
  if (facts.branchId || facts.branches.length < 2)
    return districts.map(district => rowOf(facts, { kind: 'district', district }, [district]))
  const byBranch = groupBy(districts, district => district.branchId)
  const loose = byBranch.get(null) ?? []
  return [
    ...facts.branches.map(branch => rowOf(facts, { kind: 'branch', branch }, byBranch.get(branch.id) ?? [])),
    ...loose.map(district => rowOf(facts, { kind: 'district', district }, [district])),
  ]
}

function rowOf(facts: Sorted, scope: PaceScope, districts: readonly District[]): PaceRow {
  const targets = targetsIn(facts, districts)
  const realised = sumOf(districts.map(({ code }) => facts.realised.get(code) ?? 0))
  const pace = paceOn(facts.through, targets, realised)
  return { scope, pace, forecast: forecastOf(facts, scope, pace.target) }
}

function targetsIn({ byDistrict }: Sorted, districts: readonly District[]): Target[] {
  return districts.flatMap(({ code }) => byDistrict.get(code) ?? [])
}

function amountOf({ amount }: Target): number {
  return amount
}

/** A target set for the whole itself: of the streams shown, or of all streams together where only that was set. */
function ownTarget({ totals, streamIds }: PaceFacts, scope: string): number | null {
  const own = totals.filter(total => total.scope === scope)
  const ofStreams = own.filter(({ streamId }) => streamIds.includes(streamId))
  if (ofStreams.length === streamIds.length) return sumOf(ofStreams.map(({ amount }) => amount))
  return streamIds.length > 1 ? (own.find(({ streamId }) => streamId === '')?.amount ?? null) : null
}

/** Made when less was known: it stands on what was counted up to its own day. */
function forecastOf({ forecasts, streamIds }: PaceFacts, scope: PaceScope, target: number): YearEnd | null {
  const name = scopeName(scope)
  const own = forecasts.filter(found => found.scope === name)
  if (own.length < streamIds.length) return null
  const rest = together(own.map(({ remaining }) => remaining))
  return rest && yearEnd(sumOf(own.map(({ soFar }) => soFar)), rest, target)
}

export function scopeName(scope: PaceScope): string {
  if (scope.kind === 'all') return everywhere
  return scope.kind === 'branch' ? branchScope(scope.branch.id) : scope.district.code
}
