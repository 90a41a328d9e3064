import { binomialKernel } from './deviance-part.js'
import type { Tails } from './incomplete-gamma.js'

/**
 * Regularised incomplete beta integrals Iₓ(a, b) and 1 − Iₓ(a, b); a, b > 0, 0 ≤ x ≤ 1; `complement` is 1 − x,
 * given apart where the caller knows it more precisely. Continued fraction (Abramowitz & Stegun 1964, 26.5.8)
 * with the factor of Loader (2000). Refuses NaN and arguments outside. About √max(a, b) steps.
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): Tails {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(complement >= 0) || x > 1)
    throw new RangeError(`incompleteBeta needs a, b > 0 and 0 ≤ x ≤ 1, got ${a}, ${b} and ${x}`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (complement === 0) return { lower: 1, upper: 0 }
  // aᵃ… of the beta function from the binomial kernel: 1 / B(a, b) = kernel · a·b / (a + b)
  const front = binomialKernel(a, b, x, complement) / (a + b)
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, front * b * continuedFraction(x, a, b))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, front * a * continuedFraction(complement, b, a))
  return { lower: 1 - upper, upper }
}

/** Modified Lentz evaluation. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < 1e6; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return h
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}
