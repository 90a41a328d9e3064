import { nelderMead } from '../numerics/nelder-mead.js'
import { solveSimplexRidge } from '../numerics/simplex.js'

export interface SyntheticControlInput {
  /** Outcomes of the exposed unit before, one per time. */
  target: Float64Array
  /** Outcomes of the comparison units before: times × units, row-major. */
  design: Float64Array
  units: number
  /** Weight of the distance from equal weights; default 0. */
  ridge?: number
}

/**
 * Weights of comparison units, all ≥ 0 with sum 1, whose mean follows the exposed unit's outcomes before most closely
 * (Abadie, Diamond & Hainmueller 2010, JASA 105:493), without predictors. Kept for checking against published cases
 * and for comparing methods on the bench; M3 uses what it taught. times × units² and some thousand rounds of units².
 */
export function syntheticControl({ target, design, units, ridge = 0 }: SyntheticControlInput): Float64Array {
  return solveSimplexRidge({ design, target, columns: units, ridge })
}

export interface PredictorInput {
  /** Predictors of the exposed unit. */
  target: Float64Array
  /** Predictors × units, row-major. */
  design: Float64Array
  units: number
  /** Outcomes before that decide how much each predictor matters. */
  outcomes: { target: Float64Array; design: Float64Array }
}

/**
 * The same with predictors, each divided by its standard deviation and weighed so that the resulting unit weights
 * follow the outcomes before most closely: the nested search of Abadie & Gardeazabal (2003, AER 93:113), from equal
 * and from sparse starting weights. Some thousand inner problems.
 */
export function syntheticControlByPredictors(input: PredictorInput): {
  weights: Float64Array
  importance: Float64Array
} {
  const scaled = standardise(input)
  const fit = (logs: Float64Array) => {
    const importance = shares(logs)
    const weights = weightsFor(scaled, importance)
    return { importance, weights, loss: outcomeLoss(input, weights) }
  }
  const predictors = input.target.length
  const starts = [new Float64Array(predictors)]
  for (let k = 0; k < predictors; k++)
    starts.push(new Float64Array(predictors).map((_, j) => (j === k ? 2 : 0)))
  const best = starts
    .map(start => ({ start, loss: fit(start).loss }))
    .toSorted((a, b) => a.loss - b.loss)
    .slice(0, 2)
    .map(({ start }) => nelderMead(logs => fit(logs).loss, start, { step: 1, tolerance: 1e-6 }))
    .reduce((a, b) => (b.value < a.value ? b : a))
  const { importance, weights } = fit(best.point)
  return { importance, weights }
}

/** Shares that sum to 1 from logarithms. */
function shares(logs: Float64Array): Float64Array {
  const largest = Math.max(...logs)
  const parts = logs.map(log => Math.exp(log - largest))
  const total = parts.reduce((sum, part) => sum + part, 0)
  return parts.map(part => part / total)
}

function standardise({
  target,
  design,
  units,
}: PredictorInput): PredictorInput['outcomes'] & { units: number } {
  const scaled = { target: target.slice(), design: design.slice(), units }
  for (let i = 0; i < target.length; i++) {
    const row = [target[i]!, ...design.subarray(i * units, (i + 1) * units)]
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length
    const deviation = Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (row.length - 1))
    if (deviation === 0) continue
    scaled.target[i]! /= deviation
    for (let j = 0; j < units; j++) scaled.design[i * units + j]! /= deviation
  }
  return scaled
}

function weightsFor(
  { target, design, units }: { target: Float64Array; design: Float64Array; units: number },
  importance: Float64Array,
): Float64Array {
  const roots = importance.map(Math.sqrt)
  return solveSimplexRidge({
    target: target.map((value, i) => value * roots[i]!),
    design: design.map((value, k) => value * roots[Math.floor(k / units)]!),
    columns: units,
    tolerance: 1e-7,
  })
}

function outcomeLoss({ outcomes: { target, design }, units }: PredictorInput, weights: Float64Array): number {
  let loss = 0
  for (let i = 0; i < target.length; i++) {
    let fitted = 0
    for (let j = 0; j < units; j++) fitted += weights[j]! * design[i * units + j]!
    loss += (target[i]! - fitted) ** 2
  }
  return loss / target.length
}
