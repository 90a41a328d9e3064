const HALF_LOG_TWO_PI = 0.9189385332046728
const SHIFT_BELOW = 10

/** Bernoulli terms B₂ₖ / (2k(2k−1)) of the Stirling series. */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
] as const

/**
 * Logarithm of the gamma function for x > 0.
 * Stirling's series from 10 on, shifted upwards below (Abramowitz & Stegun 1964, 6.1.15 and 6.1.41).
 * Refuses x ≤ 0 and NaN with a RangeError. Constant time.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs a number above 0, got ${x}`)
  if (x === Infinity) return Infinity
  let shifted = x
  let product = 1
  while (shifted < SHIFT_BELOW) product *= shifted++
  const large = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingSeries(shifted)
  return product === 1 ? large : large - Math.log(product)
}

/**
 * What Stirling's formula for log Γ(x + 1) leaves out, x > 0: the δ(x) of Loader (2000), "Fast and accurate
 * computation of binomial probabilities". Taken apart so that densities of large counts keep full precision.
 */
export function stirlingError(x: number): number {
  if (x >= SHIFT_BELOW) return stirlingSeries(x)
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI
}

function stirlingSeries(x: number): number {
  const inverseSquare = 1 / (x * x)
  let sum = 0
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * inverseSquare + STIRLING[k]!
  return sum / x
}
