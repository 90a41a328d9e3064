import { fitTwoWay } from '../models/two-way-fit.js'
import { checkPanel, checkSpan, type Panel } from '../panel.js'
import { refuse, type Refusal } from '../refusal.js'

export interface RandomisationOptions {
  /** Districts that took part (rows of the panel), in the order of the plans. */
  districts: readonly number[]
  /** First day of each wave; days before the first and after `to` are not used. */
  starts: readonly number[]
  from: number
  to: number
  /** Every plan that could have been drawn: wave of each district. */
  admissible: readonly Int32Array[]
  /** Place of the plan that was. */
  chosen: number
}

export interface RandomisationResult {
  ok: true
  /** Two-sided p-value of the design itself: share of plans at least as extreme, the true one included. */
  p: number
  /** Registrations beyond expectation on exposed district-days, and what plans give on average. */
  statistic: number
  average: number
  plans: number
}

const FEWEST_PLANS = 20

/**
 * Re-randomisation test for starts drawn by fair coin: with no effect for anyone, which district started when cannot
 * matter to its counts. Statistic: residuals of district × day (fitted to all cells, as "no effect" allows) summed over
 * the cells that a plan exposes; exact whatever the counts do (Fisher; Imbens & Rubin 2015, Causal Inference, ch. 5).
 * Refuses by name fewer than 20 plans or none registered. Plans × districts × waves after one fit.
 */
export function randomisationTest(
  panel: Panel,
  options: RandomisationOptions,
): RandomisationResult | Refusal {
  const { days } = checkPanel(panel)
  checkSpan(options.from, options.to, days)
  const { admissible, chosen } = options
  if (admissible.length < FEWEST_PLANS)
    return refuse('too-few-plans', { have: admissible.length, needed: FEWEST_PLANS })
  const sums = sumsFromStart(panel, options)
  if (sums === null) return refuse('no-registrations-before', { have: 0, needed: 1 })
  const statistics = Float64Array.from(admissible, plan => {
    let sum = 0
    plan.forEach((wave, k) => (sum += sums[k]![wave]!))
    return sum
  })
  const average = statistics.reduce((sum, value) => sum + value, 0) / statistics.length
  const distance = Math.abs(statistics[chosen]! - average)
  const extreme = statistics.filter(value => Math.abs(value - average) >= distance * (1 - 1e-12)).length
  return {
    ok: true,
    p: extreme / statistics.length,
    statistic: statistics[chosen]!,
    average,
    plans: statistics.length,
  }
}

/** By district and wave: residuals from the wave's start on; null when nothing was registered. */
function sumsFromStart(
  panel: Panel,
  { districts, starts, from, to }: RandomisationOptions,
): Float64Array[] | null {
  const counts = districts.map(i => panel.counts[i]!)
  const known = districts.map(i => panel.known[i]!)
  const { rows, columns } = fitTwoWay(counts, known, { from, to })
  if (rows.every(row => row === 0)) return null
  return counts.map((row, k) =>
    Float64Array.from(starts, start => {
      let sum = 0
      for (let t = Math.max(from, start); t < to; t++)
        if (known[k]![t] !== 0) sum += row[t]! - rows[k]! * columns[t - from]!
      return sum
    }),
  )
}
