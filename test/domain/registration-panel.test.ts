import { expect } from 'chai'
import {
  columnOf,
  completeThrough,
  dayOfColumn,
  registrationPanel,
} from '../../src/domain/registration-panel.js'
import type { RegistrationCount } from '../../src/domain/registration.js'
import { addDays } from '../../src/domain/time.js'

const given = {
  districtCodes: ['A', 'B'],
  firstDay: '2011-01-01',
  lastDay: '2011-01-05',
  completeThrough: '2011-01-04',
}

function cell(districtCode: string, day: string, change: Partial<RegistrationCount> = {}): RegistrationCount {
  return { districtCode, day, count: 7, state: 'reported', spanDays: 1, ...change } as RegistrationCount
}

const panel = (...cells: RegistrationCount[]) => {
  const { counts, known } = registrationPanel(cells, given)
  return { counts: counts.map(row => [...row]), known: known.map(row => [...row]) }
}
const unknown = [0, 0, 0, 0, 0]

describe('Registrations as a panel', () => {
  it('has a row a district, a column a day, and the weekday of the first', () => {
    const whole = registrationPanel([cell('B', '2011-01-02')], given)
    expect([whole.districtCodes, whole.days, whole.firstWeekday]).to.deep.equal([['A', 'B'], 5, 5])
    expect([...whole.counts[1]!]).to.deep.equal([0, 7, 0, 0, 0])
    expect([columnOf(whole, '2011-01-05'), dayOfColumn(whole, 4)]).to.deep.equal([4, '2011-01-05'])
  })

  it('tells a day on which nobody came from one of which nothing is known', () => {
    const { counts, known } = panel(cell('A', '2011-01-01', { count: 0 }))
    expect([counts[0], known[0]]).to.deep.equal([unknown, [1, 0, 0, 0, 0]])
  })

  it('takes for known neither counts over several days, nor days still coming in, nor cells that were not reported', () => {
    const { counts, known } = panel(
      cell('A', '2011-01-01', { spanDays: 7 }),
      cell('A', '2011-01-05'),
      cell('B', '2011-01-02', { state: 'not-reported', count: null }),
    )
    expect([...counts, ...known]).to.deep.equal([unknown, unknown, unknown, unknown])
  })

  it('leaves out districts and days that are not asked about', () => {
    const { counts } = panel(cell('X', '2011-01-02'), cell('A', '2010-12-31'), cell('A', '2011-01-06'))
    expect(counts).to.deep.equal([unknown, unknown])
  })

  it('calls complete the last day that nine of ten reporting districts have reported', () => {
    const codes = Array.from({ length: 10 }, (_, k) => `D${k}`)
    const days = (day: string, districts: number) => codes.slice(0, districts).map(code => cell(code, day))
    const cells = [...days('2011-01-01', 10), ...days('2011-01-02', 9), ...days('2011-01-03', 8)]
    expect(completeThrough(cells)).to.equal('2011-01-02')
    expect(completeThrough(days('2011-01-03', 1))).to.equal('2011-01-03')
    expect(completeThrough([])).to.equal(null)
    // One that never reports holds nothing up
    const silent = codes.map((_, k) => cell('S', addDays('2011-01-01', k), { state: 'not-reported' }))
    expect(completeThrough([...cells, ...silent])).to.equal('2011-01-02')
  })
})
