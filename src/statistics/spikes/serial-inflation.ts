import { WINDOWS } from './combined-tail.js'

const SHORT_LAGS = 6
const SLOW_LAGS: readonly [number, number] = [15, 30]
/** What is assumed before looking, and for how many days of evidence it counts. */
const USUAL = 1.15
const USUAL_DAYS = 200

/**
 * By how much sums over each of WINDOWS of standardised residuals vary more than independent ones would, from the
 * autocorrelations at lags 1–6 beyond the slow part (lags 15–30), which the local level follows. `residuals` by day,
 * `usable` 1 where they count. Shrunk towards 1.15 while history is short; between 1 and 3. days × 20 steps.
 */
export function serialInflation(residuals: Float64Array, usable: Uint8Array): number[] {
  const days = usable.reduce((sum, used) => sum + used, 0)
  const slow = mean(SLOW_LAGS[0], SLOW_LAGS[1], lag => autocorrelation(residuals, usable, lag))
  const short = new Float64Array(SHORT_LAGS + 1)
  for (let lag = 1; lag <= SHORT_LAGS; lag++)
    short[lag] = (autocorrelation(residuals, usable, lag) - slow) / Math.max(0.2, 1 - slow)
  const inflation = (window: number) => {
    let sum = 1
    for (let lag = 1; lag < window; lag++) sum += 2 * (1 - lag / window) * short[lag]!
    const shrunk = (sum * days + USUAL * USUAL_DAYS) / (days + USUAL_DAYS)
    return Math.min(3, Math.max(1, shrunk))
  }
  return WINDOWS.map(window => (window === 1 ? 1 : inflation(window)))
}

function autocorrelation(residuals: Float64Array, usable: Uint8Array, lag: number): number {
  let products = 0
  let squares = 0
  for (let t = lag; t < residuals.length; t++) {
    if (usable[t] === 0 || usable[t - lag] === 0) continue
    products += residuals[t]! * residuals[t - lag]!
    squares += (residuals[t]! ** 2 + residuals[t - lag]! ** 2) / 2
  }
  return squares > 0 ? products / squares : 0
}

function mean(from: number, to: number, value: (lag: number) => number): number {
  let sum = 0
  for (let lag = from; lag <= to; lag++) sum += value(lag)
  return sum / (to - from + 1)
}
