import { normalQuantile } from '../distributions/normal.js'
import { studentQuantile } from '../distributions/student.js'
import { refuse, type Interval, type Refusal } from '../refusal.js'
import { pauleMandel } from './paule-mandel.js'

/** One estimated effect and its variance. */
export interface Effect {
  effect: number
  variance: number
}

export interface CombinedEffects {
  ok: true
  /** Mean effect with the interval of Hartung & Knapp. */
  mean: Interval
  /** Variance of true effects between units. */
  between: number
  /** Where a new unit's effect would lie. */
  prediction: Interval
  /** Each effect drawn towards the mean by how little is known of it, with interval; in the order given. */
  shrunk: Interval[]
}

/**
 * Random-effects combination of estimated effects, for comparing outlets, media, dayparts or messages without ranking
 * luck: between-unit variance by Paule & Mandel (1982), mean with the interval of Hartung & Knapp (2001, Statistics in
 * Medicine 20:1771) that is never narrower than the classical one, empirical-Bayes shrinkage of each. Effects on a
 * scale where they add (log of 1 + lift). Refuses by name fewer than two effects; variances must be above 0
 * (RangeError). n × 40 steps.
 */
export function combineEffects(
  effects: readonly Effect[],
  { confidence = 0.95 } = {},
): CombinedEffects | Refusal {
  if (effects.length < 2) return refuse('too-few-effects', { have: effects.length, needed: 2 })
  for (const { effect, variance } of effects)
    if (!Number.isFinite(effect) || !(variance > 0) || variance === Infinity)
      throw new RangeError(`an effect needs a number and a variance above 0, got ${effect} and ${variance}`)
  const between = betweenVariance(effects)
  const { mean, weight } = weightedMean(effects, between)
  const degrees = effects.length - 1
  const squares = effects.reduce((sum, e) => sum + (e.effect - mean) ** 2 / (e.variance + between), 0)
  const far = studentQuantile((1 + confidence) / 2, degrees)
  const error = Math.sqrt(Math.max(1, squares / degrees) / weight)
  const side = (half: number): Interval => ({ low: mean - half, estimate: mean, high: mean + half })
  return {
    ok: true,
    mean: side(far * error),
    between,
    prediction: side(far * Math.sqrt(between + error * error)),
    shrunk: effects.map(effect => shrink(effect, { mean, between, error, confidence })),
  }
}

/** The Paule–Mandel variance, its mean re-estimated until both agree. */
function betweenVariance(effects: readonly Effect[]): number {
  const known = Float64Array.from(effects, ({ variance }) => variance)
  const slopes = new Float64Array(effects.length).fill(1)
  let between = 0
  for (let round = 0; round < 100; round++) {
    const { mean } = weightedMean(effects, between)
    const squares = Float64Array.from(effects, ({ effect }) => (effect - mean) ** 2)
    const next = pauleMandel({ squares, known, slopes, degrees: effects.length - 1 })
    const settled = Math.abs(next - between) <= 1e-12 * (next + 1e-12)
    between = next
    if (settled) break
  }
  return between
}

function weightedMean(effects: readonly Effect[], between: number): { mean: number; weight: number } {
  let [sum, weight] = [0, 0]
  for (const { effect, variance } of effects) {
    sum += effect / (variance + between)
    weight += 1 / (variance + between)
  }
  return { mean: sum / weight, weight }
}

/** Posterior of one true effect, the uncertainty of the mean included. */
function shrink(
  { effect, variance }: Effect,
  { mean, between, error, confidence }: { mean: number; between: number; error: number; confidence: number },
): Interval {
  const trust = between / (between + variance)
  const estimate = mean + trust * (effect - mean)
  const half =
    normalQuantile((1 + confidence) / 2) * Math.sqrt(trust * variance + (1 - trust) ** 2 * error * error)
  return { low: estimate - half, estimate, high: estimate + half }
}
