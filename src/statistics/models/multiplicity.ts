/**
 * Benjamini–Hochberg adjusted p-values (q-values): rejecting all with q ≤ a keeps the expected share of false
 * discoveries at a when tests are independent or positively dependent. Input in any order, output in the same.
 * Benjamini & Hochberg (1995), JRSS B 57:289. n log n.
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  return stepUp(p, rank => p.length / rank)
}

/**
 * Benjamini–Yekutieli adjusted p-values: the same promise under any dependence, at the price of a factor
 * 1 + 1/2 + … + 1/n. Benjamini & Yekutieli (2001), Annals of Statistics 29:1165. n log n.
 */
export function benjaminiYekutieli(p: ArrayLike<number>): Float64Array {
  let harmonic = 0
  for (let k = 1; k <= p.length; k++) harmonic += 1 / k
  return stepUp(p, rank => (harmonic * p.length) / rank)
}

/** Holm adjusted p-values: keeps the chance of any false rejection. Holm (1979), Scand. J. Statistics 6:65. */
export function holm(p: ArrayLike<number>): Float64Array {
  const order = ascending(p)
  const adjusted = new Float64Array(p.length)
  let running = 0
  order.forEach((place, k) => {
    running = Math.max(running, Math.min(1, (p.length - k) * p[place]!))
    adjusted[place] = running
  })
  return adjusted
}

function stepUp(p: ArrayLike<number>, factorOfRank: (rank: number) => number): Float64Array {
  const order = ascending(p)
  const adjusted = new Float64Array(p.length)
  let running = 1
  for (let rank = p.length; rank >= 1; rank--) {
    const place = order[rank - 1]!
    running = Math.min(running, factorOfRank(rank) * p[place]!)
    adjusted[place] = running
  }
  return adjusted
}

function ascending(p: ArrayLike<number>): number[] {
  for (let k = 0; k < p.length; k++)
    if (!(p[k]! >= 0 && p[k]! <= 1)) throw new RangeError(`a p-value must lie between 0 and 1, got ${p[k]}`)
  return Array.from({ length: p.length }, (_, k) => k).toSorted((a, b) => p[a]! - p[b]! || a - b)
}
