import { expect } from 'chai'
import { heardFrom, heardTogether } from '../../src/statistics/index.js'

const near = (found: number, wanted: number) => expect(found).to.be.closeTo(wanted, 1e-12)

describe('How often people of an audience hear an outlet', () => {
  it('is binomial when nobody has habits: three runs at 20 % are missed by 51.2 %, met once by 38.4 %', () => {
    const [none, once, twice, more] = heardFrom({ share: 1, rating: 0.2, alikeness: 0, runs: 3 })
    near(none!, 0.512)
    near(once!, 0.384)
    near(twice!, 0.096)
    near(more!, 0.008)
  })

  it('is the same for every count when chances are spread evenly: 1 in n + 1', () => {
    // Beta(1, 1): mean 1/2, correlation 1 / (1 + 1 + 1).
    for (const runs of [1, 2, 3, 7, 20]) {
      const chances = heardFrom({ share: 1, rating: 0.5, alikeness: 1 / 3, runs }, 4)
      for (let k = 0; k < Math.min(3, runs + 1); k++) near(chances[k]!, 1 / (runs + 1))
    }
  })

  it('agrees with the gamma functions of the beta-binomial, worked out by hand for Beta(2, 3) and four runs', () => {
    // P(0) = B(2, 7) / B(2, 3) = (1/56) / (1/12) = 12/56; P(1) = 4 B(3, 6) / B(2, 3) = 4 · 12/168.
    const chances = heardFrom({ share: 1, rating: 0.4, alikeness: 1 / 6, runs: 4 }, 6)
    near(chances[0]!, 12 / 56)
    near(chances[1]!, (4 * 12) / 168)
    near(chances[2]!, (6 * 12) / 280)
    near(
      chances.reduce((sum, value) => sum + value, 0),
      1,
    )
    near(
      chances.reduce((sum, value, k) => sum + k * value, 0),
      4 * 0.4,
    )
  })

  it('never goes beyond the coverage of the outlet, however many runs', () => {
    const [none] = heardFrom({ share: 0.3, rating: 0.4, alikeness: 0.1, runs: 5000 })
    expect(1 - none!).to.be.within(0.29, 0.3)
  })

  it('multiplies what is missed over outlets, as Sainsbury has it', () => {
    const a = heardFrom({ share: 0.5, rating: 0.4, alikeness: 0, runs: 1 })
    const b = heardFrom({ share: 0.4, rating: 0.5, alikeness: 0, runs: 1 })
    const both = heardTogether([a, b])
    near(both[0]!, 0.8 * 0.8)
    near(both[1]!, 2 * 0.2 * 0.8)
    near(both[2]!, 0.04)
    near(heardTogether([])[0]!, 1)
  })

  it('refuses shares and counts that are none', () => {
    const good = { share: 0.5, rating: 0.1, alikeness: 0.3, runs: 2 }
    for (const change of [
      { share: 1.1 },
      { share: Number.NaN },
      { rating: 1 },
      { alikeness: 1 },
      { runs: 1.5 },
    ])
      expect(() => heardFrom({ ...good, ...change })).to.throw(RangeError)
  })
})
