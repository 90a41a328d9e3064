import { estimateLift } from '../../../../src/statistics/index.js'
import type { TestPanel } from '../panels/test-panel.js'
import { didOnIndex, didOnLevels } from './did.js'
import type { LiftAnswer, MethodName, Score } from './lift-answer.js'

export type Scores = Record<MethodName, Score>

/** All methods on one panel. `checks`: whether the product's own checks are asked too, five times as slow. */
export function scorePanel(panel: TestPanel, checks: boolean): Scores {
  const { counts, exposed, neighbours, window } = panel
  const known = counts.map(row => new Uint8Array(row.length).fill(1))
  const estimate = estimateLift(
    { counts, known, firstWeekday: 0 },
    { exposed, neighbours, window, checks, sets: 99 },
  )
  if (!estimate.ok) throw new Error(`refused: ${estimate.refusal}`)
  const { increment, lift, p, methods, checks: made } = estimate
  const M1 = methods.M1
  return {
    gaung: score(panel, { increment: increment.estimate, ...lift, p }, made?.warnings ?? null),
    M1: score(panel, { increment: M1.increment.estimate, ...M1.lift, p: M1.p }),
    'did-levels': score(panel, didOnLevels(panel)),
    'did-index': score(panel, didOnIndex(panel)),
  }
}

function score(
  { base, increment }: TestPanel,
  answer: LiftAnswer,
  warnings: readonly string[] | null = null,
): Score {
  const truth = increment / base
  return {
    error: (answer.increment - increment) / base,
    width: answer.high - answer.low,
    covered: answer.low <= truth && truth <= answer.high,
    p: answer.p,
    warnings,
  }
}
