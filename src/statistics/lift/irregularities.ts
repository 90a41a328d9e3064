import type { Panel } from '../panel.js'
import { commonMovement, meansOf, type Blocks } from './blocks.js'
import type { LiftData } from './lift-data.js'

/** Weeks that must lie on either side of a step. */
const SIDE = 3
const LEAST_EXPECTED = 1

/**
 * Largest step of any district's own level before the window, in standard deviations of its weekly counts: the
 * difference of means before and after any week, about the common movement. The noise is taken from differences of
 * neighbouring weeks, pooled over districts, which a step hardly touches (von Neumann 1941, Annals Math. Stat. 12:367).
 * 0 where history is too short. districts × weeks² steps.
 */
export function largestLevelStep(blocks: Blocks, districts: readonly number[]): number {
  const paths = residualPaths(blocks, districts)
  let [squares, differences] = [0, 0]
  for (const path of paths)
    for (let w = 1; w < path.length; w++) {
      squares += (path[w]! - path[w - 1]!) ** 2 / 2
      differences++
    }
  if (!(squares > 0)) return 0
  return paths.reduce((most, path) => Math.max(most, stepOf(path)), 0) / Math.sqrt(squares / differences)
}

/** Pearson residuals of whole weeks about district mean × common movement. */
function residualPaths(blocks: Blocks, districts: readonly number[]): number[][] {
  const means = meansOf(blocks)
  const movement = commonMovement(blocks, districts)
  const weeks = Array.from(blocks.days, (_, w) => w).filter(w => blocks.days[w] === 7)
  return districts.flatMap(i => {
    if (!(7 * means[i]! >= LEAST_EXPECTED)) return []
    return [
      weeks.map(w => {
        const expected = 7 * means[i]! * Math.max(0.2, 1 + movement[w]!)
        return (blocks.totals[i]![w]! - expected) / Math.sqrt(expected)
      }),
    ]
  })
}

function stepOf(path: readonly number[]): number {
  const total = path.reduce((sum, value) => sum + value, 0)
  let [largest, before] = [0, 0]
  path.forEach((value, w) => {
    const cut = w + 1
    const after = path.length - cut
    before += value
    if (cut < SIDE || after < SIDE) return
    const difference = before / cut - (total - before) / after
    largest = Math.max(largest, Math.abs(difference) * Math.sqrt((cut * after) / path.length))
  })
  return largest
}

/** Inverse size of a negative binomial that allows for weekdays, holidays and common movements of any day. */
const USUAL_SPREAD = 1 / 6

/**
 * How far the most outstanding day of any district lies above its mean, in generous standard deviations: people come
 * one by one and seldom beyond eight, firms' lots come at once. Of the days that are learnt from or judged. districts × days steps.
 */
export function mostOutstandingDay(panel: Panel, data: LiftData): number {
  const { exposed, comparison, start, daily, use } = data
  const judged = new Set(exposed)
  let most = 0
  for (const i of [...exposed, ...comparison]) {
    const length = daily[i]!.length
    const mean = daily[i]!.reduce((sum, count) => sum + count, 0) / length
    const deviation = Math.sqrt(mean + USUAL_SPREAD * mean * mean)
    if (deviation === 0) continue
    for (let c = 0; c < length; c++) {
      const isJudged = judged.has(i) && c >= length - data.length && panel.known[i]![start + c] !== 0
      if (isJudged || use[i]![c] !== 0)
        most = Math.max(most, (panel.counts[i]![start + c]! - mean) / deviation)
    }
  }
  return most
}
