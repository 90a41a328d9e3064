import { pauleMandel } from '../models/paule-mandel.js'
import type { LiftData } from './lift-data.js'
import { sumOver, type Prediction, type Predictor } from './predictor.js'

/** A district predicted as if it were exposed. */
export interface Rehearsal extends Prediction {
  district: number
  observed: number
}

export interface Drift {
  /** Variance τ² of the districts' own drift between before and window, on the log scale. */
  variance: number
  /** Variance of that estimate, for degrees of freedom. */
  uncertainty: number
  rehearsals: Rehearsal[]
}

/** Predicts each comparison district from the others. comparison² steps. */
export function rehearse(
  comparison: readonly number[],
  window: Float64Array,
  predict: Predictor,
): Rehearsal[] {
  return comparison.map(district => {
    const others = comparison.filter(j => j !== district)
    return { district, observed: window[district]!, ...predict([district], others) }
  })
}

/** As {@link rehearse} for M1, whose leave-one-out predictions have a closed form. comparison steps. */
export function rehearseFactors(
  { before, counted, window }: LiftData,
  comparison: readonly number[],
): Rehearsal[] {
  const all = {
    before: sumOver(before, comparison),
    counted: sumOver(counted, comparison),
    window: sumOver(window, comparison),
  }
  let squares = 0
  for (const j of comparison) squares += before[j]! ** 2
  return comparison.map(district => {
    const own = before[district]!
    const rest = all.before - own
    const restWindow = all.window - window[district]!
    const noise =
      1 / Math.max(0.5, counted[district]!) +
      1 / Math.max(0.5, restWindow) +
      1 / Math.max(0.5, all.counted - counted[district]!)
    const spread = Math.max(0, squares - own * own) / rest ** 2
    return { district, observed: window[district]!, expected: (own * restWindow) / rest, noise, spread }
  })
}

/**
 * Drift between districts: what leave-one-out predictions of the comparison districts miss beyond counting noise,
 * Σ (Y − E)² / (φ(E + E²·noise) + τ²E²(1 + spread)) = n − 1 (Paule & Mandel 1982). Most tools leave this out and are
 * too sure. n × 40 steps.
 */
export function estimateDrift(rehearsals: Rehearsal[], dispersion: number): Drift {
  const usable = rehearsals.filter(({ expected }) => expected > 0)
  const known = Float64Array.from(usable, r => dispersion * (r.expected + r.expected ** 2 * r.noise))
  const slopes = Float64Array.from(usable, r => r.expected ** 2 * (1 + r.spread))
  const squares = Float64Array.from(usable, r => (r.observed - r.expected) ** 2)
  const degrees = Math.max(1, usable.length - 1)
  const variance = pauleMandel({ squares, known, slopes, degrees })
  let information = 0
  for (let k = 0; k < usable.length; k++) information += slopes[k]! / (known[k]! + variance * slopes[k]!)
  return { variance, uncertainty: (2 * degrees) / information ** 2, rehearsals }
}
