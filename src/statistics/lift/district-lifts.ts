import { combineEffects } from '../models/random-effects.js'
import type { Interval } from '../refusal.js'
import type { LiftAnalysis } from './analysis.js'
import { testLift } from './inference.js'

/** One exposed district by itself. */
export interface DistrictLift {
  district: number
  observed: number
  expected: number
  lift: Interval
  p: number
  /** Lift and interval drawn towards those of the other exposed districts, so that the best is not luck. */
  shrunk: Interval
}

/** Half a registration: keeps logarithms of empty districts finite. */
const HALF = 0.5

/**
 * The lift of each exposed district, and the same partially pooled by random effects on log(1 + lift)
 * (models/random-effects.ts). The drift of a single district is in each interval. A district in
 * which nothing is expected, as nothing ever came, is left out. Exposed × one test each.
 */
export function estimateDistricts({ data, preparation, chosen }: LiftAnalysis): DistrictLift[] {
  const expecting = data.exposed
    .map(district => ({ district, prediction: chosen.forecast([district]) }))
    .filter(({ prediction }) => prediction.expected > 0)
  const single = expecting.map(({ district, prediction }) => {
    const observed = data.window[district]!
    const dispersion = preparation.dispersion.counting[district]!
    const test = testLift({ observed, prediction, dispersion, drift: chosen.drift })
    return {
      district,
      observed,
      expected: prediction.expected,
      lift: test.lift,
      p: test.p,
      error: test.standardError,
    }
  })
  const effects = single.map(({ observed, expected, error }) => ({
    effect: Math.log((observed + HALF) / (expected + HALF)),
    variance: error * error,
  }))
  const pooled = effects.length >= 2 ? combineEffects(effects) : null
  return single.map(({ error: _, ...row }, k) => {
    const shrunk = pooled?.ok === true ? asLift(pooled.shrunk[k]!) : row.lift
    return { ...row, shrunk }
  })
}

function asLift({ low, estimate, high }: Interval): Interval {
  return { low: Math.expm1(low), estimate: Math.expm1(estimate), high: Math.expm1(high) }
}
