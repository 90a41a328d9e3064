import { fitTwoWay, type TwoWayFit } from '../models/two-way-fit.js'
import type { Panel } from '../panel.js'
import { refuse, type Refusal } from '../refusal.js'
import { comparisonDistricts, LEAST_KNOWN_SHARE, usedCells } from './comparison.js'
import type { LiftSettings } from './options.js'

/**
 * What the estimators read: totals per district and days, cells before the window that are masked or not known filled
 * in with row factor × column factor of the two-way fit. By district of the panel unless said otherwise.
 */
export interface LiftData {
  ok: true
  exposed: readonly number[]
  comparison: readonly number[]
  /** Registrations before the window, filled. */
  before: Float64Array
  /** Registrations in the window on the days that count for the district. */
  window: Float64Array
  /** Share of the window, by what is expected, that these days are. */
  share: Float64Array
  /** Days of the window. */
  length: number
  /** First day used; all below by day − start. */
  start: number
  /** Counts, filled. */
  daily: readonly Float64Array[]
  /** 1 = the cell was learnt from. */
  use: readonly Uint8Array[]
  /** Counts of the exposed districts together as they were, days not known filled. */
  shown: Float64Array
  fit: TwoWayFit
}

const LEAST_COMPARISON = 3
const LEAST_WEEKS = 4

/**
 * Chooses the comparison districts and prepares their numbers. Refused by name: 'no-exposed-district',
 * 'too-little-history' (days), 'too-few-comparison-districts', 'window-not-known' (share), 'no-registrations-before',
 * 'no-registrations-to-compare'. districts × days × a few steps.
 */
export function liftData(panel: Panel, settings: LiftSettings): LiftData | Refusal {
  const { exposed, from, to, start } = settings
  if (exposed.length === 0) return refuse('no-exposed-district', { have: 0, needed: 1 })
  if (from - start < 7 * LEAST_WEEKS)
    return refuse('too-little-history', { have: from - start, needed: 7 * LEAST_WEEKS })
  const comparison = comparisonDistricts(panel, settings)
  if (comparison.length < LEAST_COMPARISON)
    return refuse('too-few-comparison-districts', { have: comparison.length, needed: LEAST_COMPARISON })
  const use = usedCells(panel, settings, new Set(comparison))
  const fit = fitTwoWay(panel.counts, use, { from: start, to })
  if (!exposed.some(i => fit.rows[i]! > 0)) return refuse('no-registrations-before', { have: 0, needed: 1 })
  const compared = comparedDays(use, comparison, settings)
  const known = knownShare(panel, settings, { fit, compared })
  if (known < LEAST_KNOWN_SHARE) return refuse('window-not-known', { have: known, needed: LEAST_KNOWN_SHARE })
  const data = gather(panel, settings, { use, fit, comparison, compared })
  const isExpected = exposed.some(i => fit.rows[i]! > 0 && data.share[i]! > 0)
  if (!isExpected || !comparison.some(i => data.window[i]! > 0))
    return refuse('no-registrations-to-compare', { have: 0, needed: 1 })
  return data
}

/** By day − start, 1 = at least one comparison district was counted; that it counted nobody is knowledge too. */
function comparedDays(
  use: readonly Uint8Array[],
  comparison: readonly number[],
  { start, to }: LiftSettings,
): Uint8Array {
  return Uint8Array.from({ length: to - start }, (_, c) =>
    comparison.some(i => use[i]![start + c] !== 0) ? 1 : 0,
  )
}

/** Share of the exposed cells, weighted by what is expected, that are known while some comparison is. */
function knownShare(
  { known }: Panel,
  settings: LiftSettings,
  { fit: { rows, columns }, compared }: { fit: TwoWayFit; compared: Uint8Array },
): number {
  const { exposed, from, to, start } = settings
  const usual = columns.reduce((sum, column) => sum + column, 0) / columns.length
  let [seen, all] = [0, 0]
  for (const i of exposed) {
    for (let t = from; t < to; t++) {
      if (!isActive(settings, i, t)) continue
      const expected = rows[i]! * (columns[t - start]! || usual)
      all += expected
      if (known[i]![t] !== 0 && compared[t - start] !== 0) seen += expected
    }
  }
  return all > 0 ? seen / all : 0
}

function isActive({ active }: LiftSettings, i: number, t: number): boolean {
  return active === undefined || active[i]![t] !== 0
}

interface Parts {
  use: readonly Uint8Array[]
  fit: TwoWayFit
  comparison: readonly number[]
  compared: Uint8Array
}

function gather(panel: Panel, settings: LiftSettings, { use, fit, comparison, compared }: Parts): LiftData {
  const { from, to, start, exposed, shape } = settings
  const daily = panel.counts.map((counts, i) =>
    counts
      .slice(start, to)
      .map((count, c) => (use[i]![start + c] === 0 ? fit.rows[i]! * fit.columns[c]! : count)),
  )
  const numbers = () => new Float64Array(shape.districts)
  const data: LiftData = {
    ok: true,
    exposed,
    comparison,
    before: numbers(),
    window: numbers(),
    share: numbers(),
    length: to - from,
    start,
    daily,
    use: use.map(row => row.subarray(start, to)),
    shown: shownDays(panel, settings, daily),
    fit,
  }
  const compares = new Set(comparison)
  for (let i = 0; i < shape.districts; i++) {
    for (let c = 0; c < from - start; c++) data.before[i]! += daily[i]![c]!
    const counts = (t: number) =>
      compares.has(i) ? use[i]![t] !== 0 : panel.known[i]![t] !== 0 && isActive(settings, i, t)
    sumWindow(panel.counts[i]!, settings, { data, i, compared, counts })
  }
  return data
}

interface WindowSum {
  data: LiftData
  i: number
  compared: Uint8Array
  /** Whether day t counts for the district. */
  counts: (t: number) => boolean
}

function sumWindow(
  row: Float64Array,
  { from, to, start }: LiftSettings,
  { data, i, compared, counts }: WindowSum,
): void {
  let [all, counted] = [0, 0]
  for (let t = from; t < to; t++) {
    const column = data.fit.columns[t - start]!
    all += column
    if (compared[t - start] === 0 || !counts(t)) continue
    counted += column
    data.window[i]! += row[t]!
  }
  data.share[i] = all > 0 ? counted / all : 0
}

function shownDays(
  { counts, known }: Panel,
  { exposed, start }: LiftSettings,
  daily: readonly Float64Array[],
): Float64Array {
  const shown = new Float64Array(daily[0]!.length)
  for (const i of exposed)
    for (let c = 0; c < shown.length; c++)
      shown[c]! += known[i]![start + c] === 0 ? daily[i]![c]! : counts[i]![start + c]!
  return shown
}
