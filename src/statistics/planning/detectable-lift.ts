import { HIGHEST_LIFT, LOWEST_LIFT, tailAt, type TailEvidence } from '../lift/inference.js'
import { solveMonotone } from '../numerics/solve-monotone.js'
import type { Panel } from '../panel.js'
import type { Refusal } from '../refusal.js'
import { planEvidence, type PlanOptions } from './plan-evidence.js'

export interface DetectableLift {
  ok: true
  /** Smallest lift that such a flight would show (p < 5 %) in four of five cases; 20 = none within reason. */
  smallest: number
  /** Registrations expected in the window without the flight. */
  expected: number
  /** Standard error of the lift if there is none. */
  standardError: number
  /** Chance of p < 5 % under each lift asked for. */
  power: { lift: number; chance: number }[]
  comparison: readonly number[]
}

const SIDE = 0.025
const WANTED_POWER = 0.8

/**
 * What a planned flight could show, from data before it only: the same predictions, noise and drift as
 * {@link estimateLift}, drift rehearsed on the last windows of the planned length. Above 50 % the advice is to join
 * districts, lengthen the flight or hold out more. Refuses by name as estimateLift does. 3 ms for 14 districts.
 */
export function smallestDetectableLift(panel: Panel, options: PlanOptions): DetectableLift | Refusal {
  const plan = planEvidence(panel, options)
  if (!plan.ok) return plan
  const { evidence, comparison } = plan
  const { expected } = evidence.prediction
  const bounds = criticalCounts(expected, evidence)
  const powerAt = (lift: number) => powerFor((1 + lift) * expected, bounds, evidence)
  const smallest = solveMonotone({
    value: lift => WANTED_POWER - powerAt(lift),
    start: 0.3,
    low: 0,
    high: HIGHEST_LIFT,
  })
  const power = (options.lifts ?? [0.1, 0.2, 0.4]).map(lift => ({ lift, chance: powerAt(lift) }))
  return { ok: true, smallest, expected, standardError: plan.standardError, power, comparison }
}

/** Counts at which "no lift" is just rejected. */
function criticalCounts(expected: number, evidence: TailEvidence): { low: number; high: number } {
  const at = (tail: number) =>
    solveMonotone({
      value: count => tailAt(count, expected, evidence) - tail,
      start: expected,
      low: (1 + LOWEST_LIFT) * expected,
      high: (1 + HIGHEST_LIFT) * expected,
    })
  return { low: at(1 - SIDE), high: at(SIDE) }
}

function powerFor(
  mean: number,
  { low, high }: { low: number; high: number },
  evidence: TailEvidence,
): number {
  return tailAt(high, mean, evidence) + 1 - tailAt(low, mean, evidence)
}
