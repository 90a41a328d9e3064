import { expect } from 'chai'
import {
  estimateLift,
  findSpikes,
  forecastYearEnd,
  judgeFlights,
  randomStream,
  type LiftEstimate,
  type Panel,
} from '../../src/statistics/index.js'
import { flight, panelOf } from '../support/panel.js'
import { expectNear } from './known-values.js'

const seeds = [1, 2, 3, 4, 5, 6]
const exposed = [2, 5, 9]
const window = [90, 118] as const

function estimated(panel: Panel, at: readonly number[] = exposed): LiftEstimate {
  const estimate = estimateLift(panel, { exposed: at, window })
  if (!estimate.ok) throw new Error(estimate.refusal)
  return estimate
}

function figures({ lift, increment, p, expected, drift, checks }: LiftEstimate): number[] {
  const { earlierWindows, leaveOneOut } = checks!
  const earlier = earlierWindows.flatMap(each => [each.lift.low, each.lift.high, each.p])
  const { low, estimate, high } = lift
  return [low, estimate, high, increment.low, increment.high, p, expected, drift, ...earlier, leaveOneOut.low]
}

/** The panel with its districts in another order, and where each has gone. */
function shuffled(panel: Panel, seed: number): { panel: Panel; placeOf: number[] } {
  const order = Int32Array.from(panel.counts, (_, i) => i)
  randomStream(seed, 77).shuffle(order)
  const rows = <Row>(values: readonly Row[]) => Array.from(order, i => values[i]!)
  const placeOf = panel.counts.map((_, i) => order.indexOf(i))
  return { panel: { ...panel, counts: rows(panel.counts), known: rows(panel.known) }, placeOf }
}

describe('Whatever the panel', () => {
  it('the same multiple of all counts leaves the lift unchanged, and its range and p to half a point', () => {
    for (const seed of seeds) {
      const panel = panelOf(seed, { flights: [{ ...flight(exposed, window), lift: 0.2 }] })
      const { lift, p } = estimated(panel)
      for (const factor of [2, 7, 40]) {
        const scaled = estimated({
          ...panel,
          counts: panel.counts.map(row => row.map(count => factor * count)),
        })
        expect(scaled.lift.estimate).to.be.closeTo(lift.estimate, 1e-6)
        expectNear([scaled.lift.low, scaled.lift.high, scaled.p], [lift.low, lift.high, p], 5e-3)
      }
    }
  })

  it('the order of districts changes nothing in a lift', () => {
    for (const seed of seeds) {
      const panel = panelOf(seed, { flights: [{ ...flight(exposed, window), lift: 0.2 }] })
      const other = shuffled(panel, seed)
      const moved = estimated(
        other.panel,
        exposed.map(i => other.placeOf[i]!),
      )
      expectNear(figures(moved), figures(estimated(panel)), 1e-6)
    }
  })

  it('the order of districts changes nothing in spikes and forecasts but their order', () => {
    const panel = panelOf(7, { days: 420, districts: 6 })
    const { panel: other, placeOf } = shuffled(panel, 7)
    const spikes = { from: 380, to: 420, holidays: [] }
    const [one, two] = [findSpikes(panel, spikes), findSpikes(other, spikes)]
    const year = { cut: 400, end: 470, since: 300, holidays: [] }
    const [first, second] = [forecastYearEnd(panel, year), forecastYearEnd(other, year)]
    placeOf.forEach((place, i) => {
      expectNear(two.districts[place]!.p, Array.from(one.districts[i]!.p), 1e-6)
      const [rest, moved] = [first.districts[i]!.remaining!, second.districts[place]!.remaining!]
      expectNear([moved.low, moved.high], [rest.low, rest.high], 1e-6)
    })
  })

  it('the order of flights changes nothing but their order', () => {
    const flights = [flight([2], [60, 80]), flight([5, 9], window), flight([9, 11], [100, 118])]
    const panel = panelOf(8)
    const there = judgeFlights(panel, flights)
    const back = judgeFlights(panel, flights.toReversed())
    const told = (groups: typeof there, name: (k: number) => number) =>
      groups
        .map(group => ({
          names: group.flights.map(name).toSorted((a, b) => a - b),
          p: group.estimate.ok ? group.estimate.p.toFixed(6) : '',
          q: group.q?.toFixed(6),
        }))
        .toSorted((a, b) => a.names[0]! - b.names[0]!)
    expect(told(back, k => flights.length - 1 - k)).to.deep.equal(told(there, k => k))
  })

  it('an effect planted without noise is found exactly, by both methods, and none where there is none', () => {
    for (const lift of [-0.4, 0, 0.1, 0.5, 2]) {
      const panel = panelOf(1, { exact: true, flights: [{ ...flight(exposed, window), lift }] })
      const { M1, M3 } = estimated(panel).methods
      for (const method of [M1, M3!]) {
        expect(method.lift.estimate).to.be.closeTo(lift, 1e-9)
        expect(method.lift.low).to.be.at.most(lift)
        expect(method.lift.high).to.be.at.least(lift)
      }
    }
  })

  it('the effects of overlapping flights are told apart exactly where there is no noise', () => {
    const flights = [
      { ...flight([2, 5, 8], [90, 130]), lift: 0.5 },
      { ...flight([5, 8, 11], [115, 155]), lift: -0.2 },
    ]
    const [group] = judgeFlights(panelOf(1, { days: 160, exact: true, flights }), flights)
    const told = group!.division!.filter(portion => portion.kind === 'estimated')
    expect(told[0]!.lift.estimate).to.be.closeTo(0.5, 1e-4)
    expect(told[1]!.lift.estimate).to.be.closeTo(-0.2, 1e-4)
  })

  it('days that are not known, and cells of other flights, may hold anything', () => {
    for (const seed of seeds) {
      const panel = panelOf(seed)
      const masked = panel.counts.map(row => new Uint8Array(row.length))
      const stream = randomStream(seed, 5)
      panel.known[7]!.fill(0, 20, 30)
      masked[8]!.fill(1, 40, 60)
      const run = () => estimateLift(panel, { exposed, window, masked })
      const before = run()
      for (let t = 20; t < 30; t++) panel.counts[7]![t] = stream.below(5000)
      for (let t = 40; t < 60; t++) panel.counts[8]![t] = stream.below(5000)
      expect(run()).to.deep.equal(before)
    }
  })
})
