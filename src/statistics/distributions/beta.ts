import { incompleteBeta } from '../numerics/incomplete-beta.js'
import { binomialKernel } from '../numerics/deviance-part.js'
import { solveMonotone } from '../numerics/solve-monotone.js'

/** P(X ≤ x) of the beta distribution, a, b > 0. Refuses NaN. */
export function betaCdf(x: number, a: number, b: number): number {
  return incompleteBeta(Math.min(1, Math.max(0, x)), a, b).lower
}

/** P(X > x) of the beta distribution. */
export function betaUpper(x: number, a: number, b: number): number {
  return incompleteBeta(Math.min(1, Math.max(0, x)), a, b).upper
}

/**
 * Quantile of the beta distribution, 0 < p < 1; `upperTail` reads p as P(X > x). Safeguarded Newton on the logit
 * of x. Refuses p outside with a RangeError. Some ten evaluations of the incomplete beta integral.
 */
export function betaQuantile(p: number, a: number, b: number, { upperTail = false } = {}): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`betaQuantile needs 0 < p < 1, got ${p}`)
  const upper = upperTail === p <= 0.5
  const target = Math.log(Math.min(p, 1 - p))
  const sign = upper ? 1 : -1
  const part = (u: number) => {
    const { x, complement } = fromLogit(u)
    const tails = incompleteBeta(x, a, b, complement)
    return upper ? tails.upper : tails.lower
  }
  const logit = solveMonotone({
    value: u => sign * (Math.log(part(u)) - target),
    slope: u => -densityByLogit(u, a, b) / part(u),
    start: Math.log(a / b),
    low: -700,
    high: 700,
  })
  return fromLogit(logit).x
}

/** x·(1 − x) times the density at x. */
function densityByLogit(u: number, a: number, b: number): number {
  const { x, complement } = fromLogit(u)
  return (binomialKernel(a, b, x, complement) * a * b) / (a + b)
}

function fromLogit(u: number): { x: number; complement: number } {
  const small = Math.exp(-Math.abs(u))
  const near = 1 / (1 + small)
  const far = small / (1 + small)
  return u > 0 ? { x: near, complement: far } : { x: far, complement: near }
}
