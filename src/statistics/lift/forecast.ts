import { LEAST_SHARE } from './memory.js'
import type { World } from './worlds.js'

/** What a set of districts would have had in a stretch of days without the flight. */
export interface Prediction {
  expected: number
  /** Relative variance of `expected`: from the target's own level, and from the pool's counts and levels. */
  own: number
  pool: number
  /** Sums of squared weights of districts, own and of the pool: how much of one district's drift is in the difference. */
  ownSpread: number
  poolSpread: number
}

/** A stretch that is predicted: the window itself, or an earlier one. */
export interface Stretch {
  /** Place of its horizon in the worlds' forecasts. */
  horizon: number
  days: number
  /** Registrations by district on the days that count for it. */
  totals: Float64Array
  /** Share of the stretch that these days are, by district. */
  shares: Float64Array
}

export interface ForecastInput {
  /** Mean registrations a day by district. */
  means: Float64Array
  /** Variance of counts over mean by district. */
  dispersion: Float64Array
  pool: readonly number[]
  /** Variance τ² that the weights of comparison districts allow for; 0 = by size. */
  weightDrift: number
}

/** Predicts the total of some districts from those of the pool that are not left out, by default the target itself. */
export type Forecast = (target: readonly number[], without?: readonly number[]) => Prediction

/**
 * A function that predicts any set of districts in one stretch: their own past level times the common movement that
 * the pool shows in the stretch, averaged over the worlds. Leaving a district out of the pool takes constant time, so
 * that rehearsing on all comparison districts takes pool × worlds steps.
 */
export function forecastStretch(worlds: readonly World[], stretch: Stretch, input: ForecastInput): Forecast {
  const growths = worlds.map(world => poolGrowth(world, stretch, input))
  return (target, without = target) => {
    const parts = worlds.map((world, k) => predictIn(world, growths[k]!, { target, without, stretch, input }))
    const mean = (value: (part: Prediction) => number) =>
      worlds.reduce((sum, { weight }, k) => sum + weight * value(parts[k]!), 0)
    const expected = mean(part => part.expected)
    const square = Math.max(1e-12, expected * expected)
    return {
      expected,
      own: mean(part => part.own + (part.expected - expected) ** 2) / square,
      pool: mean(part => part.pool) / square,
      ownSpread: mean(part => part.ownSpread) / square,
      poolSpread: mean(part => part.poolSpread) / square,
    }
  }
}

/** Sums over the pool from which its common movement g follows by weighted least squares of y/level − 1 on sharing. */
interface PoolGrowth {
  /** By district: what it adds to each sum; 0 outside the pool. */
  numerator: Float64Array
  denominator: Float64Array
  noise: Float64Array
  squares: Float64Array
  totals: { numerator: number; denominator: number; noise: number; squares: number }
}

function poolGrowth(
  world: World,
  { horizon, days, totals, shares }: Stretch,
  input: ForecastInput,
): PoolGrowth {
  const { level, variance } = world.forecasts[horizon]!
  const rows = () => new Float64Array(input.means.length)
  const growth: PoolGrowth = {
    numerator: rows(),
    denominator: rows(),
    noise: rows(),
    squares: rows(),
    totals: { numerator: 0, denominator: 0, noise: 0, squares: 0 },
  }
  for (const j of input.pool) {
    const expected = levelOf(input.means[j]! * days * shares[j]!, level[j]!)
    if (!(expected > 0)) continue
    const sharing = world.sharing[j]!
    const weight = sharing / (1 / expected + input.weightDrift)
    growth.numerator[j] = weight * (totals[j]! / expected - 1)
    growth.denominator[j] = weight * sharing
    const counting = (input.dispersion[j]! * Math.max(totals[j]!, 0.5)) / expected ** 2
    growth.noise[j] = weight * weight * (counting + variance[j]!)
    growth.squares[j] = weight * weight
    growth.totals.numerator += growth.numerator[j]
    growth.totals.denominator += growth.denominator[j]
    growth.totals.noise += growth.noise[j]
    growth.totals.squares += growth.squares[j]
  }
  return growth
}

interface Question {
  target: readonly number[]
  without: readonly number[]
  stretch: Stretch
  input: ForecastInput
}

/** A prediction in one world; variances and spreads not yet relative. */
function predictIn(
  { sharing, forecasts }: World,
  growth: PoolGrowth,
  { target, without, stretch, input }: Question,
): Prediction {
  const sums = { ...growth.totals }
  for (const i of without) {
    sums.numerator -= growth.numerator[i]!
    sums.denominator -= growth.denominator[i]!
    sums.noise -= growth.noise[i]!
    sums.squares -= growth.squares[i]!
  }
  const movement = sums.numerator / sums.denominator
  const { level, variance } = forecasts[stretch.horizon]!
  let [expected, own, moved, ownSpread] = [0, 0, 0, 0]
  for (const i of target) {
    const base = levelOf(input.means[i]! * stretch.days * stretch.shares[i]!, level[i]!)
    const share = Math.max(LEAST_SHARE, 1 + sharing[i]! * movement)
    expected += base * share
    own += (base * share) ** 2 * variance[i]!
    ownSpread += (base * share) ** 2
    moved += base * sharing[i]!
  }
  const common = (moved / sums.denominator) ** 2
  const pool = Math.max(0, sums.noise) * common
  return { expected, own, pool, ownSpread, poolSpread: Math.max(0, sums.squares) * common }
}

/** A level never falls below a twentieth of the mean. */
function levelOf(usual: number, level: number): number {
  return usual * Math.max(0.05, 1 + level)
}
