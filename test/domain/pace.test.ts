import { expect } from 'chai'
import fc from 'fast-check'
import { paceOn, remainder, targetSteps, targetThrough, type MonthAmount } from '../../src/domain/pace.js'
import { figureAlarms, type PublishedFigure } from '../../src/domain/published-figure.js'

const months = (amount: (month: number) => number, year = 2011): MonthAmount[] =>
  Array.from({ length: 12 }, (_, i) => ({
    month: `${year}-${String(i + 1).padStart(2, '0')}`,
    amount: amount(i + 1),
  }))

/** 46,906 in twelve months as even as whole numbers are. */
const lampung = months(month => (month <= 10 ? 3909 : 3908))

const figure = (
  amount: number,
  throughDay = '2011-10-31',
  more: Partial<PublishedFigure> = {},
): PublishedFigure => ({
  id: `${throughDay} ${amount}`,
  throughDay,
  amount,
  scope: 'all',
  source: '',
  note: '',
  ...more,
})

describe('The target to date', () => {
  it('is whole months, and of the running month as much as is over', () => {
    const targets = months(month => month * 100)
    expect(targetThrough(targets, '2011-01-31')).to.equal(100)
    expect(targetThrough(targets, '2011-02-14')).to.equal(200)
    expect(targetThrough(targets, '2011-12-31')).to.equal(7800)
  })

  it('grows day by day to the target of the year', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5000), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (amounts, month) => {
          const targets = months(m => amounts[m - 1]!)
          const at = (day: number) =>
            targetThrough(targets, `2011-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
          expect(at(10)).to.be.at.most(at(20))
          expect(targetThrough(targets, '2011-12-31')).to.equal(
            amounts.reduce((sum, amount) => sum + amount, 0),
          )
          expect(targetSteps(targets).at(-1)!.toDate).to.equal(
            amounts.reduce((sum, amount) => sum + amount, 0),
          )
        },
      ),
    )
  })
})

describe('Pace', () => {
  it('says what was realised of what was due, and what each week that is left must bring', () => {
    const pace = paceOn('2011-10-31', lampung, 30_000)
    expect(pace).to.include({ target: 46_906, targetToDate: 39_090, realised: 30_000 })
    expect(pace.share).to.be.closeTo(0.7675, 0.0001)
    expect(pace.weeksLeft).to.be.closeTo(61 / 7, 1e-9)
    expect(pace.weeklyNeeded! * pace.weeksLeft).to.be.closeTo(16_906, 1e-6)
  })

  it('needs nothing more once the target is reached, and says nothing when no week is left', () => {
    expect(paceOn('2011-10-31', lampung, 50_000).weeklyNeeded).to.equal(0)
    expect(paceOn('2011-12-31', lampung, 30_000).weeklyNeeded).to.equal(null)
  })

  it('has no share of nothing', () => {
    expect(paceOn('2011-10-31', [], 10).share).to.equal(null)
  })

  it('shows what a parent has beyond its parts', () => {
    expect(remainder(46_906, [40_000, 6_900])).to.equal(6)
    expect(remainder(46_906, [46_906])).to.equal(0)
  })
})

describe('A published figure', () => {
  const kinds = (one: PublishedFigure, targets = lampung, others: PublishedFigure[] = []) =>
    figureAlarms(one, { targets, others }).map(alarm => alarm.kind)

  it('of 39,088 to October is the target of 46,906 × 10/12 to the unit', () => {
    expect(figureAlarms(figure(39_088), { targets: lampung, others: [] })).to.deep.equal([
      { kind: 'equals-months', target: 46_906, months: 10 },
    ])
  })

  it('a little beside the pro-rata target raises no doubt', () => {
    expect(
      [39_086, 39_087, 39_088, 39_089, 39_091].map(amount => kinds(figure(amount)).length),
    ).to.deep.equal([0, 0, 1, 1, 0])
  })

  it('equal to the target, beyond it, or equal to its days raises one', () => {
    expect(kinds(figure(46_906))).to.deep.equal(['equals-target'])
    expect(kinds(figure(46_907))).to.deep.equal(['over-target'])
    expect(kinds(figure(Math.round((46_906 * 304) / 365)))).to.deep.equal(['equals-days'])
  })

  it('equal to the monthly steps raises one where they are uneven', () => {
    const uneven = months(month => month * 100)
    expect(kinds(figure(5500), uneven)).to.deep.equal(['equals-steps'])
  })

  it('published before for an earlier day is a repetition, elsewhere or later it is none', () => {
    const earlier = figure(12_345, '2011-09-30')
    expect(figureAlarms(figure(12_345), { targets: lampung, others: [earlier] })).to.deep.equal([
      { kind: 'repeats', day: '2011-09-30' },
    ])
    expect(kinds(earlier, lampung, [figure(12_345)])).to.deep.equal([])
    expect(kinds(figure(12_345), lampung, [{ ...earlier, scope: '18.72' }])).to.deep.equal([])
  })

  it('cannot be doubted against a target nobody set', () => {
    expect(kinds(figure(39_088), [])).to.deep.equal([])
  })
})
