import { expect } from 'chai'
import type { District } from '../../src/domain/district.js'
import { coverageShare, expectedDays } from '../../src/domain/registration-coverage.js'
import { bucketsOfYear, registrationTable } from '../../src/domain/registration-table.js'
import { addDays, daysBetween } from '../../src/domain/time.js'

const district = (code: string, validFrom = '1900-01-01') => ({ code, validFrom, validTo: null }) as District
const districts = [district('18.04'), district('18.13', '2012-10-25')]

describe('The buckets of a year', () => {
  for (const kind of ['month', 'week'] as const) {
    for (const year of [2011, 2012, 2026]) {
      it(`are ${kind}s that leave no day of ${year} out and take none twice`, () => {
        const buckets = bucketsOfYear(year, kind)
        expect([buckets[0]!.start, buckets.at(-1)!.end]).to.deep.equal([`${year}-01-01`, `${year}-12-31`])
        for (const [i, bucket] of buckets.slice(1).entries())
          expect(bucket.start).to.equal(addDays(buckets[i]!.end, 1))
        expect(
          buckets.every(({ start, end }) => daysBetween(start, end) <= (kind === 'week' ? 6 : 30)),
        ).to.equal(true)
      })
    }
  }
})

describe('The table of registrations', () => {
  const buckets = bucketsOfYear(2012, 'month')
  const sums = [
    { districtCode: '18.04', bucket: '2012-09-01', total: 0, reportedDays: 30 },
    { districtCode: '18.04', bucket: '2012-10-01', total: 50, reportedDays: 20 },
    { districtCode: '18.13', bucket: '2012-10-01', total: 7, reportedDays: 7 },
  ]
  const table = registrationTable({
    districts,
    buckets,
    sums,
    from: '2012-09-01',
    to: '2012-10-31',
    streams: 1,
    changes: [],
    mapDay: null,
  })

  it('keeps a reported zero apart from nothing reported', () => {
    expect(table.rows[0]!.figures.slice(7, 11).map(figure => figure.total)).to.deep.equal([null, 0, 50, null])
  })

  it('expects reports of a district only while it exists and only between the days that are known', () => {
    expect(table.rows.map(row => row.sum.coverage)).to.deep.equal([
      { reported: 50, expected: 61 },
      { reported: 7, expected: 7 },
    ])
    expect(expectedDays(districts, '2012-10-01', '2012-10-31')).to.equal(38)
  })

  it('counts a report that covers days before the month for no more than the month has', () => {
    const spanning = [{ districtCode: '18.04', bucket: '2012-10-01', total: 90, reportedDays: 40 }]
    const october = registrationTable({
      districts,
      buckets,
      sums: spanning,
      from: '2012-10-01',
      to: '2012-10-31',
      streams: 1,
      changes: [],
      mapDay: null,
    })
    expect(october.rows[0]!.sum).to.deep.equal({ total: 90, coverage: { reported: 31, expected: 31 } })
  })

  it('adds up to the same total and coverage both ways', () => {
    expect(table.sum).to.deep.equal({ total: 57, coverage: { reported: 57, expected: 68 } })
    expect(table.foot.map(figure => figure.total ?? 0).reduce((sum, total) => sum + total, 0)).to.equal(57)
    expect(coverageShare(table.sum.coverage)).to.be.closeTo(0.838, 0.001)
  })

  it('leaves out districts of another time', () => {
    const early = registrationTable({
      districts,
      buckets: bucketsOfYear(2011, 'month'),
      sums: [],
      from: '2011-01-01',
      to: '2011-12-31',
      streams: 1,
      changes: [],
      mapDay: null,
    })
    expect(early.rows.map(row => row.district.code)).to.deep.equal(['18.04'])
  })
})
