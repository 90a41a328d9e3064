import { expect } from 'chai'
import fc from 'fast-check'
import { intervalBar } from '../../src/views/charts/interval-bar.js'
import { sparkline } from '../../src/views/charts/sparkline.js'
import { boxesOf, pictureOf, strokes } from './svg-reader.js'

const broken = /NaN|undefined|Infinity|null/

/** Enough values, one, the same again and again, none. */
const series = fc.oneof(
  fc.array(fc.oneof(fc.constant(null), fc.nat(3000)), { maxLength: 150 }),
  fc.constant([]),
  fc.constant([null, null]),
  fc.constant([0]),
  fc.constant([7, 7, 7, 7]),
)

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
