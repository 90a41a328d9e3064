import type { Panel } from '../panel.js'

/** Own history only: what changed, whatever changed it. */
export interface BeforeAfter {
  /** Registrations in the window on known days. */
  observed: number
  /** What the same weekdays before would give. */
  asBefore: number
  /** Share by which it changed; null where nothing was registered before. */
  change: number | null
}

export interface BeforeAfterInput {
  exposed: readonly number[]
  window: readonly [number, number]
  masked: readonly Uint8Array[]
  before: number
}

/**
 * Counts of the exposed districts in the window against the same weekdays before it, for a flight that reached
 * everyone. Anything else that changed everywhere is in it: no interval, no p-value, no verdict follows.
 */
export function beforeAfter(
  panel: Panel,
  { exposed, window: [from, to], masked, before }: BeforeAfterInput,
): BeforeAfter {
  let [observed, asBefore] = [0, 0]
  for (const i of exposed) {
    const means = weekdayMeans(panel, i, { from: Math.max(0, from - before), to: from, mask: masked[i]! })
    for (let t = from; t < to; t++) {
      if (panel.known[i]![t] === 0) continue
      observed += panel.counts[i]![t]!
      asBefore += means[t % 7]!
    }
  }
  return { observed, asBefore, change: asBefore > 0 ? observed / asBefore - 1 : null }
}

function weekdayMeans(
  { counts, known }: Panel,
  i: number,
  { from, to, mask }: { from: number; to: number; mask: Uint8Array },
): Float64Array {
  const sums = new Float64Array(7)
  const days = new Float64Array(7)
  for (let t = from; t < to; t++) {
    if (known[i]![t] === 0 || mask[t] !== 0) continue
    sums[t % 7]! += counts[i]![t]!
    days[t % 7]!++
  }
  return sums.map((sum, weekday) => (days[weekday]! > 0 ? sum / days[weekday]! : 0))
}
