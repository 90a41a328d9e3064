import type { RandomStream } from '../../../../src/statistics/random.js'
import { grid, logSizes, pick, wave, weekday } from './paths.js'
import { drawCounts, type Generator, type PanelRequest, type World } from './test-panel.js'

/** What is done to the assumptions of the estimate. */
export type GeneratorName = 'easy' | 'hard' | 'additive' | 'level-shifts' | 'spill-over' | 'rising'

const COMMON = { memory: 0.8, deviation: 0.13 }
const OWN = { memory: 0.5, deviation: 0.08 }
const SPILL_DISTRICTS = 3
const SPILL_SHARE = 0.6

export const generators: Record<GeneratorName, Generator> = {
  easy: (request, stream) => {
    const means = parallel(request, stream)
    return multiplied(means, drawCounts(means, stream), pick(request.districts, request.exposed, stream))
  },
  hard: (request, stream) => {
    const means = unequal(request, stream)
    const exposed =
      request.exposed === 1 ? [smallOne(means, stream)] : pick(request.districts, request.exposed, stream)
    return multiplied(means, drawCounts(means, stream), exposed)
  },
  additive: addedNumbers,
  'level-shifts': (request, stream) => {
    const means = parallel(request, stream)
    for (const row of means) shiftLevels(row, stream)
    return multiplied(means, drawCounts(means, stream), pick(request.districts, request.exposed, stream))
  },
  'spill-over': spilling,
  rising: (request, stream) => {
    const means = unequal(request, stream)
    const counts = drawCounts(means, stream)
    return multiplied(means, counts, risingMost(counts, request))
  },
}

/** Parallel paths: every district shares weekday and common movement in full, with little of its own. */
function parallel(request: PanelRequest, stream: RandomStream): Float64Array[] {
  const sizes = logSizes(request.districts, stream)
  const common = wave(request.days, COMMON, stream)
  return grid(request, (i, t) => Math.exp(sizes[i]! + weekday(t) + common[t]!))
}

/** Unequal trends and loadings, own waves, and a holiday dip of unequal depth inside the window. */
function unequal(request: PanelRequest, stream: RandomStream): Float64Array[] {
  const { districts, days, from } = request
  const sizes = logSizes(districts, stream)
  const common = wave(days, COMMON, stream)

  const waves = Array.from(sizes, () => wave(days, OWN, stream))
  const loading = sizes.map(() => 0.4 + 1.2 * stream.uniform())
  const trend = sizes.map(() => 0.0015 * stream.normal())
  const depth = sizes.map(() => 0.3 + 0.9 * stream.uniform())
  const dip = from + Math.floor(stream.uniform() * (days - from - 10))
  const onHoliday = (t: number) => t >= dip && t < dip + 10
  return grid(request, (i, t) => {
    const holiday = onHoliday(t) ? depth[i]! : 0
    const movement = loading[i]! * common[t]! + trend[i]! * (t - days / 2) + waves[i]![t]!
    return Math.exp(sizes[i]! + weekday(t) + movement - holiday)
  })
}

function multiplied(means: Float64Array[], counts: Float64Array[], exposed: number[]): World {
  const reached = new Set(exposed)
  const effect = (lift: number, i: number, t: number) => (reached.has(i) ? lift * means[i]![t]! : 0)
  return { means, counts, exposed, neighbours: [], effect }
}

function smallOne(means: readonly Float64Array[], stream: RandomStream): number {
  const bySize = Array.from(means, (_, i) => i).toSorted((a, b) => totalOf(means[a]!) - totalOf(means[b]!))
  return bySize[stream.below(Math.max(1, Math.floor(means.length / 4)))]!
}

/** Common movements and the flight's effect are the same number of registrations everywhere, whatever the size. */
function addedNumbers(request: PanelRequest, stream: RandomStream): World {
  const sizes = logSizes(request.districts, stream)
  const usual = sizes.reduce((sum, size) => sum + Math.exp(size), 0) / sizes.length
  const common = wave(request.days, { memory: 0.95, deviation: 0.25 * usual }, stream)
  const means = grid(request, (i, t) => {
    const alone = Math.exp(sizes[i]! + weekday(t))
    return Math.max(0.15 * alone, alone + common[t]!)
  })
  const exposed = pick(request.districts, request.exposed, stream)
  const reached = new Set(exposed)
  const { from, days } = request
  const base = exposed.reduce((sum, i) => sum + totalOf(means[i]!.subarray(from)), 0)
  const each = base / exposed.length / (days - from)
  const effect = (lift: number, i: number) => (reached.has(i) ? lift * each : 0)
  return { means, counts: drawCounts(means, stream), exposed, neighbours: [], effect }
}

/** One or two permanent steps up or down by a fifth to a half, on any day. */
function shiftLevels(row: Float64Array, stream: RandomStream): void {
  const steps = 1 + stream.below(2)
  for (let step = 0; step < steps; step++) {
    const size = (0.2 + 0.3 * stream.uniform()) * (stream.uniform() < 0.5 ? 1 : -1)
    for (let t = stream.below(row.length); t < row.length; t++) row[t]! *= Math.exp(size)
  }
}

/** The flight also works, at three fifths, in three districts that the plan does not name; they are neighbours. */
function spilling(request: PanelRequest, stream: RandomStream): World {
  const means = parallel(request, stream)
  const count = Math.min(SPILL_DISTRICTS, Math.max(1, Math.floor((request.districts - request.exposed) / 2)))
  const drawn = pick(request.districts, request.exposed + count, stream)
  const exposed = drawn.slice(0, request.exposed)
  const neighbours = drawn.slice(request.exposed)
  const share = new Map([
    ...exposed.map(i => [i, 1] as const),
    ...neighbours.map(i => [i, SPILL_SHARE] as const),
  ])
  const effect = (lift: number, i: number, t: number) => lift * (share.get(i) ?? 0) * means[i]![t]!
  return { means, counts: drawCounts(means, stream), exposed, neighbours, effect }
}

/** The flight goes where registrations grew most in the four weeks before it: chance and trend are chosen with it. */
function risingMost(counts: readonly Float64Array[], { from, exposed }: PanelRequest): number[] {
  const growth = counts.map(row => {
    const late = totalOf(row.subarray(from - 28, from))
    return (late + 1) / (totalOf(row.subarray(0, from - 28)) + 1)
  })
  return Array.from(growth, (_, i) => i)
    .toSorted((a, b) => growth[b]! - growth[a]!)
    .slice(0, exposed)
}

function totalOf(row: Float64Array): number {
  return row.reduce((sum, value) => sum + value, 0)
}
