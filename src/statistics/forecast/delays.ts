export interface DelayDistribution {
  /** Share known after 0, 1, 2 … days; the last is 1. */
  completeness: Float64Array
  /** How alike days are: completeness of a day is beta(share · agreement, (1 − share) · agreement). */
  agreement: number
  /** Usual final count of a day: gamma with this shape and rate. */
  shape: number
  rate: number
}

const LARGEST_AGREEMENT = 1e4

/**
 * Distribution of the delay from event to knowledge by the chain ladder: the chance that what is known after k days
 * became known on the k-th, from all event days followed that long (Mack 1993, ASTIN Bulletin 23:213, for the method in
 * insurance), with the spread of completeness between days and of final counts by moments. Null when nothing was
 * registered. `days`: event days that are used. Days × delays steps.
 */
export function delayDistribution(arrivals: readonly Float64Array[], days: number): DelayDistribution | null {
  const last = arrivals.length - 1
  const first = Math.max(0, arrivals.length - days)
  for (const row of arrivals)
    for (const count of row)
      if (!(count >= 0 && Number.isInteger(count)))
        throw new RangeError(`${count} is not a whole number of at least 0`)
  const delays = Math.min(last - first, Math.max(...arrivals.map(row => row.length)) - 1)
  const completeness = new Float64Array(delays + 1).fill(1)
  for (let k = delays; k >= 1; k--) {
    let [arrived, known] = [0, 0]
    for (let d = first; d <= last - k; d++) {
      arrived += arrivals[d]![k] ?? 0
      known += knownAfter(arrivals[d]!, k)
    }
    completeness[k - 1] = completeness[k]! * (known > 0 ? 1 - arrived / known : 1)
  }
  const finals = completedDays(arrivals, { first, delays, completeness })
  const mean = finals.reduce((sum, value) => sum + value, 0) / Math.max(1, finals.length)
  if (!(mean > 0)) return null
  const spread = finals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, finals.length - 1)
  const shape = Math.min(1e4, Math.max(0.5, mean ** 2 / Math.max(1e-9, spread - mean)))
  return {
    completeness,
    agreement: agreementOf(arrivals, { first, completeness }),
    shape,
    rate: shape / mean,
  }
}

function knownAfter(row: Float64Array, delay: number): number {
  let sum = 0
  for (let k = 0; k <= Math.min(delay, row.length - 1); k++) sum += row[k]!
  return sum
}

interface Followed {
  first: number
  delays: number
  completeness: Float64Array
}

const NEARLY_COMPLETE = 0.9

/** Final counts of event days followed long enough, completed by the little that is missing. */
function completedDays(
  arrivals: readonly Float64Array[],
  { first, delays, completeness }: Followed,
): number[] {
  const last = arrivals.length - 1
  const found: number[] = []
  for (let d = first; d <= last; d++) {
    const age = Math.min(delays, last - d)
    if (completeness[age]! >= NEARLY_COMPLETE) found.push(knownAfter(arrivals[d]!, age) / completeness[age]!)
  }
  return found
}

/** Beta-binomial agreement by moments, from ages at which between a tenth and nine tenths are known. */
function agreementOf(
  arrivals: readonly Float64Array[],
  { first, completeness }: { first: number; completeness: Float64Array },
): number {
  const last = arrivals.length - 1
  let [surplus, scale] = [0, 0]
  completeness.forEach((share, age) => {
    if (share < 0.1 || share > 0.9) return
    for (let d = first; d <= last; d++) {
      const followed = Math.min(last - d, completeness.length - 1)
      if (completeness[followed]! < NEARLY_COMPLETE) continue
      const final = Math.max(1, knownAfter(arrivals[d]!, followed))
      const within = share / completeness[followed]!
      const variance = within * (1 - within)
      surplus += (knownAfter(arrivals[d]!, age) - within * final) ** 2 - final * variance
      scale += final * (final - 1) * variance
    }
  })
  return surplus > 0 ? Math.min(LARGEST_AGREEMENT, Math.max(2, scale / surplus - 1)) : LARGEST_AGREEMENT
}
