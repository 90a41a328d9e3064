/**
 * Comparing campaigns and what they were made of without ranking luck: estimates are drawn towards their mean by how
 * little is known of each, thin ones are hidden, and a difference is told only where it outlasts its uncertainty.
 */
import { combineEffects, normalUpper, type Interval } from '../statistics/index.js'
import { groupBy } from './group.js'

/** One judged campaign and stream, with the labels it mostly carried. */
export interface ComparedCampaign {
  name: string
  lift: Interval
  verifiedRuns: number
  labels: Partial<Record<Dimension, string>>
}

export const dimensions = ['campaign', 'message', 'medium', 'outlet', 'daypart'] as const
export type Dimension = (typeof dimensions)[number]

export interface ComparedRow {
  label: string
  campaigns: number
  verifiedRuns: number
  /** Partially pooled; null where too little is known to show anything. */
  lift: Interval | null
}

export interface Comparison {
  dimension: Dimension
  rows: ComparedRow[]
  /** The only difference that can be told, if any. */
  difference: { more: string; less: string; p: number } | null
}

/** Fewer verified runs than this say nothing about an outlet or a message. */
export const fewestRuns = 30

const noLess = -0.99
const z95 = 1.959964

/** On the scale on which lifts add: log(1 + lift), its variance from the width of the interval. */
function effectOf({ low, estimate, high }: Interval) {
  const log = (lift: number) => Math.log1p(Math.max(noLess, lift))
  const deviation = (log(high) - log(low)) / (2 * z95)
  return { effect: log(estimate), variance: Math.max(1e-6, deviation * deviation) }
}

/** Campaigns of one label count together, each by how precisely it was measured. */
export function compareBy(dimension: Dimension, campaigns: readonly ComparedCampaign[]): Comparison {
  const labelled = campaigns.flatMap(campaign => {
    const label = dimension === 'campaign' ? campaign.name : campaign.labels[dimension]
    return label === undefined ? [] : [{ ...campaign, label }]
  })
  const groups = [...groupBy(labelled, ({ label }) => label)].map(([label, members]) => {
    const effects = members.map(({ lift }) => effectOf(lift))
    const weight = effects.reduce((sum, { variance }) => sum + 1 / variance, 0)
    const effect = effects.reduce((sum, each) => sum + each.effect / each.variance, 0) / weight
    const verifiedRuns = members.reduce((sum, each) => sum + each.verifiedRuns, 0)
    return { label, campaigns: members.length, verifiedRuns, effect, variance: 1 / weight }
  })
  const shown = groups.filter(({ verifiedRuns }) => verifiedRuns >= fewestRuns)
  const pooled = combineEffects(shown)
  const lifts = new Map(shown.map(({ label }, k) => [label, pooled.ok ? asLift(pooled.shrunk[k]!) : null]))
  const rows = groups.map(({ label, campaigns: count, verifiedRuns }) => {
    return { label, campaigns: count, verifiedRuns, lift: lifts.get(label) ?? null }
  })
  return {
    dimension,
    rows: rows.toSorted(
      (a, b) => (b.lift?.estimate ?? -9) - (a.lift?.estimate ?? -9) || (a.label < b.label ? -1 : 1),
    ),
    difference: pooled.ok ? differenceOf(shown) : null,
  }
}

/** The most extreme pair, held to a level that allows for having been chosen among all pairs (Bonferroni). */
function differenceOf(
  groups: readonly { label: string; effect: number; variance: number }[],
): Comparison['difference'] {
  const pairs = (groups.length * (groups.length - 1)) / 2
  const found = groups.flatMap(a =>
    groups
      .filter(b => a.effect > b.effect)
      .map(b => {
        const z = (a.effect - b.effect) / Math.sqrt(a.variance + b.variance)
        return { more: a.label, less: b.label, p: Math.min(1, 2 * normalUpper(z) * pairs) }
      }),
  )
  const [first] = found.toSorted((a, b) => a.p - b.p)
  return first && first.p <= 0.05 ? first : null
}

function asLift({ low, estimate, high }: Interval): Interval {
  return { low: Math.expm1(low), estimate: Math.expm1(estimate), high: Math.expm1(high) }
}

/** What most of some runs were, where it was at least half of them. */
export function mostly(labels: readonly string[]): string | undefined {
  const [first] = [...groupBy(labels, label => label)].toSorted((a, b) => b[1].length - a[1].length)
  return first && first[1].length >= labels.length / 2 ? first[0] : undefined
}
