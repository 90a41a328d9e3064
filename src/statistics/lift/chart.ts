import type { LiftData } from './lift-data.js'
import type { MethodResult } from './methods.js'

/** A stretch of days drawn as one point: days [from, to). */
export interface ChartPoint {
  from: number
  to: number
  observed: number
  /** What would have been expected without the flight. */
  counterfactual: number
  low: number
  high: number
}

/** Observed minus counterfactual, summed from the first day of the window to the end of `day`. */
export interface CumulativePoint {
  day: number
  difference: number
  low: number
  high: number
}

export interface LiftChart {
  /** One point a day, from the first day used to the last of the window. */
  days: ChartPoint[]
  /** Seven days a point, cut at the start of the window; stretches shorter than a week are left out. */
  weeks: ChartPoint[]
  cumulative: CumulativePoint[]
}

const FAR = 1.96

/**
 * Series to draw: the exposed districts together, their counterfactual and the 95 % band in which counts without a
 * flight would lie. Before the window the counterfactual is the fitted value. days × districts steps.
 */
export function liftChart(
  data: LiftData,
  { prediction, drift }: MethodResult,
  dispersion: number,
): LiftChart {
  const { start, length } = data
  const total = data.daily[0]!.length
  const edge = total - length
  const { own, pool, ownSpread, poolSpread } = prediction
  const relative = own + pool + drift.mean * (ownSpread + poolSpread)
  const counterfactual = counterfactualDays(data, prediction.expected)
  const point = (a: number, b: number): ChartPoint => {
    const [seen, mean] = [sumBetween(data.shown, a, b), sumBetween(counterfactual, a, b)]
    const half = FAR * Math.sqrt(dispersion * mean + (a >= edge ? relative : 0) * mean ** 2)
    const band = { low: Math.max(0, mean - half), high: mean + half }
    return { from: start + a, to: start + b, observed: seen, counterfactual: mean, ...band }
  }
  const days = Array.from({ length: total }, (_, c) => point(c, c + 1))
  const weeks = weekStarts(edge, total).map(c => point(c, c + 7))
  const cumulative = Array.from({ length }, (_, k): CumulativePoint => {
    const { observed: seen, counterfactual: mean, high } = point(edge, edge + k + 1)
    const [half, difference] = [high - mean, seen - mean]
    return { day: start + edge + k, difference, low: difference - half, high: difference + half }
  })
  return { days, weeks, cumulative }
}

/** Row factor × column factor; in the window scaled to what the method expects on the days that count. */
function counterfactualDays({ fit, exposed, share, length }: LiftData, expected: number): Float64Array {
  const own = exposed.reduce((sum, i) => sum + fit.rows[i]!, 0)
  const counted = exposed.reduce((sum, i) => sum + fit.rows[i]! * share[i]!, 0)
  const days = fit.columns.map(column => own * column)
  const edge = days.length - length
  const scale = (expected * own) / (counted * sumBetween(days, edge, days.length))
  for (let c = edge; c < days.length; c++) days[c]! *= scale
  return days
}

function weekStarts(edge: number, total: number): number[] {
  const starts: number[] = []
  for (let c = edge % 7; c + 7 <= edge; c += 7) starts.push(c)
  for (let c = edge; c + 7 <= total; c += 7) starts.push(c)
  return starts
}

function sumBetween(values: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let c = from; c < to; c++) sum += values[c]!
  return sum
}
