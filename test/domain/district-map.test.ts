import { expect } from 'chai'
import fc from 'fast-check'
import { apportion, onMap, type DistrictChange, type MapFigure } from '../../src/domain/district-map.js'
import { addDays } from '../../src/domain/time.js'

const change = (facts: Partial<DistrictChange>): DistrictChange => ({
  day: '2012-10-25',
  fromCode: '18.04',
  toCode: '18.13',
  share: 0.35,
  shareBack: 1,
  source: 'Sensus',
  ...facts,
})
const figure = (districtCode: string, day: string, total: number | null): MapFigure => ({
  districtCode,
  day,
  total,
  reported: total === null ? 0 : 20,
  expected: 31,
})
const told = (figures: readonly MapFigure[]) =>
  figures.map(({ districtCode, total }) => [districtCode, total])

describe('Figures on the map of another day', () => {
  it('are apportioned before a split by the stated share, and stay as they are after it', () => {
    const figures = [
      figure('18.04', '2012-09-01', 101),
      figure('18.04', '2012-11-01', 60),
      figure('18.13', '2012-11-01', 9),
    ]
    expect(told(onMap(figures, [change({})], '2012-12-31'))).to.deep.equal([
      ['18.13', 35],
      ['18.04', 66],
      ['18.04', 60],
      ['18.13', 9],
    ])
  })

  it('go back whole to the district that was split, on the map before', () => {
    const figures = [figure('18.13', '2012-11-01', 9), figure('18.04', '2012-11-01', 60)]
    expect(told(onMap(figures, [change({})], '2012-10-24'))).to.deep.equal([
      ['18.04', 9],
      ['18.04', 60],
    ])
  })

  it('of districts that merge are joined, and parted again as far as it is stated', () => {
    const merger = change({ day: '2020-01-01', fromCode: '18.72', toCode: '18.02', share: 1, shareBack: 0.1 })
    expect(told(onMap([figure('18.72', '2019-05-01', 12)], [merger], '2026-01-01'))).to.deep.equal([
      ['18.02', 12],
    ])
    expect(told(onMap([figure('18.02', '2020-05-01', 50)], [merger], '2019-12-31'))).to.deep.equal([
      ['18.72', 5],
      ['18.02', 45],
    ])
  })

  it('say nothing of what is not reported', () => {
    expect(told(onMap([figure('18.04', '2012-09-01', null)], [change({})], '2013-01-01'))).to.deep.equal([
      ['18.13', null],
      ['18.04', null],
    ])
  })

  it('add up to what they were, in every measure, whatever splits and merges in between', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd')
    const day = fc.nat(2000).map(n => addDays('2010-01-01', n))
    const changes = fc.array(
      fc
        .record({
          day,
          fromCode: code,
          toCode: code,
          share: fc.double({ min: 0, max: 1, noNaN: true }),
          shareBack: fc.double({ min: 0, max: 1, noNaN: true }),
          source: fc.constant(''),
        })
        .filter(({ fromCode, toCode }) => fromCode !== toCode),
      { maxLength: 5 },
    )
    const any = fc
      .record({
        districtCode: code,
        day,
        total: fc.option(fc.nat(5000)),
        reported: fc.nat(31),
        more: fc.nat(31),
      })
      .map(({ more, ...facts }): MapFigure => ({ ...facts, expected: facts.reported + more }))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), changes, day, (figures, splits, mapDay) => {
        const mapped = onMap(figures, splits, mapDay)
        for (const measure of ['total', 'reported', 'expected'] as const)
          expect(sum(mapped, measure), measure).to.equal(sum(figures, measure))
        expect(mapped.every(one => one.reported <= one.expected && (one.total ?? 0) >= 0)).to.equal(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('A whole number in parts', () => {
  it('gives what is left over to the largest remainders', () => {
    expect(apportion(10, [0.35, 0.65])).to.deep.equal([4, 6])
    expect(apportion(1, [0.34, 0.33, 0.33])).to.deep.equal([1, 0, 0])
    expect(apportion(0, [0.5, 0.5])).to.deep.equal([0, 0])
  })
})

function sum(figures: readonly MapFigure[], measure: 'total' | 'reported' | 'expected'): number {
  return figures.reduce((all, one) => all + (one[measure] ?? 0), 0)
}
