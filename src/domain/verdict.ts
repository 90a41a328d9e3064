/**
 * The verdict on a campaign: one of five fixed sentences, with the one estimate it rests on and every reason. Words,
 * numbers and picture are drawn from this one object, so that they cannot disagree.
 */
import type { Interval, LiftEstimate, LiftWarning, RefusalReason } from '../statistics/index.js'
import type { Day } from './time.js'

export const verdictKinds = ['strong', 'indication', 'no-effect', 'cannot-judge', 'confounded'] as const

export type VerdictKind = (typeof verdictKinds)[number]

export type ReasonCode =
  | 'nothing-ran'
  | 'exposure-unverified'
  | 'window-not-over'
  | RefusalReason
  | 'under-powered'
  | 'field-events'
  | 'overlapping-campaigns'
  | 'told-apart'
  | 'chance-among-many'
  | 'interval-excludes-zero'
  | 'interval-includes-zero'
  | 'interval-below-zero'
  | 'survives-drift'
  | 'fails-drift'
  | 'earlier-windows-quiet'
  | 'proof-thin'
  | 'proof-good'
  | 'fewer-than-expected'
  | 'lift-ruled-out'
  | LiftWarning

export interface Reason {
  code: ReasonCode
  /** Speaks for an effect, against one, or only limits what can be said. */
  weight: 'for' | 'against' | 'limit'
  values: Record<string, string | number>
}

/** What the estimate is drawn and told from. Days instead of columns, districts by code. */
export interface VerdictEstimate {
  lift: Interval
  increment: Interval
  observed: number
  expected: number
  p: number
  /** p adjusted for all campaigns that are judged side by side, and how many these are; null in results before 2026-11-23. */
  q: number | null
  tests: number
  degreesOfFreedom: number
  method: 'M1' | 'M3'
  /** The smallest lift this flight could have been expected to show, four times in five. */
  detectable: number
  comparison: string[]
  earlierWindows: { firstDay: Day; lastDay: Day; lift: Interval; p: number }[]
  placeboDistricts: { rank: number; of: number } | null
  leaveOneOut: { low: number; high: number } | null
  weeks: { day: Day; observed: number; counterfactual: number; low: number; high: number }[]
  cumulative: { day: Day; difference: number; low: number; high: number }[]
}

/** Campaigns on air in the same districts at the same time are judged together: the estimate is that of all of them. */
export interface JointEffect {
  /** The others, by name. */
  names: string[]
  /** This campaign's own lift where it can be told apart from theirs. */
  own: { lift: Interval; p: number; q: number; detectable: number } | null
  /** Where it cannot, its share of the exposed district-days: an accounting convention, not an estimate. */
  share: number | null
}

/** Own history only, where no district was left to compare with: whatever changed everywhere is in it. */
export interface OwnHistory {
  observed: number
  asBefore: number
  change: number | null
}

export interface Verdict {
  kind: VerdictKind
  reasons: Reason[]
  estimate: VerdictEstimate | null
  joint: JointEffect | null
  ownHistory: OwnHistory | null
  exposed: string[]
  firstDay: Day | null
  lastDay: Day | null
  verifiedShare: number
  provenShare: number
  liftWorthHaving: number
  /** Rupiah per additional registration, at the two ends of the interval; an end is null where it has no bound. */
  cost: { low: number; high: number | null } | null
}

export interface VerdictGivens {
  exposed: readonly string[]
  firstDay: Day
  lastDay: Day
  verifiedShare: number
  provenShare: number
  liftWorthHaving: number
  costRupiah: number
  /** Share of the exposed district-days on which something else was going on, and what it was. */
  events: Share
  /** The same for other campaigns on air in the same districts, apart from those judged together with this one. */
  overlaps: Share
  /** The campaigns judged together with this one. */
  together: Share
}

export interface Share {
  share: number
  names: string[]
}

export type Judged =
  | { ok: true; estimate: VerdictEstimate; joint: JointEffect | null; source: LiftEstimate }
  | {
      ok: false
      refusal: RefusalReason
      have: number | null
      needed: number | null
      ownHistory: OwnHistory | null
    }
