import { expect } from 'chai'
import { assign, randomStream } from '../../src/statistics/index.js'

/** The least sum by trying every assignment there is. */
function leastOfAll(costs: Float64Array, columns: number, row = 0, taken = 0): number {
  if (row * columns === costs.length) return 0
  let least = Infinity
  for (let column = 0; column < columns; column++) {
    if ((taken >> column) & 1) continue
    const rest = leastOfAll(costs, columns, row + 1, taken | (1 << column))
    least = Math.min(least, costs[row * columns + column]! + rest)
  }
  return least
}

function sumOf(costs: Float64Array, columns: number, assigned: Int32Array): number {
  return assigned.reduce((sum, column, row) => sum + costs[row * columns + column]!, 0)
}

describe('An assignment', () => {
  it('costs as little as the best of all assignments, in every generated table up to 7 × 7', () => {
    const stream = randomStream(20111031)
    for (let rows = 1; rows <= 7; rows++) {
      for (let columns = rows; columns <= 7; columns++) {
        for (let tries = 0; tries < 12; tries++) {
          /** Few different costs make many ties; many make none. Negative ones may stand among them. */
          const kinds = [2, 5, 1000][tries % 3]!
          const costs = Float64Array.from({ length: rows * columns }, () => stream.below(kinds) - kinds / 4)
          const assigned = assign(costs, rows, columns)
          expect(new Set(assigned).size).to.equal(rows)
          expect(sumOf(costs, columns, assigned)).to.be.closeTo(leastOfAll(costs, columns), 1e-9)
        }
      }
    }
  })

  it('refuses a table of other size, with fewer columns than rows, or with costs that are no numbers', () => {
    expect(() => assign(new Float64Array(5), 2, 3)).to.throw(RangeError)
    expect(() => assign(new Float64Array(6), 3, 2)).to.throw(RangeError)
    expect(() => assign(Float64Array.of(1, Infinity), 1, 2)).to.throw(RangeError)
    expect(() => assign(Float64Array.of(1, NaN), 1, 2)).to.throw(RangeError)
    expect(assign(new Float64Array(0), 0, 3)).to.have.lengthOf(0)
  })
})
