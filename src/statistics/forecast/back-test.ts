import type { DistrictForecaster } from './district-forecast.js'

export interface BackTest {
  /** Factor on the standard deviation of the logarithm. */
  inflation: number
  /** District forecasts of earlier years that were compared with what came. */
  forecasts: number
}

const YEAR = 365
const LEAST_HISTORY = 365
/** What is assumed before looking, and for how many forecasts it counts. */
const ASSUMED = 1
const ASSUMED_FORECASTS = 8
/** Without any earlier forecast to compare with. */
const UNTESTED = 1.3
const BOUNDS = [0.7, 3] as const
const FARTHEST = 4

export interface BackTestInput {
  cut: number
  end: number
  forecaster: DistrictForecaster
}

interface Series {
  counts: Float64Array
  usable: Uint8Array
}

/**
 * Makes the same forecast one and two years earlier, where a year of history lies before, and compares it with what
 * came: root mean square of the standardised log errors over districts, drawn towards 1. Two forecasts a district.
 */
export function backTest(series: readonly Series[], { cut, end, forecaster }: BackTestInput): BackTest {
  const errors = [1, 2]
    .map(back => ({ cut: cut - back * YEAR, end: end - back * YEAR }))
    .filter(span => span.cut >= LEAST_HISTORY && span.end <= cut)
    .flatMap(span => series.flatMap(row => standardisedError(row, span, forecaster)))
  if (errors.length === 0) return { inflation: UNTESTED, forecasts: 0 }
  const squares = errors.reduce((sum, z) => sum + Math.min(FARTHEST, Math.abs(z)) ** 2, 0)
  const variance = (squares + ASSUMED * ASSUMED_FORECASTS) / (errors.length + ASSUMED_FORECASTS)
  const inflation = Math.min(BOUNDS[1], Math.max(BOUNDS[0], Math.sqrt(variance)))
  return { inflation, forecasts: errors.length }
}

function standardisedError(
  row: Series,
  span: { cut: number; end: number },
  forecaster: DistrictForecaster,
): number[] {
  const forecast = forecaster(row, span)
  if (forecast === null) return []
  let [observed, expected] = [0, 0]
  for (let t = span.cut; t < span.end; t++) {
    if (row.usable[t] === 0) continue
    observed += row.counts[t]!
    expected += forecast.daily[t - span.cut]!
  }
  return expected > 0 ? [Math.log((observed + 0.5) / (expected + 0.5)) / forecast.logDeviation] : []
}
