import { expect } from 'chai'
import { regressCounts, regressOverdispersed } from '../../src/statistics/models/count-regression.js'
import { expectNear, readKnownValues } from './known-values.js'

interface Case {
  name: string
  counts: number[]
  poisson: number[]
  poissonDeviance: number
  dispersion: number
  size4: number[]
  overdispersed?: number[]
  size?: number
}

const cases = readKnownValues('count-regression.json') as Case[]

describe('regression of counts', () => {
  for (const known of cases) {
    const input = {
      counts: Float64Array.from(known.counts),
      ...calendar(known.counts.length),
    }

    it(`agrees with R's Poisson and quasi-Poisson on ${known.name}`, () => {
      const fit = regressCounts(input)
      expectNear(fit.coefficients, known.poisson, 1e-8)
      expectNear([fit.deviance], [known.poissonDeviance], 1e-9)
      expectNear([fit.dispersion], [known.dispersion], 1e-6)
    })

    it(`agrees with R's negative binomial of a given size on ${known.name}`, () => {
      expectNear(regressCounts(input, { size: 4 }).coefficients, known.size4, 1e-8)
    })

    if (known.overdispersed === undefined || known.size === undefined) continue
    const { overdispersed, size } = known
    it(`agrees with R's glm.nb on ${known.name}`, () => {
      const fit = regressOverdispersed(input)
      expectNear(fit.coefficients, overdispersed, 1e-8)
      expectNear([fit.size], [size], 1e-6)
    })
  }

  it('sets the coefficient of a repeated column to zero', () => {
    const counts = Float64Array.of(3, 5, 4, 9)
    const design = Float64Array.of(1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1)
    const fit = regressCounts({ counts, design, columns: 3 })
    expect(fit.rank).to.equal(2)
    expect(fit.coefficients[1]).to.equal(0)
    expect(fit.coefficients[0]).to.be.closeTo(Math.log(4), 1e-9)
  })

  it('says that counts which vary no more than Poisson have an infinite size', () => {
    const counts = Float64Array.from({ length: 60 }, (_, i) => 5 + (i % 2))
    const design = new Float64Array(60).fill(1)
    expect(regressOverdispersed({ counts, design, columns: 1 }).size).to.equal(Infinity)
  })

  it('refuses what is not a count, not a number or ragged', () => {
    const ones = Float64Array.of(1, 1)
    expect(() => regressCounts({ counts: Float64Array.of(1, -1), design: ones, columns: 1 })).to.throw(
      RangeError,
    )
    expect(() => regressCounts({ counts: Float64Array.of(1, 1.5), design: ones, columns: 1 })).to.throw(
      RangeError,
    )
    expect(() =>
      regressCounts({ counts: Float64Array.of(1, 2), design: Float64Array.of(1), columns: 1 }),
    ).to.throw(RangeError)
    expect(() =>
      regressCounts({ counts: Float64Array.of(1, 2), design: Float64Array.of(1, Number.NaN), columns: 1 }),
    ).to.throw(RangeError)
    expect(() =>
      regressCounts({ counts: new Float64Array(), design: new Float64Array(), columns: 1 }),
    ).to.throw(RangeError)
  })
})

/** The design the R script uses: intercept, six weekdays, trend, one annual harmonic; days from 1. */
function calendar(days: number): { design: Float64Array; columns: number } {
  const rows = Array.from({ length: days }, (_, t) => {
    const day = t + 1
    const angle = (2 * Math.PI * day) / 365.25
    const weekdays = [1, 2, 3, 4, 5, 6].map(k => (day % 7 === k ? 1 : 0))
    return [1, ...weekdays, day / days, Math.sin(angle), Math.cos(angle)]
  })
  return { design: Float64Array.from(rows.flat()), columns: 10 }
}
