import { checkMask, checkPanel, type CellMask, type Panel } from '../panel.js'
import { randomStream, type RandomStream } from '../random.js'
import { refuse, type Refusal } from '../refusal.js'
import { randomisationTest } from './randomisation-test.js'

export interface WavesPowerOptions {
  /** Districts that take part (rows of the panel), in the order of the plans. */
  districts: readonly number[]
  /** Days from the first wave to each, the first being 0. */
  starts: readonly number[]
  /** Days from the first wave to the end of what is judged. */
  length: number
  admissible: readonly Int32Array[]
  seed: number
  /** Cells in which something was on air: left out as unknown. */
  masked?: CellMask
  /** Days before the first wave that are judged with it; default 28. */
  before?: number
  /** Stretches of the past tried; default 300. */
  draws?: number
}

export interface WavesPower {
  ok: true
  /** Smallest lift that the draw would show (p ≤ 5 %) in four of five cases; null where none on the grid does. */
  smallest: number | null
  power: { lift: number; chance: number }[]
}

const GRID = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.2]
const WANTED = 0.8

/**
 * What a fair-coin start in waves could show, by simulation on the history itself: stretches of the past are taken at
 * random, one admissible plan is drawn for each, a lift is added to the days it exposes (Poisson around share × count),
 * and the same re-randomisation test is run that will judge the campaign. Nothing is assumed about the noise but that
 * the future is like the past. Refuses by name a history shorter than two such stretches, or one with a stretch in
 * which nothing is known.
 * Draws × lifts × (fit + plans × districts).
 */
export function wavesPower(panel: Panel, options: WavesPowerOptions): WavesPower | Refusal {
  const shape = checkPanel(panel)
  const { length, before = 28, draws = 300, seed, masked } = options
  if (masked) checkMask(masked, shape, 'masked')
  const span = before + length
  if (shape.days < 2 * span) return refuse('too-little-history', { have: shape.days, needed: 2 * span })
  const chance = randomStream(seed, 11)
  const found = new Float64Array(GRID.length)
  for (let draw = 0; draw < draws; draw++) {
    const stretch = stretchOf(panel, { from: chance.below(shape.days - span + 1), span, masked })
    const chosen = chance.below(options.admissible.length)
    for (const [k, lift] of GRID.entries()) {
      const lifted = withLift(stretch, { ...options, before, chosen, lift }, chance)
      const starts = options.starts.map(start => start + before)
      const test = randomisationTest(lifted, { ...options, starts, from: 0, to: span, chosen })
      if (!test.ok) return test
      if (test.p <= 0.05) found[k]!++
    }
  }
  const power = GRID.map((lift, k) => ({ lift, chance: found[k]! / draws }))
  return { ok: true, smallest: reaching(power), power }
}

function stretchOf(
  panel: Panel,
  { from, span, masked }: { from: number; span: number; masked: CellMask | undefined },
): Panel {
  const known = panel.known.map((row, i) =>
    row.slice(from, from + span).map((is, t) => (is !== 0 && (masked?.[i]?.[from + t] ?? 0) === 0 ? 1 : 0)),
  )
  const counts = panel.counts.map(row => row.slice(from, from + span))
  return { counts, known, firstWeekday: (panel.firstWeekday + from) % 7 }
}

interface Lifting extends Pick<WavesPowerOptions, 'districts' | 'starts' | 'admissible'> {
  before: number
  chosen: number
  lift: number
}

function withLift(stretch: Panel, lifting: Lifting, chance: RandomStream): Panel {
  const plan = lifting.admissible[lifting.chosen]!
  const counts = stretch.counts.map(row => row.slice())
  lifting.districts.forEach((district, k) => {
    const row = counts[district]!
    for (let t = lifting.before + lifting.starts[plan[k]!]!; t < row.length; t++)
      if (row[t]! > 0) row[t]! += chance.poisson(lifting.lift * row[t]!)
  })
  return { ...stretch, counts }
}

/** Where the curve, made to rise, crosses four in five. */
function reaching(power: readonly { lift: number; chance: number }[]): number | null {
  let best = { lift: 0, chance: 0.05 }
  for (const point of power) {
    if (point.chance >= WANTED) {
      const share = (WANTED - best.chance) / (point.chance - best.chance)
      return best.lift + share * (point.lift - best.lift)
    }
    if (point.chance > best.chance) best = point
  }
  return null
}
