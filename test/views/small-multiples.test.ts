import { expect } from 'chai'
import fc from 'fast-check'
import { smallMultiples } from '../../src/views/charts/small-multiples.js'
import { indonesian } from './chart-inputs.js'
import { drawingsOf } from './svg-reader.js'

const broken = /NaN|undefined|Infinity|null/

/** Enough values, one, the same again and again, none. */
const series = fc.oneof(
  fc.array(fc.oneof(fc.constant(null), fc.nat(3000)), { maxLength: 150 }),
  fc.constant([]),
  fc.constant([null, null]),
  fc.constant([0]),
  fc.constant([7, 7, 7, 7]),
)

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
