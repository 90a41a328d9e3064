import { fitTwoWay } from '../models/two-way-fit.js'
import type { Panel } from '../panel.js'
import { refuse, type Refusal } from '../refusal.js'
import type { LiftSettings } from './options.js'

/**
 * What the estimators read: totals and weeks per district, cells that are masked or not known filled in with row
 * factor × column factor of the two-way fit. By district of the panel unless said otherwise.
 */
export interface LiftData {
  ok: true
  exposed: readonly number[]
  comparison: readonly number[]
  /** Registrations before the window, filled. */
  before: Float64Array
  /** Registrations in the window; days not known filled in at the level of the known ones. */
  window: Float64Array
  /** Registrations in the window on days really counted. */
  observed: Float64Array
  /** Days of the window. */
  length: number
  /** First day used; the next two by day − start. */
  start: number
  /** Counts, filled. */
  daily: readonly Float64Array[]
  /** 1 = the cell was learnt from. */
  use: readonly Uint8Array[]
  /** Counts of the exposed districts together as they were, days not known filled. */
  shown: Float64Array
  fit: { rows: Float64Array; columns: Float64Array }
}

const LEAST_COMPARISON = 3
const LEAST_WEEKS = 4
const LEAST_KNOWN_SHARE = 0.8

/**
 * Chooses the comparison districts and prepares their numbers. Comparison: neither exposed nor excluded, no masked
 * day in the window, at least 80 % of it known, some registrations before. Refused by name: 'no-exposed-district',
 * 'too-little-history' (days), 'window-not-known' (share), 'too-few-comparison-districts', 'no-registrations-before',
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
  const share = knownShare(panel, settings, fit)
  if (share < LEAST_KNOWN_SHARE) return refuse('window-not-known', { have: share, needed: LEAST_KNOWN_SHARE })
  const daily = panel.counts.map((counts, i) =>
    fillRow(counts, use[i]!, { settings, fit, row: fit.rows[i]! }),
  )
  const data = totals(panel, settings, { use, fit, daily, comparison })
  if (!exposed.some(i => data.before[i]! > 0))
    return refuse('no-registrations-before', { have: 0, needed: 1 })
  if (!comparison.some(i => data.window[i]! > 0))
    return refuse('no-registrations-to-compare', { have: 0, needed: 1 })
  return data
}

function comparisonDistricts(
  panel: Panel,
  { exposed, excluded, masked, start, from, to, shape }: LiftSettings,
): number[] {
  const reached = new Set(exposed)
  const chosen: number[] = []
  for (let i = 0; i < shape.districts; i++) {
    if (reached.has(i) || excluded.has(i)) continue
    const known = panel.known[i]!.subarray(from, to).reduce((sum, is) => sum + is, 0)
    const isMasked = masked?.[i]?.subarray(from, to).some(is => is !== 0) ?? false
    if (isMasked || known < LEAST_KNOWN_SHARE * (to - from)) continue
    let registrations = 0
    for (let t = start; t < from; t++)
      if (panel.known[i]![t] !== 0 && (masked?.[i]?.[t] ?? 0) === 0) registrations += panel.counts[i]![t]!
    if (registrations > 0) chosen.push(i)
  }
  return chosen
}

/** Cells that are learnt from: known, not masked, and in the window only those of comparison districts. */
function usedCells(
  panel: Panel,
  { masked, from, to }: LiftSettings,
  comparison: ReadonlySet<number>,
): Uint8Array[] {
  return panel.known.map((known, i) => {
    const mask = masked?.[i]
    const use = known.map((is, t) => (is !== 0 && (mask?.[t] ?? 0) === 0 ? 1 : 0))
    if (!comparison.has(i)) use.fill(0, from, to)
    return use
  })
}

interface Fit {
  rows: Float64Array
  columns: Float64Array
}

/** Share of the window, weighted by what is expected, in which the exposed districts and some comparison are known. */
function knownShare(
  panel: Panel,
  { exposed, from, to, start }: LiftSettings,
  { rows, columns }: Fit,
): number {
  let known = 0
  let all = 0
  const usual = columns.reduce((sum, column) => sum + column, 0) / columns.length
  for (const i of exposed) {
    for (let t = from; t < to; t++) {
      const column = columns[t - start]!
      all += rows[i]! * (column || usual)
      if (panel.known[i]![t] !== 0) known += rows[i]! * column
    }
  }
  return all > 0 ? known / all : 1
}

function fillRow(
  counts: Float64Array,
  use: Uint8Array,
  { settings, fit, row }: { settings: LiftSettings; fit: Fit; row: number },
): Float64Array {
  const filled = new Float64Array(settings.to - settings.start)
  for (let c = 0; c < filled.length; c++) {
    const t = settings.start + c
    filled[c] = use[t] === 0 ? row * fit.columns[c]! : counts[t]!
  }
  return filled
}

interface Parts {
  use: readonly Uint8Array[]
  fit: Fit
  daily: readonly Float64Array[]
  comparison: readonly number[]
}

function totals(panel: Panel, settings: LiftSettings, { use, fit, daily, comparison }: Parts): LiftData {
  const { from, to, start, exposed, shape } = settings
  const data: LiftData = {
    ok: true,
    exposed,
    comparison,
    before: new Float64Array(shape.districts),
    window: new Float64Array(shape.districts),
    observed: new Float64Array(shape.districts),
    length: to - from,
    start,
    daily,
    use: use.map(row => row.subarray(start, to)),
    shown: shownDays(panel, settings, daily),
    fit,
  }
  for (let i = 0; i < shape.districts; i++) {
    for (let c = 0; c < from - start; c++) data.before[i]! += daily[i]![c]!
    windowTotals(panel, settings, { data, i })
  }
  return data
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

/** Observed on counted days, and completed to the whole window at the ratio seen on them. */
function windowTotals(
  panel: Panel,
  { from, to, start }: LiftSettings,
  { data, i }: { data: LiftData; i: number },
): void {
  const { rows, columns } = data.fit
  let expectedKnown = 0
  let expected = 0
  for (let t = from; t < to; t++) {
    const column = columns[t - start]!
    expected += rows[i]! * column
    if (panel.known[i]![t] === 0 || column === 0) continue
    expectedKnown += rows[i]! * column
    data.observed[i]! += panel.counts[i]![t]!
  }
  data.window[i] = expectedKnown > 0 ? (data.observed[i]! * expected) / expectedKnown : data.observed[i]!
}
