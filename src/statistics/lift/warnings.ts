import type { ChecksInput, LiftChecks } from './checks.js'

export type LiftWarning =
  | 'earlier-window-differs'
  | 'trend-before'
  | 'level-step-before'
  | 'few-comparison-districts'
  | 'few-registrations-expected'
  | 'neighbours-moved'
  | 'one-comparison-decides'
  | 'methods-disagree'
  | 'districts-drift'
  | 'some-level-stepped'
  | 'movements-not-proportional'
  | 'irregular-counts'

const SUSPICIOUS = 0.05
const FEW_COMPARISON = 5
const FEW_REGISTRATIONS = 5
/** A step twice as large as comparison districts show. */
const LARGE_STEP = 2
/** Standard deviation of districts' own drift above which comparison by others says little. */
const LARGE_DRIFT = 0.15

/** Of any district's level; districts that only count keep below it 19 times in 20. */
const STEP_OF_ANY = 4.2
/** How far movements may be by number instead of in proportion to size. */
const BY_NUMBER = 0.2
/** Standard deviations above the mean beyond which people do not come one by one. */
const OUTSTANDING = 12

/** What in the checks casts doubt on an estimate, by name. Constant time. */
export function warningsOf(
  checks: Omit<LiftChecks, 'warnings'>,
  { preparation, factors, chosen }: ChecksInput,
): LiftWarning[] {
  const { earlierWindows: earlier, trendBefore: trend, leaveOneOut: out, spillOver: spill } = checks
  const { lift } = chosen.test
  const doubts: [boolean, LiftWarning][] = [
    [earlier.some(({ p }) => p < SUSPICIOUS / earlier.length), 'earlier-window-differs'],
    [trend.p < SUSPICIOUS, 'trend-before'],
    [trend.largestStep > LARGE_STEP, 'level-step-before'],
    [preparation.data.comparison.length < FEW_COMPARISON, 'few-comparison-districts'],
    [chosen.prediction.expected < FEW_REGISTRATIONS, 'few-registrations-expected'],
    [(spill?.among?.p ?? 1) < SUSPICIOUS, 'neighbours-moved'],
    [out.low < lift.low || out.high > lift.high, 'one-comparison-decides'],
    [disagree(factors.test.p, chosen.test.p), 'methods-disagree'],
    [Math.sqrt(chosen.drift.mean) > LARGE_DRIFT, 'districts-drift'],
    [checks.levelStep > STEP_OF_ANY, 'some-level-stepped'],
    [chosen.additive > BY_NUMBER, 'movements-not-proportional'],
    [checks.outstandingDay > OUTSTANDING, 'irregular-counts'],
  ]
  return doubts.filter(([is]) => is).map(([, warning]) => warning)
}

/** One method sees something, the other does not see even a hint. */
function disagree(one: number, other: number): boolean {
  return Math.min(one, other) < SUSPICIOUS && Math.max(one, other) > 2 * SUSPICIOUS
}
