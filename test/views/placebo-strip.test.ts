import { expect } from 'chai'
import fc from 'fast-check'
import { placeboStrip } from '../../src/views/charts/placebo-strip.js'
import { indonesian } from './chart-inputs.js'
import { cellText, numberOf, pictureOf, strokes, viewBox } from './svg-reader.js'

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
