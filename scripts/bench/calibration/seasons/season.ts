import { randomStream, type RandomStream } from '../../../../src/statistics/random.js'
import type { Flight } from '../../../../src/statistics/index.js'
import { grid, logSizes, pick, wave, weekday } from '../panels/paths.js'
import { drawCounts } from '../panels/test-panel.js'

/** A season of six flights, every second one without any effect. */
export interface Season {
  counts: Float64Array[]
  flights: Flight[]
  /** By flight. */
  lifts: number[]
  /** Expected registrations without any flight, and the additional ones of each flight, by district and day. */
  means: Float64Array[]
  more: Float64Array[][]
}

const SHAPE = { districts: 14, days: 200 }
const FLIGHTS = 6
const LIFT = 0.3
const SIZE = 12
/** Days after a flight on which it fades, halving. */
const FADING = 5

export function drawSeason(seed: number, number: number): Season {
  const stream = randomStream(seed, 101, number)
  const means = seasonMeans(stream)
  const counts = drawCounts(means, stream)
  const flights = Array.from({ length: FLIGHTS }, () => drawFlight(stream))
  const lifts = flights.map((_, f) => (f % 2 === 1 ? LIFT : 0))
  const more = flights.map((flight, f) =>
    grid(SHAPE, (i, t) => lifts[f]! * reach(flight, i, t) * means[i]![t]!),
  )
  for (const rows of more)
    rows.forEach((row, i) =>
      row.forEach((mean, t) => {
        if (mean > 0) counts[i]![t]! += stream.negativeBinomial(mean, SIZE)
      }),
    )
  return { counts, flights, lifts, means, more }
}

function seasonMeans(stream: RandomStream): Float64Array[] {
  const sizes = logSizes(SHAPE.districts, stream)
  const common = wave(SHAPE.days, { memory: 0.8, deviation: 0.13 }, stream)
  const own = Array.from(sizes, () => wave(SHAPE.days, { memory: 0.5, deviation: 0.08 }, stream))
  const loading = sizes.map(() => 0.7 + 0.6 * stream.uniform())
  const trend = sizes.map(() => 0.0007 * stream.normal())
  return grid(SHAPE, (i, t) =>
    Math.exp(sizes[i]! + weekday(t) + loading[i]! * common[t]! + trend[i]! * t + own[i]![t]!),
  )
}

function drawFlight(stream: RandomStream): Flight {
  const districts = pick(SHAPE.districts, 1 + stream.below(4), stream)
  const from = 60 + stream.below(120)
  return { districts, from, to: from + 14, carryOver: 0, washOut: 7 }
}

function reach({ districts, from, to }: Flight, i: number, t: number): number {
  if (!districts.includes(i) || t < from || t >= to + FADING) return 0
  return t < to ? 1 : 0.5 ** (t - to + 1)
}
