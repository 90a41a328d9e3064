/** What a calibration finds out: figures with their Monte-Carlo errors and the gates they have to pass. */
import type {
  Calibration,
  CalibrationFigure,
  CalibrationSetting,
  Gate,
} from '../../../src/statistics/calibration-figures.js'

export type { Calibration, CalibrationFigure, CalibrationSetting, Gate }

/** A figure of one part, judged by its gate. */
export function figure(
  setting: CalibrationSetting,
  value: number,
  { error = null, trials, gate = null }: { error?: number | null; trials: number; gate?: Gate | null },
): CalibrationFigure {
  return { ...setting, value, error, trials, gate, met: gate === null ? null : meets(value, gate) }
}

/** A share of trials, with its binomial standard error. */
export function share(
  setting: CalibrationSetting,
  outcomes: readonly boolean[],
  gate: Gate | null = null,
): CalibrationFigure {
  const trials = outcomes.length
  const value = outcomes.filter(Boolean).length / Math.max(1, trials)
  return figure(setting, value, {
    error: Math.sqrt((value * (1 - value)) / Math.max(1, trials)),
    trials,
    gate,
  })
}

/** Root mean square of errors, with its standard error by the spread of their squares. */
export function rootMeanSquare(
  setting: CalibrationSetting,
  errors: readonly number[],
  gate: Gate | null = null,
): CalibrationFigure {
  const squares = errors.map(error => error * error)
  const mean = meanOf(squares)
  const spread = Math.sqrt(meanOf(squares.map(value => (value - mean) ** 2)) / errors.length)
  const value = Math.sqrt(mean)
  return figure(setting, value, { error: spread / (2 * Math.max(1e-12, value)), trials: errors.length, gate })
}

/** A mean with its standard error. */
export function average(
  setting: CalibrationSetting,
  values: readonly number[],
  gate: Gate | null = null,
): CalibrationFigure {
  const mean = meanOf(values)
  const spread = Math.sqrt(meanOf(values.map(value => (value - mean) ** 2)) / Math.max(1, values.length))
  return figure(setting, mean, { error: spread, trials: values.length, gate })
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function meets(value: number, { atLeast, atMost }: Gate): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)
}
