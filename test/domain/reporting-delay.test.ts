import { expect } from 'chai'
import fc from 'fast-check'
import type { RegistrationCount } from '../../src/domain/registration.js'
import { arrivalsOf } from '../../src/domain/reporting-delay.js'
import { addDays } from '../../src/domain/time.js'

const told = (
  day: string,
  on: string,
  count: number | null,
  more: Partial<RegistrationCount> = {},
): RegistrationCount => ({
  districtCode: '18.71',
  streamId: 'self',
  day,
  spanDays: 1,
  state: count === null ? 'not-reported' : 'reported',
  count,
  knownFrom: `${on}T01:00:00.000Z`,
  knownTo: null,
  importId: 'import',
  ...more,
})

/** Three days, each delivered the day after and corrected the day after that. */
const daily = [
  told('2026-01-01', '2026-01-02', 5),
  told('2026-01-02', '2026-01-03', 8),
  told('2026-01-02', '2026-01-04', 10),
  told('2026-01-03', '2026-01-04', 7),
  told('2026-01-03', '2026-01-05', 9),
  told('2026-01-04', '2026-01-05', 3),
]

describe('How late registrations come in', () => {
  it('is read from when each count became known, a period per delivery', () => {
    const { periods, rows } = arrivalsOf(daily)
    expect(periods.map(({ first, last }) => [first, last])).to.deep.equal([
      ['2026-01-02', '2026-01-02'],
      ['2026-01-03', '2026-01-03'],
      ['2026-01-04', '2026-01-04'],
    ])
    expect(rows.map(row => [...row])).to.deep.equal([[8, 2, 0], [7, 2], [3]])
  })

  it('takes a weekly file as one period of its seven days', () => {
    const week = (monday: string, on: string) =>
      Array.from({ length: 7 }, (_, i) => told(addDays(monday, i), on, i))
    const { periods, rows } = arrivalsOf([
      ...week('2026-01-05', '2026-01-12'),
      ...week('2026-01-12', '2026-01-19'),
      told('2026-01-13', '2026-01-26', 4),
      ...week('2026-01-19', '2026-01-26'),
    ])
    expect(periods).to.deep.equal([
      { first: '2026-01-12', last: '2026-01-18' },
      { first: '2026-01-19', last: '2026-01-25' },
    ])
    expect(rows.map(row => [...row])).to.deep.equal([[21, 3], [21]])
  })

  it('counts what was taken back as never known, and a corrected district file as no delivery', () => {
    const two = (day: string, on: string, count: number) => [
      told(day, on, count),
      told(day, on, count, { districtCode: '18.72' }),
      told(day, on, count, { districtCode: '18.01' }),
    ]
    const wrong = told('2026-01-02', '2026-01-04', 80, { knownTo: '2026-01-05T01:00:00.000Z' })
    const { periods, rows } = arrivalsOf([
      ...two('2026-01-01', '2026-01-02', 1),
      ...two('2026-01-02', '2026-01-03', 4),
      wrong,
      told('2026-01-03', '2026-01-03', 1),
      ...two('2026-01-03', '2026-01-05', 6),
      told('2026-01-02', '2026-01-05', 4),
    ])
    expect(periods.map(({ last }) => last)).to.deep.equal(['2026-01-03'])
    expect([...rows[0]!].reduce((sum, count) => sum + count, 0)).to.equal(4 * 3 + 6 * 3)
  })

  it('leaves out what was delivered as history, and adds up to what is known now', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 25 }),
        days => {
          const history = days.flatMap((reports, index) =>
            reports.map((count, late) =>
              told(addDays('2026-01-01', index), addDays('2026-01-02', index + late), count),
            ),
          )
          const { periods, rows } = arrivalsOf(history)
          const known = days.slice(1).map(reports => reports.at(-1)!)
          expect(periods).to.have.length(days.length - 1)
          expect(rows.map(row => row.reduce((sum, count) => sum + count, 0))).to.deep.equal(known)
          for (const row of rows) for (const count of row) expect(count).to.be.at.least(0)
        },
      ),
      { numRuns: 60, seed: 7 },
    )
  })
})
