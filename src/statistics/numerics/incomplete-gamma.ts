import { poissonKernel } from './deviance-part.js'

export interface Tails {
  lower: number
  upper: number
}

/**
 * Regularised incomplete gamma integrals P(a, x) and Q(a, x), a > 0, x ≥ 0; the smaller of the two keeps its
 * relative precision. Series below a + 1, continued fraction above (Abramowitz & Stegun 1964, 6.5.29 and
 * 6.5.31), with the factor of Loader (2000). Refuses NaN and a ≤ 0. About √a steps.
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`incompleteGamma needs a > 0 and x ≥ 0, got ${a} and ${x}`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  if (x < a + 1) {
    const lower = Math.min(1, poissonKernel(a, x) * series(a, x))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, poissonKernel(a, x) * a * continuedFraction(a, x))
  return { lower: 1 - upper, upper }
}

function series(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k)
    sum += term
  }
  return sum
}

/** Modified Lentz evaluation. */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let h = d
  for (let k = 1; k < 1e6; k++) {
    const an = -k * (k - a)
    b += 2
    d = 1 / nonZero(an * d + b)
    c = nonZero(b + an / c)
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return h
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}
