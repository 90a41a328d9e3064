import { solveMonotone } from '../numerics/solve-monotone.js'
import { HIGHEST_LIFT, LOWEST_LIFT, tailAt, type TailEvidence } from './inference.js'

const SIDE = 0.025
const WANTED_POWER = 0.8

export interface Power {
  /** Smallest lift that would show (p < 5 %) in four of five cases; 20 = none within reason. */
  smallest: number
  /** Chance of p < 5 % under a lift. */
  at: (lift: number) => number
}

/**
 * What a flight of this precision shows: the chance that a count expected at (1 + L)·m is further out than those at
 * which "no lift" is just rejected. Some sixty evaluations of 40 tails.
 */
export function powerOf(evidence: TailEvidence): Power {
  const { expected } = evidence.prediction
  const { low, high } = criticalCounts(expected, evidence)
  const likely = withMedianDrift(evidence)
  const at = (lift: number) => {
    const mean = (1 + lift) * expected
    return tailAt(high, mean, likely) + 1 - tailAt(low, mean, likely)
  }
  const smallest = solveMonotone({
    value: lift => WANTED_POWER - at(lift),
    start: 0.3,
    low: 0,
    high: HIGHEST_LIFT,
  })
  return { smallest, at }
}

/** The test has to allow for all the drift there may be; what will come is foretold with the drift that is likely. */
function withMedianDrift(evidence: TailEvidence): TailEvidence {
  const { variances, weights } = evidence.drift
  let [place, below] = [0, weights[0]!]
  while (below < 0.5 && place < weights.length - 1) below += weights[++place]!
  const drift = {
    variances: variances.slice(place, place + 1),
    weights: Float64Array.of(1),
    mean: variances[place]!,
  }
  return { ...evidence, drift }
}

/** Counts at which "no lift" is just rejected. */
function criticalCounts(expected: number, evidence: TailEvidence): { low: number; high: number } {
  const at = (tail: number) =>
    solveMonotone({
      value: count => tailAt(count, expected, evidence) - tail,
      start: expected,
      low: (1 + LOWEST_LIFT) * expected,
      high: (1 + HIGHEST_LIFT) * expected,
    })
  return { low: at(1 - SIDE), high: at(SIDE) }
}
