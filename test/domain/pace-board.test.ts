import { expect } from 'chai'
import type { District } from '../../src/domain/district.js'
import { paceBoard, type PaceFacts } from '../../src/domain/pace-board.js'
import { remainingOf, together, yearEnd, type StoredForecast } from '../../src/domain/year-end.js'
import { randomStream } from '../../src/statistics/random.js'

const district = (code: string, branchId: string | null = null) => ({ code, branchId }) as District
const target = (districtCode: string, amount: number) => ({
  districtCode,
  streamId: 'self',
  month: '2011-12',
  amount,
})

const forecast = (scope: string, soFar: number, median: number): StoredForecast => ({
  year: 2011,
  streamId: 'self',
  scope,
  asOf: '2011-11-14T01:00:00.000Z',
  throughDay: '2011-10-31',
  soFar,
  remaining: { median, spread: 0.1 },
  backTests: 14,
  methodVersion: '',
  inputFingerprint: '',
})

const facts = (change: Partial<PaceFacts> = {}): PaceFacts => ({
  branches: [],
  districts: [district('A'), district('B')],
  branchId: null,
  targets: [target('A', 100), target('B', 300)],
  totals: [],
  realised: new Map([
    ['A', 90],
    ['B', 200],
  ]),
  forecasts: [forecast('all', 290, 60), forecast('A', 90, 20)],
  streamIds: ['self'],
  through: '2011-10-31',
  ...change,
})

describe('The year end', () => {
  it('is what is known and what is still to come, with the chance of reaching the target', () => {
    const rest = remainingOf({ low: 80, estimate: 100, high: 125 })
    const end = yearEnd(500, rest, 600)
    expect([end.low, end.estimate, end.high].map(Math.round)).to.deep.equal([580, 600, 625])
    expect(end.chance).to.be.closeTo(0.5, 1e-9)
    expect(yearEnd(500, rest, 625).chance).to.be.closeTo(0.1, 1e-6)
    expect(yearEnd(600, rest, 600).chance).to.equal(1)
    expect(yearEnd(500, { median: 0, spread: 0 }, 501).chance).to.equal(0)
  })

  it('of several streams spreads as their sum does', () => {
    const parts = [
      { median: 800, spread: 0.05 },
      { median: 300, spread: 0.4 },
    ]
    const random = randomStream(6)
    const sums = Array.from({ length: 40_000 }, () =>
      parts.reduce((sum, { median, spread }) => sum + median * Math.exp(spread * random.normal()), 0),
    ).toSorted((a, b) => a - b)
    const end = yearEnd(0, together(parts)!, 1)
    expect(end.low / sums[4000]!).to.be.closeTo(1, 0.025)
    expect(end.estimate / sums[20_000]!).to.be.closeTo(1, 0.025)
    expect(end.high / sums[36_000]!).to.be.closeTo(1, 0.025)
    expect(together([...parts, null])).to.equal(null)
  })
})

describe('The pace board', () => {
  it('adds its districts up to the whole and gives each its own forecast', () => {
    const { whole, parts, notGiven } = paceBoard(facts())
    expect([whole.pace.target, whole.pace.realised]).to.deep.equal([400, 290])
    expect(parts.map(({ pace }) => [pace.target, pace.realised])).to.deep.equal([
      [100, 90],
      [300, 200],
    ])
    expect(whole.forecast?.estimate).to.equal(350)
    expect(parts.map(part => part.forecast?.estimate ?? null)).to.deep.equal([110, null])
    expect(notGiven).to.equal(null)
  })

  it('shows what of a target set for the whole is given to no district', () => {
    const totals = [{ scope: 'all', streamId: '', amount: 450 }]
    expect(paceBoard(facts({ totals })).notGiven, 'one stream only').to.equal(null)
    expect(paceBoard(facts({ totals, streamIds: ['self', 'employer'] })).notGiven).to.equal(50)
    const ofStream = [{ scope: 'all', streamId: 'self', amount: 380 }]
    expect(paceBoard(facts({ totals: ofStream })).notGiven, 'more is given than there is').to.equal(-20)
  })

  it('begins with branches where there are several, and opens each to its districts', () => {
    const branches = [
      { id: 'east', name: 'Timur' },
      { id: 'west', name: 'Barat' },
    ]
    const districts = [district('A', 'east'), district('B', 'west'), district('C', 'west')]
    const of = (change: Partial<PaceFacts>) => paceBoard(facts({ branches, districts, ...change }))
    expect(of({}).parts.map(({ scope, pace }) => [scope.kind, pace.target])).to.deep.equal([
      ['branch', 100],
      ['branch', 300],
    ])
    const west = of({ branchId: 'west', totals: [{ scope: 'branch west', streamId: 'self', amount: 310 }] })
    expect([west.whole.pace.target, west.notGiven, west.parts.length]).to.deep.equal([300, 10, 1])
  })
})
