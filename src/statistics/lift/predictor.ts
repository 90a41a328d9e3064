import type { LiftData } from './lift-data.js'

/** What a set of districts would have had in the window without the flight. */
export interface Prediction {
  expected: number
  /** Relative variance that counting alone leaves in `expected`, per unit of dispersion. */
  noise: number
  /** Sum of squared weights of the comparison districts: how much of one district's drift stays in. */
  spread: number
}

export type Predictor = (target: readonly number[], pool: readonly number[]) => Prediction

/** Half a registration: keeps the precision of empty totals finite. */
const AT_LEAST = 0.5

/**
 * M1, imputation by factors: the target's registrations before the window times the growth of the pool as a whole,
 * which is the Poisson maximum likelihood of district × day. Districts in target + pool, constant time each.
 */
export function factorPredictor({ before, counted, window }: LiftData): Predictor {
  return (target, pool) => {
    const own = sumOver(before, target)
    const poolBefore = sumOver(before, pool)
    const poolWindow = sumOver(window, pool)
    const noise =
      1 / atLeast(sumOver(counted, target)) + 1 / atLeast(poolWindow) + 1 / atLeast(sumOver(counted, pool))
    let squares = 0
    for (const j of pool) squares += (before[j]! / poolBefore) ** 2
    return { expected: (own * poolWindow) / poolBefore, noise, spread: squares }
  }
}

/** Sum of squared shares of the districts of a target in its registrations before. */
export function ownSpread({ before }: LiftData, target: readonly number[]): number {
  const own = sumOver(before, target)
  let squares = 0
  for (const i of target) squares += (before[i]! / Math.max(AT_LEAST, own)) ** 2
  return squares
}

export function sumOver(values: Float64Array, places: readonly number[]): number {
  let sum = 0
  for (const place of places) sum += values[place]!
  return sum
}

function atLeast(value: number): number {
  return Math.max(AT_LEAST, value)
}
