import { stirlingError } from './log-gamma.js'

/**
 * x·log(x/m) + m − x without cancellation when x is near m: the bd0 of Loader (2000), "Fast and accurate
 * computation of binomial probabilities". x ≥ 0, m > 0. At most a few dozen terms.
 */
export function deviancePart(x: number, m: number): number {
  if (x === 0) return m
  const difference = x - m
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference
  const v = difference / (x + m)
  const v2 = v * v
  let term = 2 * x * v
  let sum = difference * v
  for (let j = 3; ; j += 2) {
    term *= v2
    const next = sum + term / j
    if (next === sum) return sum
    sum = next
  }
}

/**
 * Γ(n+1) / (Γ(a+1) Γ(b+1)) · pᵃ qᵇ with n = a + b, a, b > 0 real, q = 1 − p given apart: the binomial
 * probability continued to real arguments (Loader 2000). The factor before incomplete beta integrals.
 */
export function binomialKernel(a: number, b: number, p: number, q: number): number {
  const n = a + b
  if (p <= 0 || q <= 0) return 0
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b)
  const exponent = errors - deviancePart(a, n * p) - deviancePart(b, n * q)
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b))
}

/** mˣ e⁻ᵐ / Γ(x+1) for real x > 0: the Poisson probability continued to real arguments (Loader 2000). */
export function poissonKernel(x: number, m: number): number {
  if (m <= 0) return 0
  return Math.exp(-stirlingError(x) - deviancePart(x, m)) / Math.sqrt(2 * Math.PI * x)
}
