import { expect } from 'chai'
import * as statistics from '../../src/statistics/index.js'
import type { Panel } from '../../src/statistics/index.js'
import { flight, panelOf } from '../support/panel.js'

const { randomStream } = statistics
const window = [90, 118] as const
const flights = [flight([2, 5], window)]
const spikes = { from: 100, to: 120, holidays: [] }
const year = { cut: 110, end: 150, holidays: [] }

/** Every function that takes a panel, asked an ordinary question of it. */
const ofPanel: Record<string, (panel: Panel) => unknown> = {
  estimateLift: panel => statistics.estimateLift(panel, { exposed: [2, 5], window }),
  judgeFlights: panel => statistics.judgeFlights(panel, flights),
  findSpikes: panel => statistics.findSpikes(panel, spikes),
  judgeSpikes: panel => statistics.judgeSpikes(panel, spikes, { pooled: [] }),
  poolSpikeEffects: panel => statistics.poolSpikeEffects(panel, spikes),
  combineJudgements: panel =>
    statistics.combineJudgements(statistics.judgeSpikes(panel, spikes, { pooled: [] }), spikes),
  forecastYearEnd: panel => statistics.forecastYearEnd(panel, year),
  smallestDetectableLift: panel =>
    statistics.smallestDetectableLift(panel, { exposed: [2, 5], at: 118, length: 28 }),
  wavesPower: panel =>
    statistics.wavesPower(panel, { ...randomised(), starts: [0, 14], length: 28, draws: 4, seed: 1 }),
  randomisationTest: panel => statistics.randomisationTest(panel, randomised()),
}

/** Every function that takes lists of numbers, asked of one list. */
const ofNumbers: Record<string, (values: number[]) => unknown> = {
  benjaminiHochberg: values => statistics.benjaminiHochberg(values),
  benjaminiYekutieli: values => statistics.benjaminiYekutieli(values),
  holm: values => statistics.holm(values),
  combineEffects: values => statistics.combineEffects(values.map(value => ({ effect: 1, variance: value }))),
  nowcast: values => statistics.nowcast(Array.from({ length: 30 }, () => Float64Array.from(values))),
  planWaves: values =>
    statistics.planWaves({
      districts: values.map((_, k) => k),
      waves: [Math.floor(values.length / 2), Math.ceil(values.length / 2)],
      balance: [Float64Array.from(values)],
      seed: 1,
      draws: 400,
    }),
}

/** Tested elsewhere with inputs of their own kind. */
const others = [
  'flightMask',
  'overlapGroups',
  'assign',
  'randomStream',
  'heardFrom',
  'heardTogether',
  'normalQuantile',
  'normalUpper',
]

function randomised() {
  const stream = randomStream(3)
  const admissible = Array.from({ length: 40 }, () => {
    const plan = Int32Array.from({ length: 14 }, (_, i) => i % 2)
    stream.shuffle(plan)
    return plan
  })
  const districts = Array.from({ length: 14 }, (_, i) => i)
  return { districts, starts: [60, 90], from: 20, to: 118, admissible, chosen: 0 }
}

function changed(value: number): Panel {
  const panel = panelOf(1)
  panel.counts[3]![95] = value
  return panel
}

const filled = (value: number) => {
  const panel = panelOf(1)
  panel.counts.forEach(row => row.fill(value))
  return panel
}

/** Every number in an answer, wherever it lies. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (value === null || typeof value !== 'object') return []
  return (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : Object.values(value)).flatMap(
    numbersIn,
  )
}

function expectNoNonsense(answer: unknown, what: string): void {
  expect(numbersIn(answer).filter(Number.isNaN), what).to.deep.equal([])
}

describe('What is no panel, or says nothing', () => {
  it('is tried on every function there is', () => {
    const all: [string, unknown][] = Object.entries(statistics)
    const functions = all.filter(([, it]) => typeof it === 'function').map(([name]) => name)
    const tried = [...Object.keys(ofPanel), ...Object.keys(ofNumbers), ...others]
    expect(
      functions.filter(name => !tried.includes(name)),
      'add new ones to the lists above',
    ).to.deep.equal([])
  })

  for (const [name, ask] of Object.entries(ofPanel)) {
    it(`${name} refuses NaN, negative and fractional counts by district and day`, () => {
      for (const wrong of [Number.NaN, -1, 2.5, Infinity])
        expect(() => ask(changed(wrong)), String(wrong)).to.throw(RangeError, 'district 3 day 95')
    })

    it(`${name} refuses an empty and a ragged panel`, () => {
      const panel = panelOf(1)
      expect(() => ask({ counts: [], known: [], firstWeekday: 0 })).to.throw(RangeError)
      expect(() => ask({ ...panel, known: panel.known.slice(1) })).to.throw(RangeError)
      expect(() => ask({ ...panel, counts: panel.counts.with(1, new Float64Array(5)) })).to.throw(RangeError)
      expect(() => ask({ ...panel, firstWeekday: 7 })).to.throw(RangeError)
    })

    it(`${name} answers without NaN, or refuses by name, where counts are all zero, constant, or nothing is known`, () => {
      const unknown = panelOf(1)
      unknown.known.forEach(row => row.fill(0))
      for (const [what, panel] of Object.entries({
        zero: filled(0),
        constant: filled(4),
        one: filled(1),
        unknown,
      }))
        expectNoNonsense(ask(panel), what)
    })
  }

  it('gives no lift where nothing was registered, by name', () => {
    const refusal = (panel: Panel) => statistics.estimateLift(panel, { exposed: [2, 5], window })
    expect(refusal(filled(0))).to.include({ ok: false, refusal: 'too-few-comparison-districts', have: 0 })
    const silent = panelOf(1)
    for (const i of [2, 5]) silent.counts[i]!.fill(0)
    expect(refusal(silent)).to.include({ ok: false, refusal: 'no-registrations-before' })
    const unknown = panelOf(1)
    unknown.known.forEach(row => row.fill(0))
    expect(refusal(unknown)).to.include({ ok: false, refusal: 'too-few-comparison-districts' })
  })

  for (const [name, ask] of Object.entries(ofNumbers)) {
    it(`${name} refuses what is no number of its kind, and makes no NaN of what says nothing`, () => {
      const list = (value: number) => [...Array.from({ length: 9 }, () => 1), value]
      expect(() => ask(list(Number.NaN))).to.throw(RangeError)
      expect(() => ask(list(name === 'planWaves' ? Infinity : -1))).to.throw(RangeError)
      if (name === 'nowcast') expect(() => ask(list(0.5))).to.throw(RangeError)
      for (const values of [
        list(1),
        [1],
        ...(name === 'combineEffects' ? [] : [Array.from({ length: 9 }, () => 0)]),
      ])
        if (name !== 'planWaves' || values.length > 1) expectNoNonsense(ask(values), values.join())
      if (name !== 'planWaves') expectNoNonsense(ask([]), 'empty')
    })
  }
})
