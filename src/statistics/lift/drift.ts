import { pauleMandel } from '../models/paule-mandel.js'
import type { Prediction } from './forecast.js'

/** A district predicted as if it were exposed, or an exposed one beside the lift of all. */
export interface Rehearsal extends Prediction {
  district: number
  observed: number
  /** Variance of the count itself over its mean. */
  dispersion: number
}

/** Rehearsals that say the same thing; `degrees` is how many independent deviations they count for. */
export interface RehearsalGroup {
  rehearsals: readonly Rehearsal[]
  degrees: number
}

/** What is known about the drift variance τ² (log scale): values and their posterior weights. */
export interface DriftPosterior {
  variances: Float64Array
  weights: Float64Array
  mean: number
}

const SMALLEST = 0.004
const LARGEST = 1.5
const POINTS = 40
/**
 * The prior density of τ² is proportional to τ^−1.85 down to 0.3 %. Between the reference prior τ^−2 of pure drift and
 * the flat τ^−1: chosen on the calibration bench (2026-11-22) so that false positives stay between 3 and 7 % both
 * where districts do not drift at all and where they drift much.
 */
const PRIOR_POWER = 1.85
const PRIOR_FLOOR = 0.003

/**
 * Posterior of the drift variance between districts: how much leave-one-out predictions miss beyond counting and level
 * noise, on a grid of τ from 0 to 1.5. Groups: the comparison districts in the window, the exposed ones about their
 * common lift, and all districts in earlier windows, the latter for less. Most tools leave drift out and are too sure;
 * a point estimate of it makes few districts too sure as well. Grid × rehearsals steps.
 */
export function driftPosterior(groups: readonly RehearsalGroup[]): DriftPosterior {
  const variances = Float64Array.from({ length: POINTS }, (_, k) => gridAt(k) ** 2)
  const logs = variances.map((variance, k) => {
    let log = Math.log(widthAt(k)) - PRIOR_POWER * Math.log(Math.max(PRIOR_FLOOR, Math.sqrt(variance)))
    for (const group of groups) log += logLikelihood(group, variance)
    return log
  })
  const best = Math.max(...logs)
  const weights = logs.map(log => Math.exp(log - best))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let mean = 0
  for (let k = 0; k < POINTS; k++) {
    weights[k]! /= total
    mean += weights[k]! * variances[k]!
  }
  return { variances, weights, mean }
}

function logLikelihood({ rehearsals, degrees }: RehearsalGroup, variance: number): number {
  if (rehearsals.length === 0) return 0
  let sum = 0
  for (const { observed, expected, own, pool, ownSpread, poolSpread, dispersion } of rehearsals) {
    const square = expected * expected
    const total = dispersion * expected + square * (own + pool + variance * (ownSpread + poolSpread)) + 1e-12
    sum -= 0.5 * (Math.log(total) + (observed - expected) ** 2 / total)
  }
  return (sum * degrees) / rehearsals.length
}

/** τ at grid place k: 0, then from SMALLEST to LARGEST in equal ratios. */
function gridAt(k: number): number {
  return k === 0 ? 0 : SMALLEST * (LARGEST / SMALLEST) ** ((k - 1) / (POINTS - 2))
}

/** Stretch of τ² that grid place k stands for. */
function widthAt(k: number): number {
  const edge = (j: number) =>
    j < 0 ? 0 : j === 0 ? (SMALLEST / 2) ** 2 : ((gridAt(j) + gridAt(j + 1)) / 2) ** 2
  return k === POINTS - 1 ? gridAt(k) ** 2 - edge(k - 1) : edge(k) - edge(k - 1)
}

/** Point estimate of τ² by the equation of Paule & Mandel (1982), for weights. */
export function pointDrift({ rehearsals, degrees }: RehearsalGroup): number {
  const usable = rehearsals.filter(({ expected }) => expected > 0)
  return pauleMandel({
    squares: Float64Array.from(usable, r => (r.observed - r.expected) ** 2),
    known: Float64Array.from(usable, r => r.dispersion * r.expected + r.expected ** 2 * (r.own + r.pool)),
    slopes: Float64Array.from(usable, r => r.expected ** 2 * (r.ownSpread + r.poolSpread)),
    degrees: Math.max(1, degrees),
  })
}
