import { negativeBinomialProbability, negativeBinomialUpper } from '../distributions/negative-binomial.js'
import { normalUpper } from '../distributions/normal.js'
import { solveMonotone } from '../numerics/solve-monotone.js'
import type { Interval } from '../refusal.js'
import type { DriftPosterior } from './drift.js'
import type { Prediction } from './forecast.js'

export interface LiftTest {
  lift: Interval
  /** Two-sided p-value of "no lift". */
  p: number
  /** Standard error of the lift under "no lift". */
  standardError: number
  /** (observed − expected) / its standard deviation under "no lift". */
  z: number
}

/** How far counts may lie from what is expected. */
export interface TailEvidence {
  prediction: Prediction
  /** Variance of the exposed districts' counts over their mean. */
  dispersion: number
  drift: DriftPosterior
}

export interface LiftEvidence extends TailEvidence {
  observed: number
  /** Confidence of the interval; default .95. */
  confidence?: number
}

/** Ends beyond which an interval is called unbounded. */
export const LOWEST_LIFT = -0.99
export const HIGHEST_LIFT = 20
/** Below so many expected registrations the counts' own distribution is used instead of the normal. */
const SMALL = 25
const NEGLIGIBLE = 1e-6

/**
 * Interval and p-value of the lift L = observed / expected − 1: with m = (1 + L)·expected the variance of
 * observed − m is φm + m²(relative variance + τ²·spread), averaged over what is known about τ²; the interval holds
 * every L whose two-sided p-value is at least 5 %. Below 25 expected registrations tails are those of a negative
 * binomial with that mean and variance (mid-p). (Few clusters: Donald & Lang 2007, Rev. Econ. Stat. 89:221; unequal
 * sizes: Ferman & Pinto 2019, Rev. Econ. Stat. 101:452.) Some hundred evaluations of 40 tails.
 */
export function testLift(evidence: LiftEvidence): LiftTest {
  const { observed, prediction, confidence = 0.95 } = evidence
  const { expected } = prediction
  const upper = (lift: number) => tailAt(observed, (1 + lift) * expected, evidence)
  const side = (1 - confidence) / 2
  const estimate = observed / expected - 1
  const end = (tail: number) =>
    solveMonotone({
      value: lift => tail - upper(lift),
      start: Math.min(HIGHEST_LIFT, Math.max(LOWEST_LIFT, estimate)),
      low: LOWEST_LIFT,
      high: HIGHEST_LIFT,
    })
  const above = upper(0)
  const deviation = Math.sqrt(varianceAt(expected, evidence.drift.mean, evidence))
  return {
    lift: { low: end(side), estimate, high: end(1 - side) },
    p: Math.min(1, 2 * Math.min(above, 1 - above)),
    standardError: deviation / expected,
    z: (observed - expected) / deviation,
  }
}

/** P(count ≥ observed) when m registrations are expected, mean of the tails over τ²; rises with m. */
export function tailAt(observed: number, mean: number, evidence: TailEvidence): number {
  const { variances, weights } = evidence.drift
  let tail = 0
  for (let k = 0; k < weights.length; k++) {
    if (weights[k]! < NEGLIGIBLE) continue
    tail += weights[k]! * tailOf(observed, mean, varianceAt(mean, variances[k]!, evidence))
  }
  return tail
}

function tailOf(observed: number, mean: number, variance: number): number {
  if (mean >= SMALL || observed >= 4 * SMALL) return normalUpper((observed - mean) / Math.sqrt(variance))
  const size = (mean * mean) / Math.max(1e-12, variance - mean)
  const count = Math.round(observed)
  return negativeBinomialUpper(count, mean, size) - 0.5 * negativeBinomialProbability(count, mean, size)
}

function varianceAt(mean: number, drift: number, { prediction, dispersion }: TailEvidence): number {
  const { own, pool, ownSpread, poolSpread } = prediction
  return dispersion * mean + mean * mean * (own + pool + drift * (ownSpread + poolSpread))
}
