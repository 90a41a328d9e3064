import { normalQuantile } from '../distributions/normal.js'
import { checkMask, checkPanel, type CellMask, type HolidayFamily, type Panel } from '../panel.js'
import { randomStream } from '../random.js'
import type { Interval } from '../refusal.js'
import { calendarDesign } from '../spikes/calendar-design.js'
import { backTest, type BackTest } from './back-test.js'
import { districtForecaster, type Remaining } from './district-forecast.js'
import { sharedPart } from './shared-part.js'

/** What districts are taken to have in common where too few quarters are known. */
const UNKNOWN_SHARED = 0.5

export interface ForecastOptions {
  /** First day that is forecast; days before it are known as far as `known` says. */
  cut: number
  /** Day after the last one forecast; may lie beyond the panel. */
  end: number
  /** First day of the year, for totals; default `cut` (nothing so far). */
  since?: number
  holidays: readonly HolidayFamily[]
  /** Exposed and wash-out cells: not learnt from. */
  masked?: CellMask
  /** Confidence of the ranges; default .8. */
  confidence?: number
  /** Drawn paths for the total of all districts; default 1000. */
  paths?: number
  seed?: number
  /** Factor by which planned campaigns multiply each remaining day, by district; only for `withPlans`. */
  plans?: readonly Float64Array[]
}

export interface DistrictYearEnd {
  district: number
  /** Registrations known from `since` to the cut. */
  soFar: number
  /** Still to come, and the year's total; null with fewer than 56 usable days. */
  remaining: Interval | null
  total: Interval | null
  /** Median total if the planned campaigns work as planned: a scenario, not a forecast. */
  withPlans: number | null
}

export interface YearEndForecast {
  districts: DistrictYearEnd[]
  /** All districts that can be forecast together. */
  total: Interval
  soFar: number
  /** How well last year's forecasts at the same horizon did. */
  backTest: BackTest
}

/**
 * Year-end forecast per district and together, with ranges widened or narrowed by how far the same forecasts one (and
 * two) years earlier missed, pooled over districts. Districts share a shock as strongly as their quarterly deviations
 * have moved together. Days beyond the panel are allowed: only the calendar reaches there. Malformed input is refused
 * with a RangeError. Three baseline fits a district and `paths` draws.
 */
export function forecastYearEnd(panel: Panel, options: ForecastOptions): YearEndForecast {
  const shape = checkPanel(panel)
  const { cut, end, since = cut, seed = 1, paths = 1000, confidence = 0.8 } = options
  if (
    ![cut, end, since].every(Number.isInteger) ||
    cut < 1 ||
    cut > shape.days ||
    end <= cut ||
    since > cut ||
    since < 0
  )
    throw new RangeError(
      `a forecast needs whole days 0 ≤ since ≤ cut < end with data before cut, got ${since}, ${cut}, ${end}`,
    )
  if (options.masked !== undefined) checkMask(options.masked, shape, 'masked')
  const series = panel.counts.map((counts, i) => ({
    counts,
    usable: panel.known[i]!.map((is, t) => (is !== 0 && (options.masked?.[i]?.[t] ?? 0) === 0 ? 1 : 0)),
  }))
  const design = calendarDesign(Math.max(end, shape.days), panel.firstWeekday, {
    holidays: options.holidays,
    seasonal: true,
  })
  const forecaster = districtForecaster(design)
  const test = backTest(series, { cut, end, forecaster })
  const remaining = series.map(row => forecaster(row, { cut, end }))
  const far = normalQuantile((1 + confidence) / 2)
  const districts = remaining.map((rest, i) => {
    const soFar = knownSum(panel, i, { from: since, to: cut })
    return describeDistrict(rest, {
      district: i,
      soFar,
      far: far * test.inflation,
      plans: options.plans?.[i],
    })
  })
  const known = districts
    .filter(({ remaining: rest }) => rest !== null)
    .reduce((sum, { soFar }) => sum + soFar, 0)
  const drawn = drawTotals(remaining, { test, seed, paths, confidence })
  return { districts, total: shift(drawn, known), soFar: known, backTest: test }
}

function knownSum({ counts, known }: Panel, i: number, { from, to }: { from: number; to: number }): number {
  let sum = 0
  for (let t = from; t < to; t++) if (known[i]![t] !== 0) sum += counts[i]![t]!
  return sum
}

interface Description {
  district: number
  soFar: number
  /** Half width in standard deviations. */
  far: number
  plans: Float64Array | undefined
}

function describeDistrict(
  rest: Remaining | null,
  { district, soFar, far, plans }: Description,
): DistrictYearEnd {
  if (rest === null) return { district, soFar, remaining: null, total: null, withPlans: null }
  const { median, logDeviation, daily } = rest
  const half = far * logDeviation
  const remaining = { low: median * Math.exp(-half), estimate: median, high: median * Math.exp(half) }
  const planned =
    plans === undefined ? null : daily.reduce((sum, mean, c) => sum + mean * (plans[c] ?? 1), soFar)
  return { district, soFar, remaining, total: shift(remaining, soFar), withPlans: planned }
}

function shift({ low, estimate, high }: Interval, by: number): Interval {
  return { low: low + by, estimate: estimate + by, high: high + by }
}

/** Quantiles of the sum of log-normal districts with a shared shock. */
function drawTotals(
  remaining: readonly (Remaining | null)[],
  { test, seed, paths, confidence }: { test: BackTest; seed: number; paths: number; confidence: number },
): Interval {
  const stream = randomStream(seed, 3)
  const part = sharedPart(remaining.flatMap(rest => (rest === null ? [] : [rest.weeks]))) ?? UNKNOWN_SHARED
  const [shared, own] = [Math.sqrt(part), Math.sqrt(1 - part)]
  const totals = new Float64Array(paths)
  for (let path = 0; path < paths; path++) {
    const shock = stream.normal()
    for (const rest of remaining) {
      if (rest === null) continue
      const z = shared * shock + own * stream.normal()
      totals[path]! += rest.median * Math.exp(test.inflation * rest.logDeviation * z)
    }
  }
  totals.sort()
  const at = (p: number) => totals[Math.min(paths - 1, Math.floor(p * paths))] ?? 0
  return { low: at((1 - confidence) / 2), estimate: at(0.5), high: at((1 + confidence) / 2) }
}
