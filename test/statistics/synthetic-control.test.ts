import { expect } from 'chai'
import { syntheticControl } from '../../src/statistics/models/synthetic-control.js'
import { needCases, readCase } from '../support/cases.js'

interface Smoking {
  /** Packs per head of California, by year. */
  target: Float64Array
  /** Years × the other states, row-major. */
  design: Float64Array
  units: number
}

const firstYear = 1970
const lawYear = 1989
const years = 31

describe('California without its tobacco law', () => {
  before(function () {
    needCases(this)
  })

  it('differs by −27.349 packs when states are compared with their own past', () => {
    const { target, design, units } = readSmoking()
    const gap = target.map((value, t) => value - mean(design.subarray(t * units, (t + 1) * units)))
    const law = lawYear - firstYear
    expect(mean(gap.subarray(law)) - mean(gap.subarray(0, law))).to.be.closeTo(-27.349, 5e-4)
  })

  it('differs by −19.6 packs from the mixture of states that followed it before', () => {
    const { target, design, units } = readSmoking()
    const law = lawYear - firstYear
    const weights = syntheticControl({
      target: target.subarray(0, law),
      design: design.subarray(0, law * units),
      units,
    })
    expect(weights.reduce((sum, weight) => sum + weight, 0)).to.be.closeTo(1, 1e-9)
    expect(weights.every(weight => weight >= 0)).to.equal(true)
    const gap = target.map((value, t) =>
      weights.reduce((rest, weight, j) => rest - weight * design[t * units + j]!, value),
    )
    expect(mean(gap.subarray(law))).to.be.closeTo(-19.6, 0.5)
  })
})

function readSmoking(): Smoking {
  const rows = readCase('synthdid_prop99/input.csv')
  const states = [...new Set(rows.map(row => row.State!))].filter(state => state !== 'California')
  const design = new Float64Array(years * states.length)
  const target = new Float64Array(years)
  for (const row of rows) {
    const t = Number(row.Year) - firstYear
    const packs = Number(row.PacksPerCapita)
    if (row.State === 'California') target[t] = packs
    else design[t * states.length + states.indexOf(row.State!)] = packs
  }
  return { target, design, units: states.length }
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
