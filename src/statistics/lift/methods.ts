import { meansOf, weeklyBlocks, type Blocks } from './blocks.js'
import { dispersionBySize, type Dispersion } from './dispersion.js'
import { driftPosterior, pointDrift, type DriftPosterior, type RehearsalGroup } from './drift.js'
import { forecastStretch, type Forecast, type Prediction, type Stretch } from './forecast.js'
import { testLift, type LiftTest } from './inference.js'
import type { LiftData } from './lift-data.js'
import { rehearseEarlier, rehearseExposed, rehearseWindow } from './rehearsals.js'
import { plainWorld, wanderingWorlds, type World, type WorldsInput } from './worlds.js'

/** A stretch that begins with block `cut`. */
export interface CutStretch extends Stretch {
  cut: number
}

/** What both methods need, prepared once. */
export interface Preparation {
  data: LiftData
  blocks: Blocks
  means: Float64Array
  dispersion: Dispersion
  /** Variance of the exposed districts' counts over their mean. */
  ownDispersion: number
  /** The window, then up to two earlier stretches of the same length in whole weeks. */
  stretches: readonly CutStretch[]
  worldsInput: WorldsInput
}

export interface MethodResult {
  method: 'M1' | 'M3'
  prediction: Prediction
  drift: DriftPosterior
  /** Deviations the drift rests on. */
  degrees: number
  test: LiftTest
  /** Predicts any districts in the window. */
  forecast: Forecast
  /** How far movements are by number instead of in proportion to size: mean over the worlds, 0 to 1. */
  additive: number
}

/** Registrations summed and parameters estimated that M1 and M3 share. districts × days steps. */
export function prepare(data: LiftData): Preparation {
  const blocks = weeklyBlocks(data)
  const means = meansOf(blocks)
  const dispersion = dispersionBySize(blocks)
  const stretches = stretchesOf(data, blocks)
  const own = data.exposed.reduce((sum, i) => sum + means[i]!, 0)
  const ownDispersion = data.exposed.reduce((sum, i) => sum + (means[i]! / own) * dispersion.counting[i]!, 0)
  const horizons = stretches.map(({ cut, days }) => ({ cut, ahead: days / 14 }))
  const worldsInput = {
    blocks,
    pool: [...data.exposed, ...data.comparison],
    dispersion: dispersion.relative,
    horizons,
  }
  return { data, blocks, means, dispersion, ownDispersion, stretches, worldsInput }
}

const LEAST_WEEKS_BEFORE = 4
const MOST_EARLIER = 2

function stretchesOf(data: LiftData, blocks: Blocks): CutStretch[] {
  const stretches: CutStretch[] = [
    { horizon: 0, cut: blocks.count, days: data.length, totals: data.window, shares: data.share },
  ]
  const shares = new Float64Array(data.share.length).fill(1)
  const weeks = Math.max(1, Math.round(data.length / 7))
  for (
    let cut = blocks.count - weeks;
    cut >= LEAST_WEEKS_BEFORE && stretches.length <= MOST_EARLIER;
    cut -= weeks
  ) {
    const totals = Float64Array.from(blocks.totals, row => sumOf(row.subarray(cut, cut + weeks)))
    const days = sumOf(blocks.days.subarray(cut, cut + weeks))
    stretches.push({ horizon: stretches.length, cut, days, totals, shares })
  }
  return stretches
}

/** M1, imputation by factors: own past mean × growth of the comparison districts together. */
export function estimateByFactors(preparation: Preparation): MethodResult {
  return estimate('M1', plainWorld(preparation.worldsInput), { preparation, weightDrift: 0 })
}

/** Share of the drift that the weights of comparison districts allow for: all of it would cost precision when it is small. */
const WEIGHT_SHARE = 0.25

/** M3, districts that remember: levels may wander, have slopes, and share movements unequally (see worlds.ts). */
export function estimateByMemory(preparation: Preparation): MethodResult {
  const { data, means, dispersion, worldsInput, stretches } = preparation
  const worlds = wanderingWorlds(worldsInput)
  const bySize = { means, dispersion: dispersion.relative, weightDrift: 0, pool: data.comparison }
  const forecast = forecastStretch(worlds, stretches[0]!, bySize)
  const weightDrift = weightDriftOf(preparation, rehearseWindow(forecast, preparation, dispersion.relative))
  return estimate('M3', worlds, { preparation, weightDrift })
}

/** The drift that weights of comparison districts allow for, in units of the exposed districts' relative dispersion. */
export function weightDriftOf(
  { data, means, dispersion }: Preparation,
  group: RehearsalGroup | undefined,
): number {
  if (group === undefined) return 0
  let [own, total] = [0, 0]
  for (const i of data.exposed) {
    own += means[i]! * dispersion.relative[i]!
    total += means[i]!
  }
  return (WEIGHT_SHARE * pointDrift(group) * total) / own
}

function estimate(
  method: 'M1' | 'M3',
  worlds: readonly World[],
  { preparation, weightDrift }: { preparation: Preparation; weightDrift: number },
): MethodResult {
  const { data, means, dispersion, ownDispersion, stretches } = preparation
  const input = { means, dispersion: dispersion.counting, weightDrift, pool: data.comparison }
  const forecast = forecastStretch(worlds, stretches[0]!, input)
  const prediction = forecast(data.exposed)
  const observed = data.exposed.reduce((sum, i) => sum + data.window[i]!, 0)
  const groups = [rehearseWindow(forecast, preparation, dispersion.counting)]
  groups.push(rehearseExposed(forecast, preparation, observed / prediction.expected))
  stretches.slice(1).forEach((stretch, k) => {
    groups.push(rehearseEarlier(worlds, preparation, { stretch, weightDrift, worth: EARLIER_WORTH[k]! }))
  })
  const drift = driftPosterior(groups)
  const test = testLift({ observed, prediction, dispersion: ownDispersion, drift })
  const degrees = groups.reduce((sum, group) => sum + group.degrees, 0)
  const additive = worlds.reduce((sum, world) => sum + world.weight * world.additive, 0)
  return { method, prediction, drift, degrees, test, forecast, additive }
}

/**
 * How much one deviation in the first and second earlier stretch counts: what happens in the window may be new, such as
 * a holiday that weighs more in one district than in another. Twice as much made tests there too sure (7.5 % at 5 %).
 */
const EARLIER_WORTH = [0.25, 0.125] as const

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
