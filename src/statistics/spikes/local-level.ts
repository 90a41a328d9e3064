import { gammaUpper } from '../distributions/gamma.js'
import { smoothLevel } from '../models/kalman-level.js'

/** A day is judged against the level of nine days before: late enough not to swallow the spike that is judged. */
export const LEVEL_GUARD = 9
const FAR = 2.58
/** Standard deviations of the log level over a week that are tried, and how likely they are before looking. */
const WEEKLY_DEVIATIONS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32] as const
const USUAL = Math.log(0.03)
const USUAL_SPREAD = 1
/** Scores of overlapping nine-day horizons say the same thing many times: they count for a tenth. */
const TEMPER = 0.1
const START_VARIANCE = 0.05

export interface LevelInput {
  counts: Float64Array
  /** 1 = the day may be learnt from. */
  usable: Uint8Array
  /** Calendar baseline by day. */
  calendar: Float64Array
  inverseSize: number
  /** Days [from, to) that are followed. */
  from: number
  to: number
  /** Days before this one decide how fast the level moves. */
  learnTo: number
}

export interface FollowedLevel {
  /** Log level by day − from, given the usable days up to and with it, and its variance. */
  level: Float64Array
  variance: Float64Array
  /** Log level by day − from, given all usable days before `learnTo`. */
  smooth: Float64Array
  /** Variance the log level gains in a day. */
  step: number
  /** Parameters the smoothed level is worth. */
  parameters: number
}

/**
 * Follows the level of a series about its calendar baseline: the log level is a random walk, each usable day pulls it
 * by the (cut) relative residual of a negative binomial, an extended Kalman filter (Durbin & Koopman 2012, ch. 10).
 * How fast it moves is chosen among six speeds by how well levels of nine days earlier predicted the history.
 * Days × 7 steps.
 */
export function followLevel(input: LevelInput): FollowedLevel {
  const runs = WEEKLY_DEVIATIONS.map(weekly => filter(input, weekly ** 2 / 7))
  const weights = plausibility(runs.map(({ score }) => score))
  const length = input.to - input.from
  const numbers = () => new Float64Array(length)
  const mixed = { level: numbers(), variance: numbers(), smooth: numbers(), step: 0, parameters: 0 }
  runs.forEach((run, r) => {
    const smooth = smoothLevel({ mean: run.level, variance: run.variance, logLikelihood: 0 }, run.step).mean
    for (let k = 0; k < length; k++) {
      mixed.level[k]! += weights[r]! * run.level[k]!
      mixed.smooth[k]! += weights[r]! * smooth[k]!
    }
    mixed.step += weights[r]! * run.step
    mixed.parameters += weights[r]! * run.parameters
  })
  runs.forEach((run, r) => {
    for (let k = 0; k < length; k++)
      mixed.variance[k]! += weights[r]! * (run.variance[k]! + (run.level[k]! - mixed.level[k]!) ** 2)
  })
  return mixed
}

/** Posterior weights of the speeds. */
function plausibility(scores: readonly number[]): number[] {
  const logs = scores.map((score, r) => {
    const unusual = (Math.log(WEEKLY_DEVIATIONS[r]!) - USUAL) / USUAL_SPREAD
    return TEMPER * score - 0.5 * unusual ** 2
  })
  const best = Math.max(...logs)
  const weights = logs.map(log => Math.exp(log - best))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map(weight => weight / total)
}

function filter(input: LevelInput, step: number): Run {
  const { counts, usable, calendar, inverseSize, from, to, learnTo } = input
  const level = new Float64Array(to - from)
  const variance = new Float64Array(to - from)
  let mean = 0
  let spread = START_VARIANCE
  let score = 0
  let parameters = 0
  for (let t = from; t < to; t++) {
    const k = t - from
    spread += step
    if (usable[t] === 1) {
      if (k >= LEVEL_GUARD && t < learnTo)
        score += logScore(counts[t]!, calendar[t]! * Math.exp(level[k - LEVEL_GUARD]!), {
          inverseSize,
          variance: variance[k - LEVEL_GUARD]! + LEVEL_GUARD * step,
        })
      const expected = calendar[t]! * Math.exp(mean)
      const noise = 1 / expected + inverseSize
      const residual = Math.min(FAR * Math.sqrt(noise), counts[t]! / expected - 1) + cutMean(noise)
      const gain = spread / (spread + noise)
      mean += gain * residual
      spread *= 1 - gain
      if (t < learnTo) parameters += gain / (2 - gain)
    }
    level[k] = mean
    variance[k] = spread
  }
  return { level, variance, step, parameters, score }
}

const CUT_MEANS = Float64Array.from({ length: 65 }, (_, k) => {
  const noise = noiseAt(k)
  const [shape, ceiling] = [1 / noise, 1 + FAR * Math.sqrt(noise)]
  return gammaUpper(ceiling, shape + 1, noise) - ceiling * gammaUpper(ceiling, shape, noise)
})

function noiseAt(k: number): number {
  return Math.exp(-8 + k / 6)
}

/** What cutting takes from the mean of a relative residual of this variance, as of a gamma variate; interpolated. */
function cutMean(noise: number): number {
  const at = Math.min(63.999, Math.max(0, 6 * (Math.log(noise) + 8)))
  const k = Math.floor(at)
  return CUT_MEANS[k]! + (at - k) * (CUT_MEANS[k + 1]! - CUT_MEANS[k]!)
}

interface Run {
  level: Float64Array
  variance: Float64Array
  step: number
  parameters: number
  score: number
}

/** Gaussian log density of a (cut) relative residual. */
function logScore(
  count: number,
  expected: number,
  { inverseSize, variance }: { inverseSize: number; variance: number },
): number {
  const total = 1 / expected + inverseSize + variance
  const residual = Math.min(FAR * Math.sqrt(total), count / expected - 1) + cutMean(total)
  return -0.5 * (Math.log(total) + (residual * residual) / total)
}
