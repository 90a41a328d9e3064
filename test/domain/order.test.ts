import { expect } from 'chai'
import fc from 'fast-check'
import * as orders from '../../src/domain/media-order.js'
import { freeValueRupiah, orderedRupiah, runCount } from '../../src/domain/order-cost.js'
import { lineProblems, plannedRuns } from '../../src/domain/order-line.js'
import { allowed, refused } from '../../src/domain/problem.js'
import { daysFrom, weekdayOf } from '../../src/domain/time.js'
import { people, storyBegins as now } from '../support/people.js'
import { aLine, anOrder, aVersion } from '../support/things.js'

const { bayu, hendra } = people
const submitted = { submittedAt: now, submittedBy: bayu.id }

describe('A media order', () => {
  const states = {
    draft: {},
    returned: { returnedAt: now },
    submitted,
    approved: { ...submitted, approvedAt: now },
    sent: { ...submitted, approvedAt: now, sentAt: now },
    accepted: { ...submitted, approvedAt: now, sentAt: now, acceptedAt: now },
    declined: { ...submitted, approvedAt: now, sentAt: now, declinedAt: now },
  }
  const inState = (state: keyof typeof states) => anOrder(aVersion(states[state]))
  const all = Object.keys(states) as (keyof typeof states)[]
  const where = (may: (order: ReturnType<typeof anOrder>) => { ok: boolean }) =>
    all.filter(state => may(inState(state)).ok)

  it('is what its latest version says, unless it was closed or cancelled', () => {
    for (const state of all) expect(orders.orderStatus(inState(state)), state).to.equal(state)
    expect(orders.orderStatus({ ...inState('sent'), closedAt: now })).to.equal('closed')
    expect(orders.orderStatus({ ...inState('sent'), cancelledAt: now })).to.equal('cancelled')
    const revised = anOrder(aVersion(states.accepted), aVersion({ number: 2 }))
    expect(orders.orderStatus(revised)).to.equal('draft')
    expect(orders.sentVersion(revised)?.number).to.equal(1)
  })

  it('allows each move in its states only', () => {
    expect(where(orders.maySubmitOrder)).to.deep.equal(['draft', 'returned'])
    expect(where(it => orders.mayDecideOrder(it, hendra.id))).to.deep.equal(['submitted'])
    expect(where(orders.maySend)).to.deep.equal(['approved'])
    expect(where(it => orders.mayAnswerOrder(it, 1))).to.deep.equal(['sent', 'accepted', 'declined'])
    expect(where(orders.mayRevise)).to.deep.equal(['approved', 'sent', 'accepted', 'declined'])
  })

  it('is submitted with lines only, decided by nobody who wrote it, answered in its latest sent version only', () => {
    expect(orders.maySubmitOrder(anOrder(aVersion({ lines: [] })))).to.deep.equal(refused('no-lines'))
    expect(orders.mayDecideOrder(inState('submitted'), bayu.id)).to.deep.equal(refused('own-work'))
    const twice = anOrder(aVersion(states.sent), aVersion({ number: 2, ...states.sent }))
    expect(orders.mayAnswerOrder(twice, 1)).to.deep.equal(refused('link-refused'))
    expect(orders.mayAnswerOrder(twice, 2)).to.deep.equal(allowed)
  })

  it('costs its paid runs; free airtime has a value beside, never within', () => {
    const lines = [
      aLine({ runsPerDay: 2, rupiah: 100 }),
      aLine({ lineKey: 'free', priceKind: 'free', rupiah: 70 }),
    ]
    const order = anOrder(aVersion({ lines }))
    const none = new Set<string>()
    expect([runCount(order, none), orderedRupiah(order, none), freeValueRupiah(order, none)]).to.deep.equal([
      15, 1000, 350,
    ])
    expect(orderedRupiah({ ...order, cancelledAt: now }, none)).to.equal(0)
  })
})

describe('An order line', () => {
  const none = new Set<string>()

  it('becomes a run per chosen weekday, holidays left out where the line says so', () => {
    const days = plannedRuns(aLine(), none).map(({ day }) => day)
    expect(days).to.deep.equal(daysFrom('2026-11-16', '2026-11-20'))
    const holidays = new Set(['2026-11-18'])
    expect(plannedRuns(aLine(), holidays)).to.have.length(5)
    expect(plannedRuns(aLine({ skipHolidays: true }), holidays)).to.have.length(4)
  })

  it('shares a daypart among the runs of a day, past midnight too', () => {
    const line = aLine({ lastDay: '2026-11-16', fromMinute: 1380, toMinute: 1500, runsPerDay: 3 })
    const parts = plannedRuns(line, none).map(({ ordinal, fromMinute, toMinute }) => [
      ordinal,
      fromMinute,
      toMinute,
    ])
    expect(parts).to.deep.equal([
      [1, 1380, 1420],
      [2, 1420, 1460],
      [3, 1460, 1500],
    ])
  })

  it('rotates its materials by weight, spread out', () => {
    const materials = [
      { materialId: 'A', weight: 2 },
      { materialId: 'B', weight: 1 },
    ]
    const runs = plannedRuns(aLine({ runsPerDay: 3, lastDay: '2026-11-17', materials }), none)
    expect(runs.map(({ materialId }) => materialId).join('')).to.equal('ABAABA')
  })

  it('always fills its daypart without gap or overlap, on its weekdays, each run with a number of its own', () => {
    const lines = fc.record({
      runsPerDay: fc.integer({ min: 1, max: 12 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      fromMinute: fc.integer({ min: 0, max: 1439 }),
      width: fc.integer({ min: 12, max: 600 }),
    })
    fc.assert(
      fc.property(lines, ({ width, ...change }) => {
        const line = aLine({ ...change, toMinute: change.fromMinute + width })
        const runs = plannedRuns(line, none)
        expect(runs.every(({ day }) => change.weekdays.includes(weekdayOf(day)))).to.equal(true)
        expect(runs).to.have.length(change.weekdays.length * change.runsPerDay)
        expect(new Set(runs.map(({ day, ordinal }) => `${day} ${ordinal}`)).size).to.equal(runs.length)
        for (let i = 0; i < change.runsPerDay; i++) {
          expect(runs[i]!.fromMinute).to.equal(i === 0 ? line.fromMinute : runs[i - 1]!.toMinute)
        }
        expect(runs[change.runsPerDay - 1]!.toMinute).to.equal(line.toMinute)
      }),
    )
  })

  it('is told by field what is wrong with it', () => {
    const campaign = { firstDay: '2026-11-16', lastDay: '2026-11-30' }
    const codes = (change: Parameters<typeof aLine>[0]) =>
      Object.entries(lineProblems(aLine(change), campaign)).map(([field, { code }]) => `${field}: ${code}`)
    expect(codes({})).to.deep.equal([])
    expect(codes({ lastDay: '2026-11-15' })).to.deep.equal(['lastDay: days-reversed'])
    expect(codes({ firstDay: '2026-11-15' })).to.deep.equal(['firstDay: flight-outside-campaign'])
    expect(codes({ toMinute: 360 })).to.deep.equal(['toMinute: daypart-empty'])
    expect(codes({ lastDay: '2026-11-17', weekdays: [5, 6] })).to.deep.equal([
      'weekdays: no-weekday-in-flight',
    ])
  })
})
