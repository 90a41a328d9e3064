import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, daysFrom } from '../../src/domain/time.js'
import { paceChart, type PaceInput } from '../../src/views/charts/pace-chart.js'
import { indonesian } from './chart-inputs.js'
import { columnOf, drawingsOf, pictureOf, strokes, valueAt } from './svg-reader.js'

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

describe('The pace chart', () => {
  const year = (realised: PaceInput['realised'], change: Partial<PaceInput> = {}): PaceInput => ({
    id: 'pace',
    title: 'Laju 2011',
    caption: 'Sesuai target.',
    targets: ['2011-01', '2011-02', '2011-03'].map((month, i) => ({ month, toDate: 100 * (i + 1) })),
    realised,
    forecast: [],
    published: [],
    ...change,
  })

  it('draws any realisation without a coordinate that is no number', () => {
    fc.assert(
      fc.property(series, fc.boolean(), (values, bare) => {
        const realised = values.map((toDate, i) => ({ day: addDays('2011-01-01', i), toDate }))
        const input = year(realised, bare ? { targets: [] } : {})
        for (const drawing of drawingsOf(paceChart(indonesian, input))) expect(drawing).not.to.match(broken)
      }),
    )
  })

  it('climbs a stair a month, at the height the table gives', () => {
    const picture = pictureOf(paceChart(indonesian, year([])).svg)
    const value = valueAt(picture, whole)
    const heights = new Set(
      strokes(picture, '.target')
        .flat()
        .map(([, y]) => Math.round(value(y))),
    )
    expect([...heights]).to.deep.equal([100, 200, 300])
  })

  it('shows the last known figure of each week, in picture and table alike', () => {
    const realised = daysFrom('2011-01-03', '2011-01-23').map((day, i) => ({
      day,
      toDate: i === 20 ? null : 10 * i,
    }))
    const chart = paceChart(indonesian, year(realised))
    const picture = pictureOf(chart.svg)
    const value = valueAt(picture, whole)
    expect(
      strokes(picture, '.realised')
        .flat()
        .map(([, y]) => Math.round(value(y))),
    ).to.deep.equal([60, 130, 190])
    expect(columnOf(chart, t.realisedToDate).filter(Boolean)).to.deep.equal(['60', '130', '190'])
    expect(columnOf(chart, t.pace).filter(Boolean)).to.deep.equal(['60%', '130%', '190%'])
  })

  it('opens its forecast at the last known figure and ends it at the range it was given', () => {
    const forecast = [{ day: '2011-03-31', low: 240, middle: 260, high: 300 }]
    const picture = pictureOf(
      paceChart(indonesian, year([{ day: '2011-02-14', toDate: 120 }], { forecast })).svg,
    )
    const value = valueAt(picture, whole)
    const fan = strokes(picture, '.fan')
      .flat()
      .map(([, y]) => Math.round(value(y)))
    expect(fan).to.have.members([120, 300, 240, 120])
    expect(picture.querySelectorAll('.end-fan').map(label => label.textContent)).to.have.length(2)
  })

  it('flags a figure that cannot be, in the picture and in words', () => {
    const published = [{ day: '2011-03-10', value: 250, label: '250, sama dengan target', flagged: true }]
    const chart = paceChart(indonesian, year([], { published }))
    for (const drawing of [chart.svg, chart.narrow!].map(pictureOf)) {
      expect(drawing.querySelectorAll('.published-flagged .published-flag')).to.have.length(1)
    }
    expect(chart.notes!.join(' ')).to.include('⚠').and.include('sama dengan target')
  })
})
