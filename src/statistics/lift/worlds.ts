import { commonMovement, meansOf, type Blocks } from './blocks.js'
import { rememberLevels, type Horizon, type LevelForecast, type MemoryInput } from './memory.js'

/** One set of assumptions on how districts move, with what it says about each district at each horizon. */
export interface World {
  /** Posterior probability. */
  weight: number
  /** 0 = districts move in proportion to size, 1 = by the same number of registrations. */
  additive: number
  /** How strongly each district shares the common movement: 1 = in proportion to its size. */
  sharing: Float64Array
  /** By horizon. */
  forecasts: readonly LevelForecast[]
}

export interface WorldsInput {
  blocks: Blocks
  pool: readonly number[]
  dispersion: Float64Array
  horizons: readonly Horizon[]
}

/** M1: every district keeps its mean and shares the common movement in proportion to its size. */
export function plainWorld(input: WorldsInput): World[] {
  const sharing = new Float64Array(input.dispersion.length).fill(1)
  const { forecasts } = rememberLevels(memoryInput(input, sharing), { step: 0, slope: 0 }, input.horizons)
  return [{ weight: 1, additive: 0, sharing, forecasts }]
}

const STEPS = [0, 3e-4, 1e-3] as const
const SLOPES = [0, 3e-5, 2e-4] as const
/** 0 = movements in proportion to size, 1 = the same number of registrations in every district. */
const ADDITIVE = [0, 0.5, 1] as const
/**
 * Log prior odds against each assumption that M1 does not make; chosen on the calibration bench (2026-11-22): at 2
 * each it costs 1 % of accuracy where paths are parallel, at 5 half of what is gained where they are not is lost.
 */
const AGAINST = { wandering: 3, slope: 3, additive: 2 }

/**
 * M3: worlds in which districts wander (0, 1.7 or 3.2 % a week), have slopes of their own (0, 0.5 or 1.4 % a week)
 * and share common movements in proportion, by equal numbers, or half-way; each weighed by how well it predicts all
 * districts before the window. Nothing after the window's start is used. 27 filters of districts × weeks.
 */
export function wanderingWorlds(input: WorldsInput): World[] {
  const found: (World & { log: number })[] = []
  for (const additive of ADDITIVE) {
    const sharing = sharingBySize(input, additive)
    const memory = memoryInput(input, sharing)
    for (const step of STEPS) {
      for (const slope of SLOPES) {
        const { forecasts, logLikelihood } = rememberLevels(memory, { step, slope }, input.horizons)
        const against =
          (step > 0 ? AGAINST.wandering : 0) +
          (slope > 0 ? AGAINST.slope : 0) +
          (additive > 0 ? AGAINST.additive : 0)
        found.push({ weight: 0, additive, sharing, forecasts, log: logLikelihood - against })
      }
    }
  }
  return weigh(found)
}

const SMALLEST_WEIGHT = 1e-4

function weigh(found: readonly (World & { log: number })[]): World[] {
  const best = Math.max(...found.map(({ log }) => log))
  const total = found.reduce((sum, { log }) => sum + Math.exp(log - best), 0)
  return found
    .map(({ log, ...world }) => ({ ...world, weight: Math.exp(log - best) / total }))
    .filter(({ weight }) => weight > SMALLEST_WEIGHT)
}

function memoryInput({ blocks, pool, dispersion }: WorldsInput, sharing: Float64Array): MemoryInput {
  return { blocks, means: meansOf(blocks), dispersion, movement: commonMovement(blocks, pool), sharing }
}

const LARGEST_SHARING = 6

/** Relative strength of a movement that is the same number everywhere: mean size over own size, at most six. */
function sharingBySize({ blocks, pool }: WorldsInput, additive: number): Float64Array {
  const means = meansOf(blocks)
  const usual = pool.reduce((sum, i) => sum + means[i]!, 0) / pool.length
  return means.map(mean => 1 + additive * (Math.min(LARGEST_SHARING, usual / Math.max(mean, 1e-9)) - 1))
}
