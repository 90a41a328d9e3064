import { solveLower } from '../numerics/cholesky.js'
import { meanAt, type Baseline } from './baseline.js'
import type { CalendarDesign } from './calendar-design.js'
import { followLevel, LEVEL_GUARD } from './local-level.js'
import { serialInflation } from './serial-inflation.js'
import type { BlockOfDays } from './settings.js'
import type { Expectation } from './windows.js'

const FAR = 2.58

export interface BlockToFill {
  design: CalendarDesign
  block: BlockOfDays
  /** Filled at places day − first. */
  into: { first: number; expectation: Expectation }
}

/**
 * Fills in what the baseline expects on days [start, end): calendar mean, local level, size, the relative variance
 * of the expected value (coefficients x′Σx and level) and the inflation of sums. Days of training × 20 steps.
 */
export function expectBlock(
  series: { counts: Float64Array; known: Uint8Array; usable: Uint8Array },
  baseline: Baseline,
  { design, block, into: { expectation, first } }: BlockToFill,
): void {
  const { start, end, training } = block
  const calendar = new Float64Array(end)
  for (let t = training.from; t < end; t++) calendar[t] = meanAt(design, baseline.coefficients, t)
  const { inverseSize } = baseline
  const { known } = series
  const followed = followLevel({
    ...series,
    calendar,
    inverseSize,
    from: training.from,
    to: end,
    learnTo: start,
  })
  const serial = inflation(series, baseline, { calendar, training })
  const regressors = new Float64Array(design.order)
  for (let t = start; t < end; t++) {
    const at = t - LEVEL_GUARD - training.from
    expectation.calendar[t - first] = calendar[t]!
    expectation.level[t - first] = Math.exp(followed.level[at]!)
    expectation.inverseSize[t - first] = inverseSize
    const variance = followed.variance[at]! + LEVEL_GUARD * followed.step
    expectation.uncertainty[t - first] = variance + varianceOfRow(design, baseline, { t, row: regressors })
    expectation.serial.forEach((row, which) => (row[t - first] = serial[which]!))
    expectation.known[t - first] = known[t]!
  }
}

/** The smoothed level of the days of training, so that calendar effects are learnt about a moving level. */
export function levelOffset(
  { counts, usable }: { counts: Float64Array; usable: Uint8Array },
  { coefficients, inverseSize }: Baseline,
  { design, from, to }: { design: CalendarDesign; from: number; to: number },
): { values: Float64Array; parameters: number } {
  const calendar = new Float64Array(to)
  for (let t = from; t < to; t++) calendar[t] = meanAt(design, coefficients, t)
  const followed = followLevel({ counts, usable, calendar, inverseSize, from, to, learnTo: to })
  const values = new Float64Array(to)
  values.set(followed.smooth, from)
  return { values, parameters: followed.parameters }
}

function inflation(
  { counts, usable }: { counts: Float64Array; usable: Uint8Array },
  { inverseSize }: Baseline,
  { calendar, training: { from, to } }: { calendar: Float64Array; training: { from: number; to: number } },
): number[] {
  const residuals = new Float64Array(to - from)
  for (let t = from; t < to; t++) {
    if (usable[t] === 0) continue
    const mean = calendar[t]!
    const residual = (counts[t]! - mean) / Math.sqrt(mean + inverseSize * mean * mean)
    residuals[t - from] = Math.min(FAR, residual)
  }
  return serialInflation(residuals, usable.subarray(from, to))
}

/** x′Σx, the variance of log μ on day t. */
function varianceOfRow(
  { starts, columns, values, order }: CalendarDesign,
  { factor }: Baseline,
  { t, row }: { t: number; row: Float64Array },
): number {
  row.fill(0)
  for (let k = starts[t]!; k < starts[t + 1]!; k++) row[columns[k]!] = values[k]!
  solveLower(factor, row, order)
  let sum = 0
  for (let j = 0; j < order; j++) sum += row[j]! ** 2
  return sum
}
