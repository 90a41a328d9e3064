import type { CellMask } from '../panel.js'
import type { Interval } from '../refusal.js'
import type { LiftOptions } from './options.js'

/** The same estimate for a time in which nothing was on air. */
export interface EarlierWindow {
  window: readonly [number, number]
  lift: Interval
  p: number
}

/** Most windows tried and fewest days that must lie before each. */
const MOST = 3
const LEAST_BEFORE = 28

/**
 * Placebo dates: up to three windows of the same length that end where the flight (or the window after) begins, with
 * as much history before them as there is. Windows in which an exposed district is masked are passed over. A passed
 * test is no proof (Roth 2022, AER: Insights 4:305); a failed one is a warning.
 */
export function earlierWindows(
  { window: [from, to], exposed, masked, active }: LiftOptions,
  estimate: (changes: Pick<LiftOptions, 'window' | 'active'>) => { lift: Interval; p: number } | null,
): EarlierWindow[] {
  const length = to - from
  const found: EarlierWindow[] = []
  for (let end = from; end - length >= LEAST_BEFORE && found.length < MOST; end -= length) {
    const window = [end - length, end] as const
    const clear = exposed.every(
      i => !(masked?.[i]?.subarray(window[0], window[1]).some(is => is !== 0) ?? false),
    )
    const moved = active === undefined ? {} : { active: earlier(active, to - end) }
    const result = clear ? estimate({ window, ...moved }) : null
    if (result !== null) found.push({ window, lift: result.lift, p: result.p })
  }
  return found
}

/** The same days of exposure, `by` days before. */
function earlier(active: CellMask, by: number): CellMask {
  return active.map(row => row.map((_, t) => row[t + by] ?? 0))
}
