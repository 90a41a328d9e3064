import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, daysFrom } from '../../src/domain/time.js'
import { intervalBar } from '../../src/views/charts/interval-bar.js'
import { paceChart, type PaceInput } from '../../src/views/charts/pace-chart.js'
import { placeboStrip } from '../../src/views/charts/placebo-strip.js'
import { smallMultiples } from '../../src/views/charts/small-multiples.js'
import { sparkline } from '../../src/views/charts/sparkline.js'
import { tileMap, type TileMapInput } from '../../src/views/charts/tile-map.js'
import { quantileClasses, stepOf } from '../../src/views/charts/tiles/classes.js'
import { verdictChart, type VerdictInput } from '../../src/views/charts/verdict-chart.js'
import { first, indonesian } from './chart-inputs.js'
import {
  boxesOf,
  cellText,
  columnOf,
  drawingsOf,
  numberOf,
  pictureOf,
  strokes,
  valueAt,
  viewBox,
} from './svg-reader.js'

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

describe('The strip of placebos', () => {
  const lifts = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { maxLength: 40 })
  const actual = { label: 'Rumah Pekerja', lift: 0.29, low: 0.13, high: 0.46 }
  const strip = (values: readonly number[]) =>
    placeboStrip(indonesian, {
      id: 'placebo',
      title: 'Apakah menonjol?',
      actual,
      placebos: values.map((lift, i) => ({
        kind: i % 2 ? ('date' as const) : ('district' as const),
        label: `Uji ${i}`,
        lift,
      })),
    })

  it('holds a dot for every placebo, inside the picture', () => {
    fc.assert(
      fc.property(lifts, values => {
        const chart = strip(values)
        const picture = pictureOf(chart.svg)
        const circles = picture.querySelectorAll('circle.placebo').map(dot => numberOf(dot, 'cx'))
        const squares = strokes(picture, 'path.placebo').map(stroke => stroke[0]![0])
        expect([circles.length, squares.length]).to.deep.equal([
          Math.floor(values.length / 2),
          Math.ceil(values.length / 2),
        ])
        for (const x of [...circles, ...squares]) expect(x).to.be.within(180, viewBox(picture).width)
        expect(chart.table.rows).to.have.length(values.length + 1)
      }),
    )
  })

  it('marks the real estimate with its interval, apart from the rest', () => {
    const chart = strip([0.02, -0.05])
    const range = pictureOf(chart.svg).querySelector('.actual-range')!
    expect(numberOf(range, 'x2')).to.be.greaterThan(numberOf(range, 'x1'))
    expect(chart.table.rows[0]!.strong).to.equal(true)
    expect(cellText(chart.table.rows[0]!.cells[2])).to.include('+13').and.include('+46')
  })
})

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

describe('The tile map', () => {
  const map = (values: readonly (number | null)[]): TileMapInput => ({
    id: 'tiles',
    title: 'Pendaftaran',
    measure: 'pendaftaran',
    format: indonesian.formats.number,
    tiles: values.map((value, i) => ({
      code: `18.${i}`,
      name: `Kabupaten ${i}`,
      shortName: `Nama Panjang Sekali ${i}`,
      column: i % 5,
      row: Math.floor(i / 5),
      value,
      marks: i === 1 ? ['silent', 'exposed'] : [],
      href: `/districts/18.${i}`,
    })),
  })

  it('gives equal values one class, every value a class, and larger values no smaller a step', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 60 }), values => {
        const classes = quantileClasses(values)
        const steps = values.toSorted((a, b) => a - b).map(value => stepOf(classes, value))
        expect(steps).to.deep.equal(steps.toSorted((a, b) => a - b))
        expect(steps.every(step => step >= 1 && step <= 5)).to.equal(true)
        expect(new Set(values.map(value => `${value} ${stepOf(classes, value)}`)).size).to.equal(
          new Set(values).size,
        )
      }),
    )
  })

  it('makes every district a link that says its name, its number and its marks', () => {
    const chart = tileMap(indonesian, map([4, 9, null, 9, 1]))
    const links = pictureOf(chart.svg)
      .querySelectorAll('a')
      .map(link => link.getAttribute('aria-label'))
    expect(links).to.deep.equal([
      'Kabupaten 0, 4',
      `Kabupaten 1, 9, ${t.tileMarks.silent}, ${t.tileMarks.exposed}`,
      `Kabupaten 2, ${t.noFigure}`,
      'Kabupaten 3, 9',
      'Kabupaten 4, 1',
    ])
  })

  it('ranks the same numbers in its table, equal ones alike, unknown ones last', () => {
    const { table } = tileMap(indonesian, map([4, 9, null, 9, 1]))
    expect(table.rows.map(row => cellText(row.cells[0]))).to.deep.equal(['1', '1', '3', '4', '–'])
    expect(table.rows.map(row => cellText(row.cells[2]))).to.deep.equal(['9', '9', '4', '1', t.noFigure])
  })

  it('tells the steps apart by texture, not by tint alone', () => {
    const picture = pictureOf(tileMap(indonesian, map([1, 2, 3, 4, 5])).svg)
    const feet = picture.querySelectorAll('.tile').map(tile => {
      const foot = tile.querySelector('.tile-foot')
      return foot ? (foot.getAttribute('fill') ?? 'full') : 'empty'
    })
    expect(new Set(feet).size).to.equal(5)
  })

  it('stays one scrolling picture where a country has too many columns for a phone', () => {
    const wide = map(Array.from({ length: 12 }, (_, i) => i))
    expect(tileMap(indonesian, wide).narrow).not.to.equal(undefined)
    const country = { ...wide, tiles: wide.tiles.map((tile, i) => ({ ...tile, column: i, row: 0 })) }
    expect(tileMap(indonesian, country).narrow).to.equal(undefined)
  })

  it('draws an empty province and one of a single value', () => {
    for (const values of [[], [null], [0], [7, 7, 7]]) {
      for (const drawing of drawingsOf(tileMap(indonesian, map(values)))) expect(drawing).not.to.match(broken)
    }
  })
})

describe('Small multiples', () => {
  const periods = ['M1', 'M2', 'M3', 'M4']
  const item = (label: string, values: readonly (number | null)[]) => ({
    label,
    href: '',
    note: '',
    values,
    usual: [],
    onAir: [{ first: 1, last: 2 }],
  })

  it('draw every district on one scale', () => {
    const items = [item('Metro', [10, 20, 40, 10]), item('Mesuji', [1, 2, 4, 1])]
    const chart = smallMultiples(indonesian, {
      id: 'all',
      title: 'Semua',
      measure: 'per minggu',
      periods,
      items,
    })
    const html = chart.svg.toString()
    const heights = [...html.matchAll(/class="observed" d="([^"]*)"/g)].map(([, d]) =>
      d!.match(/,(\d+\.?\d*)/g)!.map(y => Number(y.slice(1))),
    )
    const rise = (ys: number[]) => ys[0]! - ys[2]!
    expect(rise(heights[0]!) / rise(heights[1]!)).to.be.closeTo(10, 0.6)
    expect(chart.notes!.join('')).to.include('40')
  })

  it('draw whatever they are given without a coordinate that is no number', () => {
    fc.assert(
      fc.property(fc.array(series, { maxLength: 6 }), all => {
        const items = all.map((values, i) => item(`Wilayah ${i}`, values.slice(0, 4)))
        const chart = smallMultiples(indonesian, {
          id: 'all',
          title: 'Semua',
          measure: 'per minggu',
          periods,
          items,
        })
        for (const drawing of drawingsOf(chart)) expect(drawing).not.to.match(broken)
        expect(chart.table.rows).to.have.length(all.length)
      }),
    )
  })
})

describe('Pictures in cells', () => {
  it('draw any line inside their box, and a lone value as a dot', () => {
    fc.assert(
      fc.property(series, values => {
        const picture = pictureOf(sparkline(values, { label: 'dua belas minggu' }))
        for (const [x, y] of strokes(picture, '.spark-line').flat()) {
          expect(x).to.be.within(0, 96)
          expect(y).to.be.within(0, 24)
        }
        expect(picture.toString()).not.to.match(broken)
      }),
    )
    expect(
      pictureOf(sparkline([null, 5, null], { label: 'satu' })).querySelectorAll('circle'),
    ).to.have.length(1)
  })

  it('centre an interval on zero, and end in an arrow where it goes on', () => {
    const bar = (estimate: number, low: number, high: number) =>
      pictureOf(intervalBar({ estimate, low, high }, { reach: 0.5, label: 'x' }))
    const inside = boxesOf(bar(0.2, 0.1, 0.3), 'rect')[0]!
    expect(inside.x).to.be.greaterThan(70)
    expect(bar(0.2, 0.1, 0.3).querySelectorAll('.interval-clear')).to.have.length(1)
    expect(bar(0.1, -0.1, 0.3).querySelectorAll('.interval-clear')).to.have.length(0)
    const beyond = bar(0.3, -0.2, Infinity)
    expect(beyond.querySelectorAll('.interval-beyond')).to.have.length(1)
    const [box] = boxesOf(beyond, 'rect')
    expect(box!.x + box!.width).to.be.at.most(140)
  })
})
