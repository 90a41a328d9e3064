import { betaQuantile } from '../distributions/beta.js'
import { negativeBinomialCdf } from '../distributions/negative-binomial.js'
import { refuse, type Interval, type Refusal } from '../refusal.js'
import { delayDistribution, type DelayDistribution } from './delays.js'

export interface NowcastOptions {
  /** Event days from which delays are learnt; default 60. */
  days?: number
  /** Share of a day's registrations that must be in before it is final; default .95. */
  final?: number
  /** Confidence of the ranges; default .9. */
  confidence?: number
}

export interface Nowcast {
  ok: true
  /** Share of a day's registrations known after 0, 1, 2 … days. */
  completeness: Float64Array
  /** Event days from this one on are preliminary. */
  preliminaryFrom: number
  /** By event day: known so far and expected in the end. */
  days: { day: number; known: number; completeness: number; final: Interval }[]
}

/**
 * Completes the counts of recent days for reporting delay. `arrivals[d][k]`: registrations of event day d that became
 * known k days later, whole numbers; the last row is today, so row d has been followed for last − d days and later
 * columns are ignored. Delays by the chain ladder over the last 60 event days, final counts from what is known, how
 * complete such days were (beta), and how many registrations are usual (gamma). Refuses by name fewer than 14 event
 * days or nothing registered; malformed rows with a RangeError. Days × 15 × a few tails.
 */
export function nowcast(arrivals: readonly Float64Array[], options: NowcastOptions = {}): Nowcast | Refusal {
  const { days = 60, final = 0.95, confidence = 0.9 } = options
  if (arrivals.length < LEAST_DAYS)
    return refuse('too-little-history', { have: arrivals.length, needed: LEAST_DAYS })
  const delays = delayDistribution(arrivals, days)
  if (delays === null) return refuse('no-registrations-before', { have: 0, needed: 1 })
  const last = arrivals.length - 1
  const firstPreliminary = delays.completeness.findIndex(share => share >= final)
  const age = firstPreliminary < 0 ? delays.completeness.length : firstPreliminary
  const rows = Array.from(
    { length: Math.min(arrivals.length, delays.completeness.length) },
    (_, k) => last - k,
  ).toReversed()
  return {
    ok: true,
    completeness: delays.completeness,
    preliminaryFrom: Math.max(0, last - age + 1),
    days: rows.map(day => {
      const share = delays.completeness[last - day]!
      const known = knownOf(arrivals[day]!, last - day)
      return { day, known, completeness: share, final: finalCount(known, share, { delays, confidence }) }
    }),
  }
}

const LEAST_DAYS = 14

function knownOf(row: Float64Array, age: number): number {
  let sum = 0
  for (let k = 0; k <= Math.min(age, row.length - 1); k++) sum += row[k]!
  return sum
}

const POINTS = 15

/**
 * Known so far plus what is missing: with completeness g and usual counts gamma(shape, rate) the missing are negative
 * binomial with size shape + known and mean (shape + known)(1 − g)/(rate + g); g runs over its beta distribution.
 */
function finalCount(
  known: number,
  share: number,
  { delays, confidence }: { delays: DelayDistribution; confidence: number },
): Interval {
  if (share >= 1 - 1e-9) return { low: known, estimate: known, high: known }
  const { shape, rate, agreement } = delays
  const mixture = Array.from({ length: POINTS }, (_, k) => {
    const g = betaQuantile((k + 0.5) / POINTS, share * agreement, (1 - share) * agreement)
    return { mean: ((shape + known) * (1 - g)) / (rate + g), size: shape + known }
  })
  const below = (missing: number) =>
    mixture.reduce((sum, { mean, size }) => sum + negativeBinomialCdf(missing, mean, size), 0) / POINTS
  const mean = mixture.reduce((sum, part) => sum + part.mean, 0) / POINTS
  const side = (1 - confidence) / 2
  const low = nearestQuantile(below, side) + 1
  // What the lower end leaves out, often nothing where few are missing, the upper end may not leave out again
  const out = low > 0 ? below(low - 1) : 0
  const high = Math.max(nearestQuantile(below, out + confidence), low)
  return { low: known + low, estimate: known + mean, high: known + high }
}

/** Whole number, −1 for none, whose cumulative probability is nearest p: ranges of few counts cover as they should. */
function nearestQuantile(below: (count: number) => number, p: number): number {
  let [low, high] = [-1, 1]
  while (below(high) < p) [low, high] = [high, 2 * high + 1]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (below(middle) < p) low = middle
    else high = middle
  }
  const under = low < 0 ? 0 : below(low)
  return p - under < below(high) - p ? low : high
}
