/** Starts of districts drawn by fair coin: what was drawn, from what, and what came of it. */
import { planWaves, randomisationTest, type RandomisationResult, type Refusal } from '../statistics/index.js'
import type { Decision } from './problem.js'
import { allowed, refused } from './problem.js'
import { columnOf, type RegistrationPanel } from './registration-panel.js'
import { addDays, type Day, type Instant } from './time.js'

export interface WaveDraw {
  id: string
  campaignId: string
  number: number
  streamId: string
  seed: number
  districtCodes: string[]
  /** First day of each wave. */
  starts: Day[]
  /** All that was drawn from: the same options and seed give the same plans again. */
  options: DrawOptions
  /** Wave of each district, in their order: 0 is the first. */
  plan: number[]
  admissible: number
  reason: string
  drawnBy: string
  drawnAt: Instant
  judgedAt: Instant | null
  result: RandomisationResult | Refusal | null
}

export interface DrawOptions {
  waves: number[]
  balance: number[][]
  /** Places of districts heard by the same outlet. */
  together: [number, number][]
}

/** Draws, or draws again what was drawn: everything comes from the options and the seed. */
export function drawWaves(districts: number, { waves, balance, together }: DrawOptions, seed: number) {
  return planWaves({
    districts: Array.from({ length: districts }, (_, i) => i),
    waves,
    balance: balance.map(row => Float64Array.from(row)),
    together,
    seed,
  })
}

/** Once something has run, chance has nothing left to decide. A later draw needs a reason. */
export function mayDraw(given: {
  firstRun: Day | null
  today: Day
  isOver: boolean
  draws: number
  reason: string
}): Decision {
  if (given.isOver || (given.firstRun !== null && given.firstRun <= given.today))
    return refused('wrong-state')
  return given.draws > 0 && given.reason === '' ? refused('required') : allowed
}

/** Days judged with the draw: four weeks before the first wave and, after the last day, two weeks. */
export const drawBefore = 28
export const drawAfter = 14

/** The test that the draw itself allows, whatever the registrations did; the panel holds the districts of the draw. */
export function judgeDraw(
  draw: WaveDraw,
  panel: RegistrationPanel,
  lastDay: Day,
): RandomisationResult | Refusal {
  const drawn = drawWaves(draw.districtCodes.length, draw.options, draw.seed)
  if (!drawn.ok) return drawn
  return randomisationTest(panel, {
    districts: draw.districtCodes.map(code => panel.districtCodes.indexOf(code)),
    starts: draw.starts.map(day => columnOf(panel, day)),
    from: columnOf(panel, addDays(draw.starts[0]!, -drawBefore)),
    to: columnOf(panel, addDays(lastDay, drawAfter)) + 1,
    admissible: drawn.admissible,
    chosen: drawn.chosen,
  })
}
