import { expect } from 'chai'
import { syntheticControlByPredictors } from '../../src/statistics/models/synthetic-control.js'
import { needCases, readCase, readExpected } from '../support/cases.js'

const schooling = ['school.illit', 'school.prim', 'school.med', 'school.high', 'school.post.high']
const sectors = [
  'sec.agriculture',
  'sec.energy',
  'sec.industry',
  'sec.construction',
  'sec.services.venta',
  'sec.services.nonventa',
]
const spain = '1'
const basque = '17'

describe('The Basque Country without its conflict', () => {
  before(function () {
    needCases(this)
  })

  it('is made of Cataluña and Madrid, in the published shares', function () {
    this.timeout(30_000)
    const rows = readCase('synth_basque/input.csv')
    const regions = [...new Set(rows.map(row => row.regionno!))].filter(
      region => region !== spain && region !== basque,
    )
    const names = regions.map(region => rows.find(row => row.regionno === region)!.regionname!)
    const { weights } = syntheticControlByPredictors({
      ...together(rows, { regions, read: predictors }),
      outcomes: together(rows, { regions, read: outcomes }),
      units: regions.length,
    })
    const published = readExpected('synth_basque/expected.json').weights as Record<string, number>
    expect(names.filter(name => published[name]! > 0.1)).to.deep.equal(['Cataluna', 'Madrid (Comunidad De)'])
    names.forEach((name, j) => expect(weights[j], name).to.be.closeTo(published[name]!, 0.01))
  })
})

type Rows = Record<string, string>[]

function together(
  rows: Rows,
  { regions, read }: { regions: string[]; read: (region: Rows) => number[] },
): { target: Float64Array; design: Float64Array } {
  const of = (region: string) => read(rows.filter(row => row.regionno === region))
  const columns = regions.map(of)
  const target = Float64Array.from(of(basque))
  const design = Float64Array.from(columns[0]!.flatMap((_, i) => columns.map(column => column[i]!)))
  return { target, design }
}

/** The thirteen predictors of the published example: the two higher school levels together, levels as shares. */
function predictors(region: Rows): number[] {
  const school = schooling.map(name => mean(region, { name, from: 1964, to: 1969 }))
  const [illiterate, primary, medium, high, higher] = school as [number, number, number, number, number]
  const total = school.reduce((sum, value) => sum + value, 0)
  const levels = [illiterate, primary, medium, high + higher].map(value => (100 * value) / total)
  return [
    ...levels,
    mean(region, { name: 'invest', from: 1964, to: 1969 }),
    mean(region, { name: 'gdpcap', from: 1960, to: 1969 }),
    ...sectors.map(name => mean(region, { name, from: 1961, to: 1969 })),
    mean(region, { name: 'popdens', from: 1969, to: 1969 }),
  ]
}

function outcomes(region: Rows): number[] {
  return region.filter(row => within(row, { from: 1960, to: 1969 })).map(row => Number(row.gdpcap))
}

/** Mean over the years that have a value; the sectors have one every second year. */
function mean(region: Rows, { name, from, to }: { name: string; from: number; to: number }): number {
  const values = region
    .filter(row => within(row, { from, to }) && row[name] !== 'NA')
    .map(row => Number(row[name]))
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function within(row: Record<string, string>, { from, to }: { from: number; to: number }): boolean {
  return Number(row.year) >= from && Number(row.year) <= to
}
