import { expect } from 'chai'
import { delayDistribution } from '../../src/statistics/forecast/delays.js'
import { nowcast } from '../../src/statistics/index.js'

/** Claims of Taylor & Ashe (1983) by year and delay, the standard example of the chain ladder: Mack 1993, table 1. */
const claims = [
  [357848, 766940, 610542, 482940, 527326, 574398, 146342, 139950, 227229, 67948],
  [352118, 884021, 933894, 1183289, 445745, 320996, 527804, 266172, 425046],
  [290507, 1001799, 926219, 1016654, 750816, 146923, 495992, 280405],
  [310608, 1108250, 776189, 1562400, 272482, 352053, 206286],
  [443160, 693190, 991983, 769488, 504851, 470639],
  [396132, 937085, 847498, 805037, 705960],
  [440832, 847631, 1131398, 1063269],
  [359480, 1061648, 1443370],
  [376686, 986608],
  [344014],
].map(row => Float64Array.from(row))

/** Growth from one delay to the next, as published. */
const factors = [3.4906, 1.7473, 1.4574, 1.1739, 1.1038, 1.0863, 1.0539, 1.0766, 1.0177]

describe('Delays by the chain ladder', () => {
  it('grow from day to day as published for the claims of Taylor and Ashe', () => {
    const { completeness } = delayDistribution(claims, 60)!
    expect(completeness.at(-1)).to.equal(1)
    factors.forEach((factor, k) =>
      expect(completeness[k + 1]! / completeness[k]!).to.be.closeTo(factor, 5e-5),
    )
  })

  it('leave as much to come as published: 18,680,856', () => {
    const { completeness } = delayDistribution(claims, 60)!
    const toCome = claims.reduce((sum, row) => {
      const known = row.reduce((total, value) => total + value, 0)
      return sum + known / completeness[row.length - 1]! - known
    }, 0)
    expect(Math.round(toCome)).to.equal(18_680_856)
  })

  it('complete a day as the day itself and what is usual say, exactly where delays never vary', () => {
    // Of twenty a day half comes at once, a quarter each on the two days after
    const arrivals = Array.from({ length: 40 }, () => Float64Array.of(10, 5, 5))
    const found = nowcast(arrivals)
    if (!found.ok) throw new Error(found.refusal)
    expect([...found.completeness]).to.deep.equal([0.5, 0.75, 1])
    expect(found.days.map(({ day, known }) => [day, known])).to.deep.equal([
      [37, 20],
      [38, 15],
      [39, 10],
    ])
    expect(found.preliminaryFrom).to.equal(38)
    for (const { final } of found.days) {
      expect(final.estimate).to.be.closeTo(20, 0.1)
      expect(final.low <= 20 && final.high >= 20).to.equal(true)
    }
  })
})
