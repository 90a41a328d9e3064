import { filterLevel } from '../models/kalman-level.js'
import { solveLower } from '../numerics/cholesky.js'
import { baselineFitter, meanAt, type Baseline, type BaselineFitter } from '../spikes/baseline.js'
import type { CalendarDesign } from '../spikes/calendar-design.js'

/** Remaining registrations of one district: median, and standard deviation of their logarithm. */
export interface Remaining {
  median: number
  logDeviation: number
  /** The model's median by day − cut. */
  daily: Float64Array
  /** Observed over calendar − 1 by week before the cut; 0 where nothing is known. */
  weeks: Float64Array
}

export interface ForecastSpan {
  /** Days [cut, end) are forecast from the days before `cut`. */
  cut: number
  end: number
}

export type DistrictForecaster = (
  series: { counts: Float64Array; usable: Uint8Array },
  span: ForecastSpan,
) => Remaining | null

const WEEK = 7
const LONGEST_HISTORY = 1461
const LEAST_DAYS = 56
/** Standard deviations of the log level over a week that are tried; before looking 2.5 % is the likeliest. */
const WEEKLY_DEVIATIONS = [0.005, 0.01, 0.02, 0.03, 0.045, 0.07, 0.1] as const
const USUAL = Math.log(0.025)
const USUAL_SPREAD = 0.6
const START_VARIANCE = 0.02

/**
 * A function that forecasts the rest of a span for one district: calendar baseline (weekday, holidays, trend and
 * season with priors of 15 % a year and 30 %) times a weekly log level that wanders at a speed learnt from the series;
 * the variance of the logarithm adds level, wandering, coefficients and counts. Null with fewer than 56 usable days.
 * One baseline fit and seven filters.
 */
export function districtForecaster(design: CalendarDesign): DistrictForecaster {
  const fit = baselineFitter(design)
  return (series, span) => forecast(design, fit, { series, span })
}

interface Task {
  series: { counts: Float64Array; usable: Uint8Array }
  span: ForecastSpan
}

function forecast(
  design: CalendarDesign,
  fit: BaselineFitter,
  { series, span: { cut, end } }: Task,
): Remaining | null {
  const from = Math.max(0, cut - LONGEST_HISTORY)
  const days = series.usable.subarray(from, cut).reduce((sum, used) => sum + used, 0)
  if (days < LEAST_DAYS) return null
  const prior = { mean: new Float64Array(design.order), precision: design.precision }
  const baseline = fit({ ...series, from, to: cut }, prior)
  const calendar = new Float64Array(end)
  for (let t = from; t < end; t++) calendar[t] = meanAt(design, baseline.coefficients, t)
  const level = weeklyLevel(series, calendar, { from, cut, inverseSize: baseline.inverseSize })
  const daily = calendar.slice(cut, end).map(mean => mean * Math.exp(level.mean))
  const median = daily.reduce((sum, mean) => sum + mean, 0)
  const wandering = (level.step * (end - cut)) / WEEK / 3
  const counting =
    daily.reduce((sum, mean) => sum + mean + baseline.inverseSize * mean * mean, 0) / median ** 2
  const variance =
    level.variance + wandering + coefficientVariance(design, baseline, { daily, cut }) + counting
  return { median, logDeviation: Math.sqrt(variance), daily, weeks: level.weeks }
}

interface LevelTask {
  from: number
  cut: number
  inverseSize: number
}

/** Level at the cut, its variance and the variance it gains in a week, averaged over speeds by their likelihood. */
function weeklyLevel(
  series: { counts: Float64Array; usable: Uint8Array },
  calendar: Float64Array,
  task: LevelTask,
): { mean: number; variance: number; step: number; weeks: Float64Array } {
  const { values, variances } = weeklyRatios(series, calendar, task)
  const runs = WEEKLY_DEVIATIONS.map(weekly => {
    const run = filterLevel({
      values,
      variances,
      step: weekly ** 2,
      start: { mean: 0, variance: START_VARIANCE },
    })
    const unusual = (Math.log(weekly) - USUAL) / USUAL_SPREAD
    const last = values.length - 1
    return {
      weekly,
      mean: run.mean[last]!,
      variance: run.variance[last]!,
      log: run.logLikelihood - 0.5 * unusual ** 2,
    }
  })
  const best = Math.max(...runs.map(({ log }) => log))
  const total = runs.reduce((sum, { log }) => sum + Math.exp(log - best), 0)
  const average = (value: (run: (typeof runs)[number]) => number) =>
    runs.reduce((sum, run) => sum + (Math.exp(run.log - best) / total) * value(run), 0)
  const mean = average(run => run.mean)
  const variance = average(run => run.variance + (run.mean - mean) ** 2)
  return {
    mean: Math.log(Math.max(0.05, 1 + mean)),
    variance,
    step: average(run => run.weekly ** 2),
    weeks: values,
  }
}

/** Observed over calendar − 1 by week before the cut, with variance; Infinity where nothing is known. */
function weeklyRatios(
  { counts, usable }: { counts: Float64Array; usable: Uint8Array },
  calendar: Float64Array,
  { from, cut, inverseSize }: LevelTask,
): { values: Float64Array; variances: Float64Array } {
  const weeks = Math.floor((cut - from) / WEEK)
  const values = new Float64Array(weeks)
  const variances = new Float64Array(weeks).fill(Infinity)
  for (let w = 0; w < weeks; w++) {
    let [observed, expected, variance] = [0, 0, 0]
    const start = cut - WEEK * (weeks - w)
    for (let t = start; t < start + WEEK; t++) {
      if (usable[t] === 0) continue
      observed += counts[t]!
      expected += calendar[t]!
      variance += calendar[t]! + inverseSize * calendar[t]! ** 2
    }
    if (expected === 0) continue
    values[w] = observed / expected - 1
    variances[w] = variance / expected ** 2
  }
  return { values, variances }
}

/** x̄′Σx̄ for the mean row of the span; without the intercept, which the level stands for. */
function coefficientVariance(
  design: CalendarDesign,
  { factor }: Baseline,
  { daily, cut }: { daily: Float64Array; cut: number },
): number {
  const row = new Float64Array(design.order)
  const total = daily.reduce((sum, mean) => sum + mean, 0)
  for (let c = 0; c < daily.length; c++)
    for (let k = design.starts[cut + c]!; k < design.starts[cut + c + 1]!; k++)
      row[design.columns[k]!]! += (design.values[k]! * daily[c]!) / total
  row[0] = 0
  solveLower(factor, row, design.order)
  return row.reduce((sum, value) => sum + value * value, 0)
}
