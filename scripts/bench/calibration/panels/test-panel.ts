import { randomStream, type RandomStream } from '../../../../src/statistics/random.js'

/** What is asked of a generator: a panel with `exposed` of `districts` on air on days [from, days). */
export interface PanelRequest {
  districts: number
  exposed: number
  days: number
  from: number
}

/** The truth behind a panel without a flight, and how a flight works in it. */
export interface World {
  /** Expected registrations by district and day without a flight. */
  means: Float64Array[]
  /** Drawn registrations without a flight. */
  counts: Float64Array[]
  exposed: number[]
  /** Districts next to the exposed ones. */
  neighbours: number[]
  /** Expected additional registrations of district i on day t of the window under a lift. */
  effect: (lift: number, i: number, t: number) => number
}

export type Generator = (request: PanelRequest, stream: RandomStream) => World

/** One panel as an estimator sees it, with the truth beside it. */
export interface TestPanel {
  counts: Float64Array[]
  exposed: number[]
  neighbours: number[]
  window: readonly [number, number]
  /** Expected registrations of the exposed districts in the window: without the flight, and because of it. */
  base: number
  increment: number
}

/** Negative-binomial size of a day's count: variance = mean + mean²/12. */
const SIZE = 12

export function drawCounts(means: readonly Float64Array[], stream: RandomStream): Float64Array[] {
  return means.map(row => row.map(mean => stream.negativeBinomial(mean, SIZE)))
}

/** The same world under several lifts: the same days without a flight, additional registrations drawn for each. */
export function panelsOf(
  generator: Generator,
  request: PanelRequest,
  { lifts, path }: { lifts: readonly number[]; path: readonly number[] },
): TestPanel[] {
  const [seed, ...rest] = path as [number, ...number[]]
  const world = generator(request, randomStream(seed, ...rest, 0))
  return lifts.map((lift, k) =>
    withFlight(world, request, { lift, stream: randomStream(seed, ...rest, k + 1) }),
  )
}

function withFlight(
  { means, counts, exposed, neighbours, effect }: World,
  { from, days }: PanelRequest,
  { lift, stream }: { lift: number; stream: RandomStream },
): TestPanel {
  const panel: TestPanel = {
    counts: counts.map(row => row.slice()),
    exposed,
    neighbours,
    window: [from, days],
    base: 0,
    increment: 0,
  }
  for (let t = from; t < days; t++) {
    for (let i = 0; i < means.length; i++) {
      const more = effect(lift, i, t)
      if (more > 0) panel.counts[i]![t]! += stream.negativeBinomial(more, SIZE)
    }
    for (const i of exposed) {
      panel.base += means[i]![t]!
      panel.increment += effect(lift, i, t)
    }
  }
  return panel
}
