import { expect } from 'chai'
import { estimateLift, randomStream, type Panel } from '../../src/statistics/index.js'

describe('A district from which nothing ever came', () => {
  it('is no reason to fail: the flight is judged by the others', () => {
    const chance = randomStream(3, 1)
    const counts = Array.from({ length: 8 }, (_, i) =>
      Float64Array.from({ length: 150 }, () => (i === 0 ? 0 : chance.poisson(9))),
    )
    const known = counts.map(row => new Uint8Array(row.length).fill(1))
    const panel: Panel = { counts, known, firstWeekday: 0 }
    const estimate = estimateLift(panel, { exposed: [0, 1], window: [120, 150], districts: true })
    if (!estimate.ok) throw new Error(estimate.refusal)
    expect(estimate.lift.low).to.be.below(estimate.lift.high)
    expect(estimate.districts!.map(({ district }) => district)).to.deep.equal([1])
  })
})
