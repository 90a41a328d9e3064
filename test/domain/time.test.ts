import { expect } from 'chai'
import fc from 'fast-check'
import { afterQuietHours, nextDue } from '../../src/domain/schedule.js'
import * as time from '../../src/domain/time.js'

const wib = 'Asia/Jakarta'

describe('Days', () => {
  it('are only what the calendar has', () => {
    for (const day of ['2026-02-28', '2024-02-29', '1900-01-01']) expect(time.isDay(day), day).to.equal(true)
    const none = ['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '', '2026-01-01T00:00']
    for (const text of none) expect(time.isDay(text), text).to.equal(false)
  })

  it('added and counted agree with each other', () => {
    const day = fc.integer({ min: -20_000, max: 40_000 }).map(time.dayFromNumber)
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (start, count) => {
        const end = time.addDays(start, count)
        expect(time.daysBetween(start, end)).to.equal(count)
        expect(time.weekdayOf(end)).to.equal((((time.weekdayOf(start) + count) % 7) + 7) % 7)
        expect(time.isDay(end)).to.equal(true)
      }),
    )
  })

  it('know their weekday and their week', () => {
    expect(time.weekdayOf('2026-11-16')).to.equal(0)
    expect(time.weekdayOf('2011-08-17')).to.equal(2)
    expect(time.mondayOf('2026-11-22')).to.equal('2026-11-16')
    expect(time.mondayOf('2026-11-16')).to.equal('2026-11-16')
  })

  it('from one to another include both', () => {
    expect(time.daysFrom('2026-02-27', '2026-03-01')).to.deep.equal([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    expect(time.daysFrom('2026-03-01', '2026-02-27')).to.deep.equal([])
  })

  it('end their month', () => {
    expect(time.monthOf('2026-11-16')).to.equal('2026-11')
    expect(['2024-02', '2026-02', '2026-12'].map(time.lastDayOfMonth)).to.deep.equal([
      '2024-02-29',
      '2026-02-28',
      '2026-12-31',
    ])
  })
})

describe('Instants in the office’s zone', () => {
  it('fall on the day the wall clock shows', () => {
    expect(time.dayOf('2026-11-16T16:59:59.999Z', wib)).to.equal('2026-11-16')
    expect(time.dayOf('2026-11-16T17:00:00.000Z', wib)).to.equal('2026-11-17')
    expect(time.minuteOf('2026-11-16T17:05:00.000Z', wib)).to.equal(5)
    expect(time.dayOf('2026-11-16T15:30:00.000Z', 'Asia/Jayapura')).to.equal('2026-11-17')
  })

  it('of a minute past midnight fall on the next day', () => {
    expect(time.instantAt('2026-11-16', 1500, wib)).to.equal('2026-11-16T18:00:00.000Z')
    expect(time.instantAt('2026-11-16', 0, wib)).to.equal('2026-11-15T17:00:00.000Z')
  })

  it('lead back to the same day and minute', () => {
    const day = fc.integer({ min: 0, max: 30_000 }).map(time.dayFromNumber)
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1439 }), (d, minute) => {
        const instant = time.instantAt(d, minute, wib)
        expect([time.dayOf(instant, wib), time.minuteOf(instant, wib)]).to.deep.equal([d, minute])
      }),
    )
  })
})

describe('Clocks', () => {
  it('that stand still move only when they are set', () => {
    const clock = time.standingClock('2026-11-16T02:00:00.000Z', wib)
    expect([clock.now(), clock.today()]).to.deep.equal(['2026-11-16T02:00:00.000Z', '2026-11-16'])
    clock.set('2026-11-16T18:00:00.000Z')
    expect(clock.today()).to.equal('2026-11-17')
  })

  it('that run from a moment go on from it', () => {
    const clock = time.clockFrom('2011-11-14T02:00:00.000Z', wib)
    expect(clock.now() >= '2011-11-14T02:00:00.000Z').to.equal(true)
    expect(clock.today()).to.equal('2011-11-14')
  })
})

describe('The timetable', () => {
  const now = '2026-11-16T02:00:00.000Z'

  it('is due next at its minute of the office’s day', () => {
    expect(nextDue({ everyMinutes: 1 }, now, wib)).to.equal('2026-11-16T02:01:00.000Z')
    expect(nextDue({ dailyAt: 9 * 60 + 1 }, now, wib)).to.equal('2026-11-16T02:01:00.000Z')
    expect(nextDue({ dailyAt: 9 * 60 }, now, wib)).to.equal('2026-11-17T02:00:00.000Z')
  })

  it('is due next on its weekday', () => {
    expect(nextDue({ weeklyOn: 0, at: 7 * 60 }, now, wib)).to.equal('2026-11-23T00:00:00.000Z')
    expect(nextDue({ weeklyOn: 2, at: 7 * 60 }, now, wib)).to.equal('2026-11-18T00:00:00.000Z')
  })

  it('is always due later, and never twice within its period', () => {
    const instant = fc
      .integer({ min: 0, max: 2e9 })
      .map(s => time.addMinutes('1990-01-01T00:00:00.000Z', s / 60))
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 1439 }), (from, dailyAt) => {
        const first = nextDue({ dailyAt }, from, wib)
        expect(first > from).to.equal(true)
        expect(nextDue({ dailyAt }, first, wib)).to.equal(time.addMinutes(first, 1440))
      }),
    )
  })

  it('mails nobody at night', () => {
    expect(afterQuietHours('2026-11-16T12:59:00.000Z', wib)).to.equal('2026-11-16T12:59:00.000Z')
    expect(afterQuietHours('2026-11-16T13:00:00.000Z', wib)).to.equal('2026-11-17T00:00:00.000Z')
    expect(afterQuietHours('2026-11-16T23:59:00.000Z', wib)).to.equal('2026-11-17T00:00:00.000Z')
    expect(afterQuietHours('2026-11-17T00:00:00.000Z', wib)).to.equal('2026-11-17T00:00:00.000Z')
  })
})
