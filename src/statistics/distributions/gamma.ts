import { incompleteGamma } from '../numerics/incomplete-gamma.js'
import { poissonKernel } from '../numerics/deviance-part.js'
import { solveMonotone } from '../numerics/solve-monotone.js'
import { normalQuantile } from './normal.js'

/** P(X ≤ x) of the gamma distribution with shape > 0 and scale > 0. Refuses NaN. */
export function gammaCdf(x: number, shape: number, scale = 1): number {
  return x <= 0 ? requireShape(shape, 0) : incompleteGamma(shape, x / scale).lower
}

/** P(X > x) of the gamma distribution. */
export function gammaUpper(x: number, shape: number, scale = 1): number {
  return x <= 0 ? requireShape(shape, 1) : incompleteGamma(shape, x / scale).upper
}

/**
 * Quantile of the gamma distribution, 0 < p < 1; `upperTail` reads p as P(X > x). Safeguarded Newton on log x
 * from the cube-root normal value (Wilson & Hilferty 1931, PNAS 17:684). Refuses p outside with a RangeError.
 */
export function gammaQuantile(p: number, shape: number, { scale = 1, upperTail = false } = {}): number {
  requireShape(shape, 0)
  if (!(p > 0 && p < 1)) throw new RangeError(`gammaQuantile needs 0 < p < 1, got ${p}`)
  const upper = upperTail === p <= 0.5
  const tail = Math.min(p, 1 - p)
  const target = Math.log(tail)
  const part = (u: number) => tailOf(incompleteGamma(shape, Math.exp(u)), upper)
  const sign = upper ? 1 : -1
  const logX = solveMonotone({
    value: u => sign * (Math.log(part(u)) - target),
    slope: u => (-shape * poissonKernel(shape, Math.exp(u))) / part(u),
    start: startOf(tail, shape, upper),
    low: -740,
    high: 700,
  })
  return Math.exp(logX) * scale
}

function startOf(tail: number, shape: number, upper: boolean): number {
  const z = normalQuantile(tail, { upperTail: upper })
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))
  return root > 0.2 ? Math.log(shape * root ** 3) : Math.max(-700, Math.log(tail) / shape)
}

function tailOf(tails: { lower: number; upper: number }, upper: boolean): number {
  return upper ? tails.upper : tails.lower
}

function requireShape(shape: number, value: number): number {
  if (!(shape > 0)) throw new RangeError(`the gamma distribution needs a shape above 0, got ${shape}`)
  return value
}
