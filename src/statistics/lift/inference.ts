import { studentQuantile, studentTwoSided } from '../distributions/student.js'
import { solveMonotone } from '../numerics/solve-monotone.js'
import type { Interval } from '../refusal.js'
import type { Dispersion } from './dispersion.js'
import type { Drift } from './drift.js'
import type { Prediction } from './predictor.js'

export interface LiftTest {
  lift: Interval
  /** Two-sided p-value of "no lift". */
  p: number
  degreesOfFreedom: number
  /** Standard error of the lift under "no lift". */
  standardError: number
  /** (observed − expected) / its standard deviation under "no lift". */
  z: number
}

export interface LiftEvidence {
  observed: number
  prediction: Prediction
  /** Sum of squared shares of the exposed districts. */
  ownSpread: number
  dispersion: Dispersion
  drift: Pick<Drift, 'variance' | 'uncertainty'>
  /** Confidence of the interval; default .95. */
  confidence?: number
}

/** Ends beyond which an interval is called unbounded. */
const LOWEST_LIFT = -0.99
const HIGHEST_LIFT = 20
const MOST_DEGREES = 60

/**
 * Interval and p-value of the lift L = observed / expected − 1: with m = (1 + L)·expected the variance of
 * observed − m is φ(m + m²·noise) + τ²m²(own spread + spread); the interval holds every L with
 * |observed − m| ≤ t·sd(m). Degrees of freedom by Satterthwaite (1946, Biometrics Bulletin 2:110) from the
 * uncertainty of φ and of τ², the latter counted also where τ² is estimated as 0; at most 60.
 * (Few clusters: Donald & Lang 2007, Rev. Econ. Stat. 89:221; sizes: Ferman & Pinto 2019, Rev. Econ. Stat. 101:452.)
 */
export function testLift(evidence: LiftEvidence): LiftTest {
  const { observed, prediction, confidence = 0.95 } = evidence
  const { expected } = prediction
  const degreesOfFreedom = satterthwaite(evidence)
  const standard = (lift: number) =>
    (observed - (1 + lift) * expected) / Math.sqrt(varianceAt((1 + lift) * expected, evidence))
  const far = studentQuantile((1 + confidence) / 2, degreesOfFreedom)
  const estimate = observed / expected - 1
  const z = standard(0)
  const end = (target: number) =>
    solveMonotone({
      value: lift => standard(lift) - target,
      start: Math.max(-0.9, estimate),
      low: LOWEST_LIFT,
      high: HIGHEST_LIFT,
    })
  return {
    lift: { low: end(far), estimate, high: end(-far) },
    p: studentTwoSided(z, degreesOfFreedom),
    degreesOfFreedom,
    standardError: Math.sqrt(varianceAt(expected, evidence)) / expected,
    z,
  }
}

function varianceAt(mean: number, { prediction, ownSpread, dispersion, drift }: LiftEvidence): number {
  const counting = dispersion.dispersion * (mean + mean * mean * prediction.noise)
  return counting + drift.variance * mean * mean * (ownSpread + prediction.spread)
}

function satterthwaite(evidence: LiftEvidence): number {
  const { prediction, ownSpread, dispersion, drift } = evidence
  const total = varianceAt(prediction.expected, evidence)
  const scale = prediction.expected ** 2 * (ownSpread + prediction.spread)
  const counting = total - drift.variance * scale
  const uncertainty = (2 * counting ** 2) / dispersion.degrees + scale ** 2 * drift.uncertainty
  return Math.min(MOST_DEGREES, Math.max(1, (2 * total ** 2) / uncertainty))
}
