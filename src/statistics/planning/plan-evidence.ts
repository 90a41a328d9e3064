import { driftPosterior } from '../lift/drift.js'
import { forecastStretch } from '../lift/forecast.js'
import type { TailEvidence } from '../lift/inference.js'
import type { LiftData } from '../lift/lift-data.js'
import { prepare, weightDriftOf, type Preparation } from '../lift/methods.js'
import { rehearseEarlier } from '../lift/rehearsals.js'
import { plainWorld, wanderingWorlds } from '../lift/worlds.js'
import { fitTwoWay } from '../models/two-way-fit.js'
import { checkDistricts, checkMask, checkPanel, type CellMask, type Panel } from '../panel.js'
import { refuse, type Refusal } from '../refusal.js'

export interface PlanOptions {
  /** Districts the flight is to reach. */
  exposed: readonly number[]
  /** First day of the flight; days from here on are not used, it may lie at the end of the panel. */
  at: number
  /** Days on which it will be judged: on air and carry-over. */
  length: number
  /** Days before that are used; default 90. */
  before?: number
  masked?: CellMask
  excluded?: readonly number[]
  /** Lifts whose chance to be seen is wanted; default 10, 20, 40 %. */
  lifts?: readonly number[]
}

export interface PlanEvidence {
  ok: true
  evidence: TailEvidence
  standardError: number
  comparison: readonly number[]
}

const LEAST_COMPARISON = 3
const LEAST_DAYS = 28
const LEAST_WEEKS = 8
/** How much one deviation in the last windows counts. */
const WORTH = [1, 0.5] as const

/** Prediction, noise and drift of a flight that has not begun. Refused by name like a lift. */
export function planEvidence(panel: Panel, options: PlanOptions): PlanEvidence | Refusal {
  const data = plannedData(panel, options)
  if (!data.ok) return data
  const preparation = prepare(data)
  const enough = preparation.blocks.count >= LEAST_WEEKS
  const worlds = (enough ? wanderingWorlds : plainWorld)(preparation.worldsInput)
  const groups = rehearsals(preparation, worlds, 0)
  const weightDrift = enough ? weightDriftOf(preparation, groups[0]) : 0
  const { means, dispersion, ownDispersion, stretches } = preparation
  const input = { means, dispersion: dispersion.counting, weightDrift, pool: data.comparison }
  const prediction = forecastStretch(worlds, stretches[0]!, input)(data.exposed)
  const drift = driftPosterior(rehearsals(preparation, worlds, weightDrift))
  const { expected, own, pool, ownSpread, poolSpread } = prediction
  const variance = ownDispersion / expected + own + pool + drift.mean * (ownSpread + poolSpread)
  const evidence = { prediction, dispersion: ownDispersion, drift }
  return { ok: true, evidence, standardError: Math.sqrt(variance), comparison: data.comparison }
}

function rehearsals(preparation: Preparation, worlds: ReturnType<typeof plainWorld>, weightDrift: number) {
  return preparation.stretches
    .slice(1)
    .map((stretch, k) => rehearseEarlier(worlds, preparation, { stretch, weightDrift, worth: WORTH[k]! }))
}

/** The panel before the flight, and a window in which everyone goes on as before. */
function plannedData(panel: Panel, options: PlanOptions): LiftData | Refusal {
  const shape = checkPanel(panel)
  const { exposed, at, length, before = 90, masked, excluded = [] } = options
  checkDistricts(exposed, shape, 'exposed')
  if (masked !== undefined) checkMask(masked, shape, 'masked')
  if (!Number.isInteger(at) || at < 0 || at > shape.days || !Number.isInteger(length) || length < 1)
    throw new RangeError(
      `a planned flight needs a whole first day in the panel and length, got ${at} and ${length}`,
    )
  const start = Math.max(0, at - before)
  if (exposed.length === 0) return refuse('no-exposed-district', { have: 0, needed: 1 })
  if (at - start < LEAST_DAYS) return refuse('too-little-history', { have: at - start, needed: LEAST_DAYS })
  const use = panel.known.map((known, i) =>
    known.subarray(start, at).map((is, c) => (is !== 0 && (masked?.[i]?.[start + c] ?? 0) === 0 ? 1 : 0)),
  )
  const fit = fitTwoWay(
    panel.counts.map(row => row.subarray(start, at)),
    use,
    { from: 0, to: at - start },
  )
  const means = fit.rows
  const outside = new Set([...exposed, ...excluded])
  const comparison = Array.from(means, (_, i) => i).filter(i => !outside.has(i) && means[i]! > 0)
  if (comparison.length < LEAST_COMPARISON)
    return refuse('too-few-comparison-districts', { have: comparison.length, needed: LEAST_COMPARISON })
  if (!exposed.some(i => means[i]! > 0)) return refuse('no-registrations-before', { have: 0, needed: 1 })
  const extend = (row: ArrayLike<number>) =>
    Float64Array.from({ length: at - start + length }, (_, c) => row[c] ?? 0)
  const daily = use.map((row, i) =>
    extend(
      Float64Array.from(row, (is, c) =>
        is === 0 ? means[i]! * fit.columns[c]! : panel.counts[i]![start + c]!,
      ),
    ),
  )
  return {
    ok: true,
    exposed,
    comparison,
    before: means.map(mean => mean * (at - start)),
    window: means.map(mean => mean * length),
    share: new Float64Array(shape.districts).fill(1),
    length,
    start,
    daily,
    use: use.map(row => Uint8Array.from(extend(row))),
    shown: new Float64Array(0),
    fit,
  }
}
