import { binomialKernel, poissonKernel } from '../numerics/deviance-part.js'
import { incompleteBeta } from '../numerics/incomplete-beta.js'
import { incompleteGamma } from '../numerics/incomplete-gamma.js'
import { normalQuantile } from './normal.js'

/**
 * The negative binomial by its mean (≥ 0) and size (> 0, real; Infinity gives the Poisson distribution): variance
 * mean + mean² / size. Counts y are whole numbers. Every function refuses NaN, a negative mean and a size that is
 * not above 0 with a RangeError.
 */

/** P(Y = y), to full relative precision (Loader 2000, see deviance-part.ts). Constant time. */
export function negativeBinomialProbability(y: number, mean: number, size: number): number {
  requireMeanAndSize(mean, size)
  if (y < 0 || !Number.isInteger(y)) return 0
  if (mean === 0) return y === 0 ? 1 : 0
  if (size === Infinity) return y === 0 ? Math.exp(-mean) : poissonKernel(y, mean)
  if (y === 0) return Math.exp(-size * Math.log1p(mean / size))
  const total = size + mean
  return (size / (size + y)) * binomialKernel(size, y, size / total, mean / total)
}

/** P(Y ≤ y). Incomplete beta integral; see {@link negativeBinomialUpper}. */
export function negativeBinomialCdf(y: number, mean: number, size: number): number {
  return tails(y + 1, mean, size).below
}

/**
 * P(Y ≥ y), with full relative precision however small: the chance of at least y registrations under the baseline.
 * Summed term by term while that is short (y or the terms above it ≤ 200), by the incomplete beta integral else.
 */
export function negativeBinomialUpper(y: number, mean: number, size: number): number {
  return tails(y, mean, size).atLeast
}

/**
 * Smallest y with P(Y ≤ y) ≥ p, 0 < p < 1. Cornish–Fisher start, then steps along the probabilities.
 * Refuses p outside with a RangeError. About as many steps as the start is wrong by.
 */
export function negativeBinomialQuantile(p: number, mean: number, size: number): number {
  requireMeanAndSize(mean, size)
  if (!(p > 0 && p < 1)) throw new RangeError(`negativeBinomialQuantile needs 0 < p < 1, got ${p}`)
  if (mean === 0) return 0
  const start = cornishFisher(p, mean, size)
  return p <= 0.5 ? byLowerTail(p, start, { mean, size }) : byUpperTail(1 - p, start, { mean, size })
}

interface MeanAndSize {
  mean: number
  size: number
}

/** Room for the rounding of tails that should equal p exactly. */
const FUZZ = 64 * Number.EPSILON

function byLowerTail(p: number, start: number, { mean, size }: MeanAndSize): number {
  let y = start
  let below = negativeBinomialCdf(y, mean, size)
  while (below < p * (1 - FUZZ)) below += negativeBinomialProbability(++y, mean, size)
  for (; y > 0; y--) {
    const next = below - negativeBinomialProbability(y, mean, size)
    if (next < p * (1 - FUZZ)) break
    below = next
  }
  return y
}

/** Smallest y with P(Y > y) ≤ tail. */
function byUpperTail(tail: number, start: number, { mean, size }: MeanAndSize): number {
  let y = start
  let above = negativeBinomialUpper(y + 1, mean, size)
  while (above > tail * (1 + FUZZ)) above = negativeBinomialUpper(++y + 1, mean, size)
  for (; y > 0; y--) {
    const next = above + negativeBinomialProbability(y, mean, size)
    if (next > tail * (1 + FUZZ)) break
    above = next
  }
  return y
}

function cornishFisher(p: number, mean: number, size: number): number {
  const variance = mean + (mean * mean) / size
  const deviation = Math.sqrt(variance)
  const skewness = (1 + (2 * mean) / size) / deviation
  const z = normalQuantile(p)
  return Math.max(0, Math.floor(mean + deviation * (z + (skewness * (z * z - 1)) / 6) + 0.5))
}

const LONGEST_SUM = 200

/** P(Y < y) and P(Y ≥ y). */
function tails(y: number, mean: number, size: number): { below: number; atLeast: number } {
  requireMeanAndSize(mean, size)
  if (Number.isNaN(y)) throw new RangeError('a count must be a number, got NaN')
  const count = Math.ceil(y)
  if (count <= 0) return { below: 0, atLeast: 1 }
  if (mean === 0) return { below: 1, atLeast: 0 }
  if (count > mean) {
    const summed = sumUpwards(count, mean, size)
    if (summed !== undefined) return { below: 1 - summed, atLeast: summed }
  } else if (count <= LONGEST_SUM) {
    const below = sumDownwards(count - 1, mean, size)
    return { below, atLeast: 1 - below }
  }
  return byIntegral(count, mean, size)
}

function sumUpwards(from: number, mean: number, size: number): number | undefined {
  let term = negativeBinomialProbability(from, mean, size)
  let sum = term
  const odds = size === Infinity ? mean : mean / (size + mean)
  for (let y = from; y < from + LONGEST_SUM; y++) {
    term *= size === Infinity ? odds / (y + 1) : ((y + size) / (y + 1)) * odds
    sum += term
    if (term <= sum * 1e-18) return sum
  }
  return undefined
}

function sumDownwards(from: number, mean: number, size: number): number {
  let term = negativeBinomialProbability(from, mean, size)
  let sum = term
  const odds = size === Infinity ? mean : mean / (size + mean)
  for (let y = from; y > 0 && term > sum * 1e-18; y--) {
    term /= size === Infinity ? odds / y : ((y - 1 + size) / y) * odds
    sum += term
  }
  return Math.min(1, sum)
}

function byIntegral(count: number, mean: number, size: number): { below: number; atLeast: number } {
  if (size === Infinity) {
    const poisson = incompleteGamma(count, mean)
    return { below: poisson.upper, atLeast: poisson.lower }
  }
  const beta = incompleteBeta(size / (size + mean), size, count, mean / (size + mean))
  return { below: beta.lower, atLeast: beta.upper }
}

function requireMeanAndSize(mean: number, size: number): void {
  if (!(mean >= 0) || mean === Infinity || !(size > 0))
    throw new RangeError(`the negative binomial needs a mean ≥ 0 and a size > 0, got ${mean} and ${size}`)
}
