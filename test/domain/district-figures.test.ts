import { expect } from 'chai'
import { figureLine, rateBase, type FigureFacts } from '../../src/domain/district-figures.js'
import type { District } from '../../src/domain/district.js'
import type { RegistrationCount } from '../../src/domain/registration.js'
import { streamsTogether } from '../../src/domain/streams-together.js'
import { addDays } from '../../src/domain/time.js'

const district = (code: string, more: Partial<District> = {}) =>
  ({
    code,
    validFrom: '2000-01-01',
    validTo: null,
    population: 20_000,
    workingAge: null,
    ...more,
  }) as District

const week = { first: '2026-10-05', last: '2026-10-11' }
const before = addDays(week.first, -364)
const sum = (districtCode: string, bucket: string, total: number, reportedDays = 7) => ({
  districtCode,
  bucket,
  total,
  reportedDays,
})

function facts(change: Partial<FigureFacts>): FigureFacts {
  return {
    sums: [],
    sumsBefore: [],
    lots: [],
    from: '2020-01-01',
    to: '2026-12-31',
    streams: 1,
    peopleOf: ({ population }) => population,
    ...change,
  }
}

describe('Figures of a district', () => {
  const metro = district('18.72')

  it('stand beside the same weekdays a year before, as a rate and as growth', () => {
    const line = figureLine(
      [metro],
      week,
      facts({ sums: [sum('18.72', week.first, 30)], sumsBefore: [sum('18.72', before, 24)] }),
    )
    expect(line).to.deep.include({ total: 30, before: 24, change: 0.25, rate: 15 })
    expect(line.coverage).to.deep.equal({ reported: 7, expected: 7 })
  })

  it('tell no growth where days are missing, and no zero where nothing is reported', () => {
    const missing = { sums: [sum('18.72', week.first, 30, 5)], sumsBefore: [sum('18.72', before, 24)] }
    expect(figureLine([metro], week, facts(missing)).change).to.equal(null)
    expect(figureLine([metro], week, facts({}))).to.deep.include({ total: null, before: null, rate: null })
  })

  it('of several add up, with the lots inside their days', () => {
    const mesuji = district('18.11', { population: 10_000 })
    const lot = { districtCode: '18.72', streamId: 'employer', size: 40, firmKey: 'a' }
    const line = figureLine(
      [metro, mesuji],
      week,
      facts({
        sums: [sum('18.72', week.first, 30), sum('18.11', week.first, 15), sum('18.01', week.first, 999)],
        lots: [
          { ...lot, day: week.last },
          { ...lot, day: addDays(week.last, 1) },
        ],
      }),
    )
    expect(line).to.deep.include({ total: 45, rate: 15, lots: 1, lotWorkers: 40 })
    expect(line.coverage.expected).to.equal(14)
  })

  it('are per people of working age only where every district says how many they are', () => {
    expect(rateBase([district('a', { workingAge: 5 }), district('b', { workingAge: 6 })])).to.equal(
      'workingAge',
    )
    expect(rateBase([district('a', { workingAge: 5 }), district('b')])).to.equal('population')
  })
})

describe('Streams together', () => {
  const cell = (streamId: string, day: string, count: number | null) =>
    ({
      streamId,
      day,
      count,
      spanDays: 1,
      state: count === null ? 'not-reported' : 'reported',
    }) as RegistrationCount

  it('are added up on days that all of them report, and left open on others', () => {
    const counts = [
      cell('self', '2026-10-05', 3),
      cell('employer', '2026-10-05', 4),
      cell('self', '2026-10-06', 5),
    ]
    expect(streamsTogether(counts).map(({ count }) => count)).to.deep.equal([7, null])
  })

  it('do not wait for one that never reports', () => {
    const counts = [cell('self', '2026-10-05', 3), cell('employer', '2026-10-05', null)]
    expect(streamsTogether(counts).map(({ count }) => count)).to.deep.equal([3])
  })
})
