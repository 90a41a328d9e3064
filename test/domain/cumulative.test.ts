import { expect } from 'chai'
import fc from 'fast-check'
import { CumulativeEvidence, difference, type Point } from '../../src/domain/cumulative.js'
import { addDays } from '../../src/domain/time.js'

const first = '2026-01-01'
const daily = fc.array(fc.nat(200), { minLength: 2, maxLength: 60 })

/** Totals so far, day after day, from a level. */
function totals(counts: readonly number[], level = 0): Point[] {
  return counts.map((count, i) => ({ day: addDays(first, i), count: (level += count) }))
}

function signsOf(series: Point[][]) {
  const evidence = new CumulativeEvidence()
  for (const points of series) evidence.add(points.map(point => point.count))
  return evidence.signs
}

describe('A feed of totals so far', () => {
  it('gives back the days it was added up from, but for the first', () => {
    fc.assert(
      fc.property(daily, fc.nat(1e6), (counts, level) => {
        const { cells, falls, gaps } = difference(totals(counts, level))
        expect(cells.map(cell => cell.count)).to.deep.equal([null, ...counts.slice(1)])
        expect([falls, gaps]).to.deep.equal([[], []])
      }),
    )
  })

  it('loses nothing to days that are missing: the next report covers them', () => {
    fc.assert(
      fc.property(daily, fc.array(fc.nat(58), { maxLength: 20 }), (counts, missing) => {
        const kept = totals(counts).filter((_, i) => i === 0 || !missing.includes(i))
        const { cells } = difference(kept)
        const reported = cells.filter(cell => cell.state === 'reported')
        expect(reported.reduce((sum, cell) => sum + cell.count!, 0)).to.equal(
          kept.at(-1)!.count - kept[0]!.count,
        )
        expect(reported.reduce((sum, cell) => sum + cell.spanDays, 0)).to.equal(
          kept.length < 2 ? 0 : Date.parse(kept.at(-1)!.day) / 864e5 - Date.parse(first) / 864e5,
        )
      }),
    )
  })

  it('never gives a negative count, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1 }), levels => {
        const { cells, falls } = difference(levels.map((count, i) => ({ day: addDays(first, i), count })))
        expect(
          cells.every(cell => (cell.state === 'reported' ? cell.count! >= 0 : cell.count === null)),
        ).to.equal(true)
        expect(cells.filter(cell => cell.state === 'not-reported')).to.have.length(falls.length + 1)
      }),
    )
  })

  it('goes on from the new level after a fall', () => {
    const { cells, falls } = difference([
      { day: '2021-07-29', count: 165_133 },
      { day: '2021-07-30', count: 164_963 },
      { day: '2021-07-31', count: 165_000 },
    ])
    expect(cells.map(cell => cell.count)).to.deep.equal([null, null, 37])
    expect(falls).to.deep.equal([{ day: '2021-07-30', from: 165_133, to: 164_963 }])
  })

  it('is recognised by itself, and days of counts are not taken for one', () => {
    const counts = [12, 5, 9, 14, 0, 3, 8, 20, 11, 7]
    const days = counts.map((count, i) => ({ day: addDays(first, i), count }))
    expect(signsOf([totals(counts), totals(counts, 5000)]).likely).to.equal(true)
    expect(signsOf([days]).likely).to.equal(false)
    expect(signsOf([days.map(point => ({ ...point, count: 5 }))]).likely, 'a constant').to.equal(false)
    expect(signsOf([totals([3, 4])]).likely, 'two days').to.equal(false)
  })

  it('is still recognised with a correction in it', () => {
    const levels = totals(
      Array.from({ length: 60 }, (_, i) => (i * 7) % 13),
      900,
    )
    levels[30] = { ...levels[30]!, count: levels[30]!.count - 100 }
    const signs = signsOf([levels])
    expect(signs.falling).to.equal(1)
    expect(signs.likely).to.equal(true)
  })
})
