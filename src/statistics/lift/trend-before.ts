import { studentTwoSided } from '../distributions/student.js'
import type { Blocks } from './blocks.js'

export interface TrendBefore {
  /** Growth of the exposed over the comparison districts before the window, share a week. */
  perWeek: number
  p: number
  /** Largest step between an earlier and a later stretch before the window, in its own standard deviations. */
  largestStep: number
}

/** Weeks that must lie on either side of a step. */
const SIDE = 3

/**
 * Whether the exposed districts were already on a way of their own: slope and largest step of the log ratio of exposed
 * to comparison, against the slopes and steps that the comparison districts show against each other.
 * comparison × weeks steps.
 */
export function trendBefore(
  blocks: Blocks,
  { exposed, comparison }: { exposed: readonly number[]; comparison: readonly number[] },
): TrendBefore {
  const whole = wholeWeeks(blocks)
  const pathOf = (target: readonly number[]) => {
    const others = comparison.filter(j => !target.includes(j))
    return logRatio(sumOf(blocks, target, whole), sumOf(blocks, others, whole))
  }
  const own = pathOf(exposed)
  const usual = comparison.map(j => pathOf([j]))
  const scale = Math.sqrt((1 / exposed.length + 1 / comparison.length) / (1 + 1 / comparison.length))
  const slope = slopeOf(own)
  const usualSlope = rootMeanSquare(usual.map(slopeOf)) * scale
  const usualStep = rootMeanSquare(usual.map(path => largestStep(path))) * scale
  const p = usualSlope > 0 ? studentTwoSided(slope / usualSlope, Math.max(1, comparison.length - 1)) : 1
  return { perWeek: Math.exp(slope) - 1, p, largestStep: usualStep > 0 ? largestStep(own) / usualStep : 0 }
}

function wholeWeeks({ days }: Blocks): number[] {
  return Array.from(days, (_, w) => w).filter(w => days[w] === 7)
}

function sumOf({ totals }: Blocks, places: readonly number[], weeks: readonly number[]): number[] {
  return weeks.map(w => places.reduce((sum, i) => sum + totals[i]![w]!, 0))
}

function logRatio(target: readonly number[], reference: readonly number[]): number[] {
  return target.map((value, w) => Math.log((value + 0.5) / (reference[w]! + 0.5)))
}

function slopeOf(path: readonly number[]): number {
  const middle = (path.length - 1) / 2
  let [products, squares] = [0, 0]
  path.forEach((value, w) => {
    products += (w - middle) * value
    squares += (w - middle) ** 2
  })
  return squares > 0 ? products / squares : 0
}

/** Largest difference of means before and after any week, weighed by how well it could be seen there. */
function largestStep(path: readonly number[]): number {
  let largest = 0
  for (let cut = SIDE; cut <= path.length - SIDE; cut++) {
    const difference = meanOf(path.slice(cut)) - meanOf(path.slice(0, cut))
    largest = Math.max(largest, Math.abs(difference) * Math.sqrt((cut * (path.length - cut)) / path.length))
  }
  return largest
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(meanOf(values.map(value => value * value)))
}
