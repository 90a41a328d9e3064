import { expect } from 'chai'
import fc from 'fast-check'
import { addDays } from '../../src/domain/time.js'
import { verdictChart, type VerdictInput } from '../../src/views/charts/verdict-chart.js'
import { first, indonesian } from './chart-inputs.js'
import { boxesOf, columnOf, drawingsOf, pictureOf, strokes, valueAt } from './svg-reader.js'

const t = indonesian.words.charts
const whole = (text: string) => Number(text.replaceAll('.', '').replace(',', '.').replace('−', '-'))
const broken = /NaN|undefined|Infinity|null/

/** Enough values, one, the same again and again, none. */
const series = fc.oneof(
  fc.array(fc.oneof(fc.constant(null), fc.nat(3000)), { maxLength: 150 }),
  fc.constant([]),
  fc.constant([null, null]),
  fc.constant([0]),
  fc.constant([7, 7, 7, 7]),
)

describe('The verdict chart', () => {
  const input = (values: readonly (number | null)[], from: number): VerdictInput => ({
    id: 'verdict',
    title: 'Rumah Pekerja',
    unit: 'day',
    points: values.map((observed, i) => ({
      day: addDays(first, i),
      observed,
      expected: 20,
      low: 12,
      high: 30,
    })),
    window: { first: addDays(first, from), last: addDays(first, from + 6) },
    cumulative: values
      .slice(from, from + 7)
      .map((_, i) => ({ day: addDays(first, from + i), difference: 4 * i, low: 2 * i, high: 7 * i })),
  })

  it('draws any series without a coordinate that is no number', () => {
    fc.assert(
      fc.property(series, fc.nat(20), (values, from) => {
        for (const drawing of drawingsOf(verdictChart(indonesian, input(values, from))))
          expect(drawing).not.to.match(broken)
      }),
    )
  })

  it('shades the window, and draws what its table says inside it', () => {
    const chart = verdictChart(indonesian, input([18, 22, 19, 21, 20, 40, 44, 38, 41, 39, 45, 40, 20], 5))
    for (const picture of [chart.svg, chart.narrow!].map(pictureOf)) {
      const [window] = boxesOf(picture, 'rect.window')
      const inside = strokes(picture, 'path.observed:not(.observed-before)').flat()
      const value = valueAt(picture, whole)
      expect(inside.map(([, y]) => Math.round(value(y)))).to.deep.equal([40, 44, 38, 41, 39, 45, 40])
      for (const [x] of inside) expect(x).to.be.within(window!.x, window!.x + window!.width)
      const sums = strokes(picture, '.sum')
        .flat()
        .map(([, y]) => Math.round(valueAt(picture, whole, 1)(y)))
      expect(sums).to.deep.equal([0, 4, 8, 12, 16, 20, 24])
    }
    expect(columnOf(chart, t.cumulative).filter(Boolean)).to.deep.equal([
      '0',
      '4',
      '8',
      '12',
      '16',
      '20',
      '24',
    ])
    expect(chart.svg.toString()).to.include(t.interval('12', '42'))
  })

  it('joins nothing over a day that was not reported', () => {
    const chart = verdictChart(indonesian, input([18, null, 19, 21, 20, 40, null, 38, 41, 39, 45, 40, 20], 5))
    expect(strokes(pictureOf(chart.svg), '.observed-before').map(stroke => stroke.length)).to.deep.equal([
      1, 4, 6,
    ])
    expect(columnOf(chart, t.registrations)[1]).to.equal(t.notReported)
  })
})
