import { digamma, trigamma } from '../numerics/digamma.js'
import { leastSquares } from '../numerics/least-squares.js'

export interface CountRegressionInput {
  /** Whole counts ≥ 0, one per row. */
  counts: Float64Array
  /** Regressors, row-major rows × columns; an intercept is a column of ones. */
  design: Float64Array
  columns: number
  /** Known part of log mean by row. */
  offset?: Float64Array
  /** Prior weights by row, ≥ 0. */
  weights?: Float64Array
}

export interface CountRegression {
  coefficients: Float64Array
  /** Fitted means by row. */
  means: Float64Array
  deviance: number
  /** Pearson's X² over rows − rank: the quasi-Poisson dispersion. */
  dispersion: number
  rank: number
  rounds: number
}

const MOST_ROUNDS = 200
const TOLERANCE = 1e-12

/**
 * Log-linear regression of counts by iteratively re-weighted least squares (Nelder & Wedderburn 1972, JRSS A 135:370):
 * Poisson, or negative binomial of a given size (variance mean + mean²/size). Its `dispersion` makes it quasi-Poisson.
 * Columns that depend on others get coefficient 0. Refuses ragged shapes, counts that are not whole numbers ≥ 0 and
 * an empty input with a RangeError. Some ten rounds of rows × columns² multiplications.
 */
export function regressCounts(input: CountRegressionInput, { size = Infinity } = {}): CountRegression {
  checkRegression(input)
  const means = input.counts.map(count => Math.max(count, 0.1))
  let fit = weightedStep(input, means, size)
  for (let round = 2; ; round++) {
    const before = fit.coefficients
    fit = weightedStep(input, means, size)
    const { coefficients, rank } = fit
    if (!isSettled(coefficients, before) && round < MOST_ROUNDS) continue
    const deviance = devianceOf(input, means, size)
    const dispersion = pearson(input, means, { size, rank })
    return { coefficients, means, deviance, dispersion, rank, rounds: round }
  }
}

function isSettled(coefficients: Float64Array, before: Float64Array): boolean {
  return coefficients.every((value, j) => Math.abs(value - before[j]!) <= TOLERANCE * (1 + Math.abs(value)))
}

/**
 * Negative-binomial regression with the size estimated by maximum likelihood: {@link regressCounts} and Newton steps
 * for the size in turn (Venables & Ripley 2002, Modern Applied Statistics with S, 7.4). A size that runs off to
 * infinity (no overdispersion) is returned as Infinity.
 */
export function regressOverdispersed(input: CountRegressionInput): CountRegression & { size: number } {
  let fit = regressCounts(input)
  let size = estimateSize(input.counts, fit.means, { weights: input.weights })
  for (let round = 0; round < MOST_ROUNDS && size !== Infinity; round++) {
    fit = regressCounts(input, { size })
    const next = estimateSize(input.counts, fit.means, { weights: input.weights, start: size })
    const settled = Math.abs(next - size) <= 1e-12 * size
    size = next
    if (settled) break
  }
  return { ...fit, size }
}

const LARGEST_SIZE = 1e7

/** Maximum-likelihood size of the negative binomial given means; Infinity where counts vary no more than Poisson. */
export function estimateSize(
  counts: Float64Array,
  means: Float64Array,
  { weights, start }: { weights?: Float64Array | undefined; start?: number } = {},
): number {
  let size = start ?? startingSize(counts, means)
  for (let step = 0; step < 100; step++) {
    let [score, information] = [0, 0]
    for (let i = 0; i < counts.length; i++) {
      const [y, mean, weight] = [counts[i]!, means[i]!, weights?.[i] ?? 1]
      score +=
        weight *
        (digamma(size + y) - digamma(size) + Math.log(size / (size + mean)) + 1 - (y + size) / (mean + size))
      information -=
        weight *
        (trigamma(size + y) - trigamma(size) + 1 / size - 2 / (mean + size) + (y + size) / (mean + size) ** 2)
    }
    // On log size the steps are safe from zero; observed information may be negative far out, then climb
    const slope = score * size
    const curvature = information * size * size - slope
    const change = curvature > 0 ? Math.max(-2, Math.min(2, slope / curvature)) : Math.sign(slope)
    size *= Math.exp(change)
    if (size > LARGEST_SIZE) return Infinity
    if (Math.abs(change) < 1e-13) break
  }
  return size
}

function startingSize(counts: Float64Array, means: Float64Array): number {
  let [squares, excess] = [0, 0]
  for (let i = 0; i < counts.length; i++) {
    squares += means[i]! ** 2
    excess += (counts[i]! - means[i]!) ** 2 - means[i]!
  }
  return excess > 0 ? Math.max(1e-3, squares / excess) : 1e3
}

/** One weighted least squares step; leaves the new fitted means in `means`. */
function weightedStep(input: CountRegressionInput, means: Float64Array, size: number) {
  const { counts, design, columns, offset, weights } = input
  const rows = counts.length
  const scaled = new Float64Array(design.length)
  const response = new Float64Array(rows)
  for (let i = 0; i < rows; i++) {
    const mean = means[i]!
    const root = Math.sqrt(((weights?.[i] ?? 1) * mean) / (1 + mean / size))
    response[i] = root * (Math.log(mean) - (offset?.[i] ?? 0) + (counts[i]! - mean) / mean)
    for (let j = 0; j < columns; j++) scaled[i * columns + j] = root * design[i * columns + j]!
  }
  const fit = leastSquares(scaled, response, columns)
  for (let i = 0; i < rows; i++) {
    let log = offset?.[i] ?? 0
    for (let j = 0; j < columns; j++) log += design[i * columns + j]! * fit.coefficients[j]!
    means[i] = Math.exp(Math.max(-30, Math.min(30, log)))
  }
  return fit
}

function devianceOf({ counts, weights }: CountRegressionInput, means: Float64Array, size: number): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const [y, mean] = [counts[i]!, means[i]!]
    const full = y > 0 ? y * Math.log(y / mean) : 0
    const rest = size === Infinity ? y - mean : (y + size) * Math.log((y + size) / (mean + size))
    sum += 2 * (weights?.[i] ?? 1) * (full - rest)
  }
  return sum
}

function pearson(
  { counts, weights }: CountRegressionInput,
  means: Float64Array,
  { size, rank }: { size: number; rank: number },
): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const mean = means[i]!
    sum += ((weights?.[i] ?? 1) * (counts[i]! - mean) ** 2) / (mean + (mean * mean) / size)
  }
  return sum / Math.max(1, counts.length - rank)
}

function checkRegression({ counts, design, columns, offset, weights }: CountRegressionInput): void {
  const rows = counts.length
  if (rows === 0 || columns < 1) throw new RangeError('a regression needs at least one row and one column')
  if (design.length !== rows * columns) throw new RangeError('design must have one row per count')
  if ((offset ?? counts).length !== rows || (weights ?? counts).length !== rows)
    throw new RangeError('offset and weights must have one value per count')
  for (const value of design)
    if (!Number.isFinite(value)) throw new RangeError('the design holds a value that is not a number')
  for (const count of counts)
    if (!(count >= 0 && Number.isInteger(count)))
      throw new RangeError(`${count} is not a whole number of at least 0`)
}
