import { choleskyInPlace, solveByCholesky } from '../numerics/cholesky.js'
import type { CalendarDesign } from './calendar-design.js'

/** A fitted log-linear negative-binomial baseline of one district. */
export interface Baseline {
  coefficients: Float64Array
  /** 1 / size of the negative binomial: variance = mean + inverseSize · mean². */
  inverseSize: number
  /** Cholesky factor of the information with the prior; its inverse is the covariance of the coefficients. */
  factor: Float64Array
  /** Days of the fit on which each column was other than 0. */
  support: Int32Array
}

export interface BaselineRows {
  counts: Float64Array
  /** 1 = the day may be learnt from. */
  usable: Uint8Array
  /** Known part of log μ by day, a level followed before, and the parameters it is worth; none when left out. */
  offset?: { values: Float64Array; parameters: number }
  from: number
  to: number
}

export type BaselinePrior = Record<'mean' | 'precision', Float64Array>

export type BaselineFitter = (rows: BaselineRows, prior: BaselinePrior, start?: Baseline) => Baseline

const ROUNDS_OF_WEIGHTS = 2
const FAR = 2.58
const MOST_STEPS = 40
const LEAST_INVERSE_SIZE = 1e-4
const MOST_INVERSE_SIZE = 10

/**
 * A function that fits the baseline log μ = calendar row · coefficients to the usable days [from, to) of a series by
 * iteratively re-weighted least squares for the negative binomial with a normal prior on the coefficients. Twice the
 * days far above (z > 2.58) are given the weight (2.58/z)² and the fit is repeated, so that past spikes do not hide
 * new ones (Noufaily et al. 2013, Statistics in Medicine 32:1206). The size solves
 * Σw (y−μ)²/(μ+μ²/θ) = Σw (1−p/n). Buffers are kept between calls. About ten steps of days × 30 multiplications.
 */
export function baselineFitter(design: CalendarDesign): BaselineFitter {
  const days = design.starts.length - 1
  const work: Work = {
    design,
    rows: new Int32Array(days),
    used: 0,
    offset: undefined,
    mean: new Float64Array(days),
    weight: new Float64Array(days),
    information: new Float64Array(design.order ** 2),
    score: new Float64Array(design.order),
  }
  return (rows, prior, start) => fit(work, rows, { prior, start })
}

interface Work {
  design: CalendarDesign
  rows: Int32Array
  used: number
  offset: Float64Array | undefined
  mean: Float64Array
  weight: Float64Array
  information: Float64Array
  score: Float64Array
}

function fit(
  work: Work,
  rows: BaselineRows,
  { prior, start }: { prior: BaselinePrior; start: Baseline | undefined },
): Baseline {
  const support = collectRows(work, rows)
  const columns = support.reduce((sum, days) => sum + (days > 0 ? 1 : 0), 0)
  const parameters = Math.min(work.used / 2, columns + (rows.offset?.parameters ?? 0))
  const coefficients = start?.coefficients.slice() ?? startingCoefficients(work, rows.counts, prior)
  work.offset = rows.offset?.values
  let inverseSize = start?.inverseSize ?? 0.05
  work.weight.fill(1)
  for (let round = 0; ; round++) {
    for (let step = 0; step < MOST_STEPS; step++)
      if (scoringStep(work, rows.counts, { coefficients, inverseSize, prior }) < 1e-7) break
    inverseSize = solveInverseSize(work, rows.counts, parameters)
    if (round === ROUNDS_OF_WEIGHTS) break
    weighDown(work, rows.counts, inverseSize)
  }
  return { coefficients, inverseSize, factor: work.information.slice(), support }
}

function collectRows(work: Work, { usable, from, to }: BaselineRows): Int32Array {
  const { starts, columns, order } = work.design
  const support = new Int32Array(order)
  work.used = 0
  for (let t = from; t < to; t++) {
    if (usable[t] === 0) continue
    work.rows[work.used++] = t
    for (let k = starts[t]!; k < starts[t + 1]!; k++) support[columns[k]!]!++
  }
  return support
}

function startingCoefficients(work: Work, counts: Float64Array, prior: BaselinePrior): Float64Array {
  const sum = work.rows.subarray(0, work.used).reduce((total, t) => total + counts[t]!, 0)
  const coefficients = prior.mean.slice()
  coefficients[0] = Math.log(sum / Math.max(1, work.used) + 0.1)
  return coefficients
}

interface Position {
  coefficients: Float64Array
  inverseSize: number
  prior: BaselinePrior
}

/** One Fisher scoring step; returns the largest change. The factor of the information is left in the work space. */
function scoringStep(
  work: Work,
  counts: Float64Array,
  { coefficients, inverseSize, prior }: Position,
): number {
  const { design, information, score } = work
  const { starts, columns, values, order } = design
  information.fill(0)
  score.fill(0)
  for (let r = 0; r < work.used; r++) {
    const t = work.rows[r]!
    const mean = meanAt(design, coefficients, t) * (work.offset === undefined ? 1 : Math.exp(work.offset[t]!))
    work.mean[r] = mean
    const share = work.weight[r]! / (1 + mean * inverseSize)
    const pull = share * (counts[t]! - mean)
    const weight = share * mean
    for (let a = starts[t]!; a < starts[t + 1]!; a++) {
      const row = columns[a]! * order
      score[columns[a]!]! += pull * values[a]!
      const scaled = weight * values[a]!
      for (let b = starts[t]!; b <= a; b++) information[row + columns[b]!]! += scaled * values[b]!
    }
  }
  for (let j = 0; j < order; j++) {
    information[j * order + j]! += prior.precision[j]!
    score[j]! -= prior.precision[j]! * (coefficients[j]! - prior.mean[j]!)
  }
  choleskyInPlace(information, order)
  solveByCholesky(information, score, order)
  let largest = 0
  for (let j = 0; j < order; j++) {
    const change = Math.max(-2, Math.min(2, score[j]!))
    coefficients[j]! += change
    largest = Math.max(largest, Math.abs(change))
  }
  return largest
}

/** Expected count on day t under the coefficients, without the local level. */
export function meanAt(design: CalendarDesign, coefficients: Float64Array, t: number): number {
  const { starts, columns, values } = design
  let sum = 0
  for (let k = starts[t]!; k < starts[t + 1]!; k++) sum += values[k]! * coefficients[columns[k]!]!
  return Math.exp(Math.max(-20, Math.min(20, sum)))
}

/** Newton from 0: the weighted Pearson sum falls and is convex in 1/θ, so the steps approach from one side. */
function solveInverseSize(work: Work, counts: Float64Array, parameters: number): number {
  let inverse = 0
  for (let step = 0; step < 30; step++) {
    let excess = 0
    let slope = 0
    for (let r = 0; r < work.used; r++) {
      const mean = work.mean[r]!
      const variance = mean + inverse * mean * mean
      const square = (work.weight[r]! * (counts[work.rows[r]!]! - mean) ** 2) / variance
      excess += square - work.weight[r]! * (1 - parameters / work.used)
      slope += (square * mean * mean) / variance
    }
    if (!(excess > 0) || slope === 0) break
    const change = excess / slope
    inverse += change
    if (change < 1e-6 * inverse || inverse > MOST_INVERSE_SIZE) break
  }
  return Math.min(MOST_INVERSE_SIZE, Math.max(LEAST_INVERSE_SIZE, inverse))
}

function weighDown(work: Work, counts: Float64Array, inverseSize: number): void {
  let total = 0
  for (let r = 0; r < work.used; r++) {
    const z = normalScore(counts[work.rows[r]!]!, work.mean[r]!, inverseSize)
    work.weight[r] = z > FAR ? (FAR / z) ** 2 : 1
    total += work.weight[r]!
  }
  for (let r = 0; r < work.used; r++) work.weight[r]! *= work.used / total
}

/** Nearly normal residual: the count as a gamma variate of the same mean, variance and skewness (Wilson & Hilferty 1931). */
function normalScore(count: number, mean: number, inverseSize: number): number {
  const deviation = Math.sqrt(mean + inverseSize * mean * mean)
  const root = (2 * deviation) / (1 + 2 * inverseSize * mean)
  const shifted = Math.max(0, 1 + (count - mean) / (deviation * root))
  return 3 * root * (Math.cbrt(shifted) - 1) + 1 / (3 * root)
}
