/** One outlet as a district hears it. Shares are of the district's working-age people or of the outlet's audience. */
export interface OutletRuns {
  /** Share of the district the outlet reaches at all: its audience there, 0 to 1. */
  share: number
  /** Share of that audience that hears or sees one run, 0 to below 1. */
  rating: number
  /** Correlation between two runs for one person, 0 (nobody has habits) to below 1 (always the same people). */
  alikeness: number
  runs: number
}

/**
 * Chances that a person of the district heard 0, 1, … runs of one outlet; the last place holds "this often or more".
 * Beta-binomial within the audience (Metheringham 1964, Journal of Advertising Research 4(4):23; Rust 1986, Advertising
 * Media Models), zero outside of it. Takes whole runs; refuses shares out of bounds with a RangeError. O(places).
 */
export function heardFrom({ share, rating, alikeness, runs }: OutletRuns, places = 4): Float64Array {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share lies between 0 and 1, got ${share}`)
  for (const value of [rating, alikeness])
    if (!(value >= 0 && value < 1)) throw new RangeError(`a habit is at least 0 and below 1, got ${value}`)
  if (!Number.isInteger(runs) || runs < 0) throw new RangeError(`runs are a whole number, got ${runs}`)
  const chances = new Float64Array(places)
  let left = 1
  let chance = nobodyOf(runs, rating, alikeness)
  for (let k = 0; k < places - 1 && k <= runs; k++) {
    chances[k] = share * chance
    left -= chance
    chance *= nextTo(k, { runs, rating, alikeness })
  }
  chances[places - 1] = share * Math.max(0, left)
  chances[0]! += 1 - share
  return chances
}

/** Chance to hear none of n runs: the product of "not this one either, having missed those before". */
function nobodyOf(runs: number, rating: number, alikeness: number): number {
  let chance = 1
  for (let missed = 0; missed < runs; missed++)
    chance *= ((1 - rating) * (1 - alikeness) + missed * alikeness) / (1 - alikeness + missed * alikeness)
  return chance
}

/** Ratio of hearing k + 1 runs to hearing k, from the recursion of the beta-binomial, free of its parameters' poles. */
function nextTo(
  k: number,
  { runs, rating, alikeness }: Pick<OutletRuns, 'runs' | 'rating' | 'alikeness'>,
): number {
  if (k >= runs) return 0
  const heard = rating * (1 - alikeness) + k * alikeness
  const missed = (1 - rating) * (1 - alikeness) + (runs - k - 1) * alikeness
  return missed > 0 ? (((runs - k) / (k + 1)) * heard) / missed : 0
}

/**
 * The same over several outlets, as if hearing one said nothing about hearing another (random duplication, known as
 * Sainsbury's formula). Known bias: people who hear much hear many outlets, so the true reach is rather lower and the
 * true frequency rather higher. All rows have the same length; none is "nobody heard anything". O(outlets × places²).
 */
export function heardTogether(outlets: readonly Float64Array[], places = 4): Float64Array {
  let sum = Float64Array.from({ length: places }, (_, k) => (k === 0 ? 1 : 0))
  for (const outlet of outlets) {
    const next = new Float64Array(places)
    sum.forEach((a, i) => outlet.forEach((b, j) => (next[Math.min(i + j, places - 1)]! += a * b)))
    sum = next
  }
  return sum
}
