import type { Blocks } from './blocks.js'

/** How districts are assumed to wander about the common movement. */
export interface Wandering {
  /** Variance of a district's relative level gained in a week (random walk). */
  step: number
  /** Variance of a district's own slope, relative change a week. */
  slope: number
}

/** Relative level of each district about its mean times the common movement, forecast for a stretch to come. */
export interface LevelForecast {
  level: Float64Array
  variance: Float64Array
}

/** A forecast is wanted from the blocks before `cut` for a stretch whose middle lies `ahead` weeks after the cut. */
export interface Horizon {
  cut: number
  ahead: number
}

export interface MemoryInput {
  blocks: Blocks
  /** Mean registrations a day by district. */
  means: Float64Array
  /** Variance of counts over mean by district. */
  dispersion: Float64Array
  movement: Float64Array
  /** How strongly each district shares the common movement. */
  sharing: Float64Array
}

/** Variance of a district's level before anything is known of it: wide open. */
const OPEN = 25
const LEAST_EXPECTED = 0.3
/** A block counted to less than this share says nothing. */
const LEAST_COUNTED = 0.2
/** A common movement never takes more than four fifths away. */
export const LEAST_SHARE = 0.2

/**
 * Kalman filter of every district's relative weekly residuals with a level that wanders and a slope of its own
 * (Durbin & Koopman 2012, Time Series Analysis by State Space Methods, 3.2), and the log-likelihood of all of them
 * together. Without wandering the forecast is the plain mean of the past. districts × weeks × 20 steps.
 */
export function rememberLevels(
  input: MemoryInput,
  wandering: Wandering,
  horizons: readonly Horizon[],
): { forecasts: LevelForecast[]; logLikelihood: number } {
  const districts = input.means.length
  const forecasts = horizons.map(() => ({
    level: new Float64Array(districts),
    variance: new Float64Array(districts),
  }))
  let logLikelihood = 0
  for (let i = 0; i < districts; i++)
    logLikelihood += filterDistrict(input, i, { wandering, horizons, forecasts })
  return { forecasts, logLikelihood }
}

interface Run {
  wandering: Wandering
  horizons: readonly Horizon[]
  forecasts: LevelForecast[]
}

function filterDistrict(input: MemoryInput, i: number, { wandering, horizons, forecasts }: Run): number {
  const { blocks, means, dispersion, movement, sharing } = input
  const middle = blocks.count / 2
  // State: level a and slope b with covariance [[aa, ab], [ab, bb]]; week w shows a + b·(w + 1 − middle)
  let [a, b, aa, ab, bb] = [0, 0, OPEN, 0, wandering.slope]
  let logLikelihood = 0
  for (let w = 0; w <= blocks.count; w++) {
    for (let h = 0; h < horizons.length; h++) {
      const { cut, ahead } = horizons[h]!
      if (cut !== w) continue
      const x = w + 0.5 + ahead - middle
      forecasts[h]!.level[i] = a + b * x
      forecasts[h]!.variance[i] = aa + 2 * x * ab + x * x * bb + wandering.step * ahead
    }
    if (w === blocks.count) break
    aa += wandering.step
    const share = blocks.counted[i]![w]!
    const expected = means[i]! * blocks.days[w]! * Math.max(LEAST_SHARE, 1 + sharing[i]! * movement[w]!)
    if (!(share > LEAST_COUNTED) || expected === 0) continue
    const x = w + 1 - middle
    const noise = dispersion[i]! / (Math.max(LEAST_EXPECTED, expected) * share)
    const gainA = aa + x * ab
    const gainB = ab + x * bb
    const total = gainA + x * gainB + noise
    const surprise = blocks.totals[i]![w]! / expected - 1 - a - b * x
    a += (gainA * surprise) / total
    b += (gainB * surprise) / total
    aa -= (gainA * gainA) / total
    ab -= (gainA * gainB) / total
    bb -= (gainB * gainB) / total
    logLikelihood -= 0.5 * (Math.log(total) + (surprise * surprise) / total)
  }
  return logLikelihood
}
