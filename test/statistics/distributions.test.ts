import { expect } from 'chai'
import { readKnownValues } from './known-values.js'
import * as beta from '../../src/statistics/distributions/beta.js'
import * as gamma from '../../src/statistics/distributions/gamma.js'
import * as negativeBinomial from '../../src/statistics/distributions/negative-binomial.js'
import * as normal from '../../src/statistics/distributions/normal.js'
import * as student from '../../src/statistics/distributions/student.js'
import { digamma, trigamma } from '../../src/statistics/numerics/digamma.js'
import { logGamma } from '../../src/statistics/numerics/log-gamma.js'

const functions = {
  ...beta,
  ...gamma,
  ...negativeBinomial,
  ...normal,
  ...student,
  digamma,
  trigamma,
  logGamma,
}
type Name = keyof typeof functions
const { points } = readKnownValues('distributions.json') as { points: [Name, number[], number][] }

describe('distributions', () => {
  it('are checked at 300 points or more', () => expect(points.length).to.be.at.least(300))

  for (const name of new Set(points.map(point => point[0]))) {
    it(`${name} agrees with R to 1e-10 relative`, () => {
      for (const [, given, expected] of points.filter(point => point[0] === name)) {
        const value = (functions[name] as (...given: number[]) => number)(...given)
        const error = Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-290)
        expect(error, `${name}(${given.join(', ')}) = ${value}, R says ${expected}`).to.be.below(1e-10)
      }
    })
  }

  it('reads an upper-tail probability as one', () => {
    expect(student.studentQuantile(1e-9, 7, { upperTail: true })).to.equal(-student.studentQuantile(1e-9, 7))
    expect(gamma.gammaUpper(gamma.gammaQuantile(1e-14, 3, { upperTail: true }), 3)).to.be.closeTo(
      1e-14,
      1e-25,
    )
    expect(beta.betaUpper(beta.betaQuantile(1e-9, 3, 4, { upperTail: true }), 3, 4)).to.be.closeTo(
      1e-9,
      1e-19,
    )
  })

  it('takes an infinite size for the Poisson distribution', () => {
    const { negativeBinomialUpper: upper } = negativeBinomial
    expect(upper(3, 1.5, Infinity)).to.be.closeTo(0.191153169461942, 1e-14)
    expect(upper(700, 500, Infinity)).to.be.closeTo(upper(700, 500, 1e13), 1e-24)
  })

  it('refuses what is not a number or outside', () => {
    expect(() => normal.normalCdf(Number.NaN)).to.throw(RangeError)
    expect(() => normal.normalQuantile(1)).to.throw(RangeError)
    expect(() => student.studentUpper(1, 0)).to.throw(RangeError)
    expect(() => student.studentQuantile(0, 5)).to.throw(RangeError)
    expect(() => gamma.gammaCdf(1, -1)).to.throw(RangeError)
    expect(() => beta.betaCdf(0.5, Number.NaN, 1)).to.throw(RangeError)
    expect(() => negativeBinomial.negativeBinomialUpper(1, -2, 3)).to.throw(RangeError)
    expect(() => negativeBinomial.negativeBinomialQuantile(0, 2, 3)).to.throw(RangeError)
    expect(() => logGamma(0)).to.throw(RangeError)
  })
})
