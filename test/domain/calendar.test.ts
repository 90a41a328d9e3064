import { expect } from 'chai'
import fc from 'fast-check'
import {
  calendarItems,
  clashingIds,
  gapDays,
  heardByWeek,
  itemsByDay,
  rangeOf,
  turned,
  weeksOf,
  wholeWeeks,
} from '../../src/domain/calendar.js'
import { addDays, daysFrom } from '../../src/domain/time.js'
import { aBroadcast } from '../support/things.js'

const today = '2026-11-16'

const broadcasts = fc
  .array(
    fc.record({
      at: fc.integer({ min: -40, max: 40 }),
      outlet: fc.integer({ min: 1, max: 3 }),
      gone: fc.boolean(),
    }),
    { maxLength: 120 },
  )
  .map(rows =>
    rows.map(({ at, outlet, gone }, index) =>
      aBroadcast({
        id: `b${index}`,
        day: addDays(today, at),
        outletId: `outlet${outlet}`,
        outletName: `Radio ${outlet}`,
        withdrawnAt: gone ? today : null,
      }),
    ),
  )

describe('The calendar', () => {
  it('holds the same items by month, week, day, and outlet and day, for any range', () => {
    const days = fc.integer({ min: -60, max: 60 })
    fc.assert(
      fc.property(broadcasts, days, fc.integer({ min: 0, max: 50 }), (all, start, length) => {
        const first = addDays(today, start)
        const last = addDays(first, length)
        const items = calendarItems(all, today)
        const expected = items.filter(({ day }) => first <= day && day <= last).map(({ id }) => id)
        const inRange = (day: string) => itemsByDay(items, { first: day, last: day }).get(day)!
        const byDay = daysFrom(first, last).flatMap(inRange)
        const byWeek = weeksOf({ first, last }).flatMap(week =>
          [...itemsByDay(items, { first: week[0]!, last: week.at(-1)! }).values()].flat(),
        )
        const byMonth = [...itemsByDay(items, { first, last }).values()].flat()
        for (const seen of [byDay, byWeek, byMonth])
          expect(seen.map(({ id }) => id).toSorted()).to.deep.equal(expected.toSorted())
        expect(items.some(({ withdrawnAt }) => withdrawnAt)).to.equal(false)
      }),
      { numRuns: 150, seed: 6 },
    )
  })

  it('shows the range around a day, and turns to the one before and after without gap or overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom('month', 'week', 'day', 'grid'),
        (at, view) => {
          const on = addDays('2026-01-01', at)
          const { first, last } = rangeOf(view, on)
          expect(first <= on && on <= last).to.equal(true)
          expect(rangeOf(view, turned(view, on, 1)).first).to.equal(addDays(last, 1))
          expect(rangeOf(view, turned(view, on, -1)).last).to.equal(addDays(first, -1))
          const weeks = wholeWeeks({ first, last })
          expect(daysFrom(weeks.first, weeks.last).length % 7).to.equal(0)
        },
      ),
      { seed: 6 },
    )
  })

  it('marks the same material close together, and days between on which nothing runs', () => {
    const at = (id: string, day: string, fromMinute: number) =>
      aBroadcast({ id, day, fromMinute, toMinute: fromMinute + 60 })
    const all = [at('a', '2026-11-17', 360), at('b', '2026-11-17', 400), at('c', '2026-11-20', 360)]
    const items = calendarItems(all, today)
    expect([...clashingIds(items)].toSorted()).to.deep.equal(['a', 'b'])
    const week = { first: '2026-11-16', last: '2026-11-22' }
    const gaps = (before: string | null, after: string | null) => [...gapDays(items, week, { before, after })]
    expect(gaps(null, null)).to.deep.equal(['2026-11-18', '2026-11-19'])
    expect(gaps('2026-10-30', null)).to.deep.equal(['2026-11-16', '2026-11-18', '2026-11-19'])
    expect(gaps(null, '2026-12-01')).to.deep.equal(['2026-11-18', '2026-11-19', '2026-11-21', '2026-11-22'])
    expect(gapDays([], week, { before: '2026-11-01', after: '2026-12-01' }).size).to.equal(7)
    expect(gapDays([], week, { before: '2026-11-01', after: null }).size).to.equal(0)
    expect(
      clashingIds(calendarItems([at('a', '2026-11-17', 360), at('b', '2026-11-17', 420)], today)).size,
    ).to.equal(0)
  })

  it('counts for each district the week’s broadcasts that reach it; a miss reaches nobody', () => {
    const coverage = [
      { outletId: 'outlet', districtCode: '18.71', share: 0.4, source: '', asOf: today },
      { outletId: 'outlet', districtCode: '18.72', share: 0.05, source: '', asOf: today },
    ]
    const missed = aBroadcast({ id: 'm', day: '2026-11-24', answer: 'did-not-run', confirmationId: 'c' })
    const items = calendarItems(
      [aBroadcast(), aBroadcast({ id: 'b', day: '2026-11-22' }), missed],
      '2026-11-30',
    )
    const weeks = ['2026-11-16', '2026-11-23']
    const heard = heardByWeek(items, { weeks, coverage, threshold: 0.1 })
    expect([...heard]).to.deep.equal([['18.71', [2, 0]]])
  })
})
