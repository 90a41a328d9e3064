import { incompleteBeta } from '../numerics/incomplete-beta.js'
import { binomialKernel } from '../numerics/deviance-part.js'
import { solveMonotone } from '../numerics/solve-monotone.js'
import { normalQuantile } from './normal.js'

/** P(T > t) of Student's t, degrees of freedom ν > 0 (not only whole). Refuses NaN and ν ≤ 0. */
export function studentUpper(t: number, degrees: number): number {
  requireDegrees(degrees)
  if (Number.isNaN(t)) throw new RangeError('studentUpper needs a number, got NaN')
  const tail = farTail(Math.abs(t), degrees)
  return t < 0 ? 1 - tail : tail
}

/** P(|T| ≥ |t|): the two-sided p-value. */
export function studentTwoSided(t: number, degrees: number): number {
  requireDegrees(degrees)
  return Math.min(1, 2 * farTail(Math.abs(t), degrees))
}

/** Density of Student's t. */
export function studentDensity(t: number, degrees: number): number {
  const x = degrees / (degrees + t * t)
  const kernel = binomialKernel(degrees / 2, 0.5, x, (t * t) / (degrees + t * t))
  if (t === 0) return studentDensity(1e-9, degrees)
  return (kernel * degrees) / ((degrees + 1) * 2 * Math.abs(t))
}

/**
 * Quantile of Student's t, 0 < p < 1, ν > 0; `upperTail` reads p as P(T > t). Solved on log t by safeguarded
 * Newton from the Cornish–Fisher value (Abramowitz & Stegun 1964, 26.7.5). Refuses p outside with a RangeError.
 */
export function studentQuantile(p: number, degrees: number, { upperTail = false } = {}): number {
  requireDegrees(degrees)
  if (!(p > 0 && p < 1)) throw new RangeError(`studentQuantile needs 0 < p < 1, got ${p}`)
  if (p === 0.5) return 0
  const size = sizeOfQuantile(Math.min(p, 1 - p), degrees)
  return p < 0.5 === upperTail ? size : -size
}

function sizeOfQuantile(tail: number, degrees: number): number {
  const z = normalQuantile(tail, { upperTail: true })
  const start = z * (1 + (z * z + 1) / (4 * degrees))
  const target = Math.log(tail)
  const logSize = solveMonotone({
    value: u => Math.log(farTail(Math.exp(u), degrees)) - target,
    slope: u => (-Math.exp(u) * studentDensity(Math.exp(u), degrees)) / farTail(Math.exp(u), degrees),
    start: Math.log(start),
    low: -700,
    high: 700,
  })
  return Math.exp(logSize)
}

/** P(T > t) for t ≥ 0. */
function farTail(t: number, degrees: number): number {
  if (t === Infinity) return 0
  const square = t * t
  if (square === Infinity) return 0
  return incompleteBeta(degrees / (degrees + square), degrees / 2, 0.5, square / (degrees + square)).lower / 2
}

function requireDegrees(degrees: number): void {
  if (!(degrees > 0) || degrees === Infinity)
    throw new RangeError(`Student's t needs finite degrees of freedom above 0, got ${degrees}`)
}
