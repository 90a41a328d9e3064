import { expect } from 'chai'
import fc from 'fast-check'
import { replan, type Broadcast } from '../../src/domain/broadcast.js'
import { mayVerify, plainAnswer, sameContent } from '../../src/domain/confirmation.js'
import { answerDeadline } from '../../src/domain/deadline.js'
import { deliveryCounts, deliveryStatus, mayAnswer } from '../../src/domain/delivery.js'
import { refused } from '../../src/domain/problem.js'
import { storyBegins as now } from '../support/people.js'
import { aBroadcast, aLine } from '../support/things.js'

const order = { id: 'order', campaignId: 'campaign', outletId: 'outlet' }
const holidays = new Set<string>()
const never = () => false

/** Broadcasts as the first version of an order makes them. */
function planned(...lines: ReturnType<typeof aLine>[]): Broadcast[] {
  const { add } = replan([], { order, versionNumber: 1, lines, holidays }, never)
  return add.map((run, index) => ({ ...run, id: `b${index}` }))
}

describe('A new version of an order', () => {
  it('keeps the id of every run that is still wanted, and changes the rest of it', () => {
    const existing = planned(aLine())
    const later = aLine({ fromMinute: 600, toMinute: 660, rupiah: 200_000 })
    const { add, change, withdraw, keep } = replan(
      existing,
      { order, versionNumber: 2, lines: [later], holidays },
      never,
    )
    expect([add, withdraw, keep]).to.deep.equal([[], [], []])
    expect(change.map(({ id }) => id)).to.deep.equal(existing.map(({ id }) => id))
    expect(change[0]).to.include({ fromMinute: 600, rupiah: 200_000, firstVersion: 1, lastVersion: 2 })
  })

  it('withdraws what is not wanted any more, and takes it back when it is wanted again', () => {
    const existing = planned(aLine())
    const fewer = replan(
      existing,
      { order, versionNumber: 2, lines: [aLine({ weekdays: [0] })], holidays },
      never,
    )
    expect([fewer.change.length, fewer.withdraw.length]).to.deep.equal([1, 4])
    const withdrawn = existing.map(b => ({ ...b, withdrawnAt: b.day === '2026-11-16' ? null : now }))
    const again = replan(withdrawn, { order, versionNumber: 3, lines: [aLine()], holidays }, never)
    expect(again.change).to.have.length(5)
    expect(again.change.every(({ withdrawnAt }) => withdrawnAt === null)).to.equal(true)
  })

  it('leaves alone what is past or confirmed, and plans nothing into the past', () => {
    const existing = planned(aLine())
    const settled = ({ day }: Broadcast) => day < '2026-11-18'
    const moved = aLine({ runsPerDay: 2, rupiah: 1 })
    const { add, change, keep } = replan(
      existing,
      { order, versionNumber: 2, lines: [moved], holidays },
      settled,
    )
    expect(keep.map(({ day, rupiah }) => [day, rupiah])).to.deep.equal([
      ['2026-11-16', 150_000],
      ['2026-11-17', 150_000],
    ])
    expect(change.map(({ day }) => day)).to.deep.equal(['2026-11-18', '2026-11-19', '2026-11-20'])
    expect(add.map(({ day, ordinal }) => [day, ordinal])).to.deep.equal([
      ['2026-11-18', 2],
      ['2026-11-19', 2],
      ['2026-11-20', 2],
    ])
  })

  it('leaves a makegood to what it replaces', () => {
    const makegood = { ...planned(aLine())[0]!, id: 'makegood', lineKey: 'other', replacesId: 'b1' }
    const { keep, withdraw } = replan([makegood], { order, versionNumber: 2, lines: [], holidays }, never)
    expect([keep.length, withdraw.length]).to.deep.equal([1, 0])
  })

  it('accounts for every broadcast once, and the same version twice changes nothing', () => {
    const line = fc.record({
      runsPerDay: fc.integer({ min: 1, max: 4 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    })
    fc.assert(
      fc.property(line, line, fc.integer({ min: 16, max: 22 }), (before, after, day) => {
        const existing = planned(aLine(before))
        const settled = (b: Broadcast) => b.day < `2026-11-${day}`
        const plan = { order, versionNumber: 2, lines: [aLine(after)], holidays }
        const { add, change, withdraw, keep } = replan(existing, plan, settled)
        const ids = [...change, ...withdraw, ...keep].map(({ id }) => id).toSorted()
        expect(ids).to.deep.equal(existing.map(({ id }) => id).toSorted())
        const done = [
          ...keep,
          ...change,
          ...withdraw.map(b => ({ ...b, withdrawnAt: now })),
          ...add.map((b, i) => ({ ...b, id: `n${i}` })),
        ]
        const second = replan(done, plan, settled)
        expect([second.add, second.withdraw]).to.deep.equal([[], []])
      }),
    )
  })
})

describe('Where a broadcast stands', () => {
  const today = '2026-11-17'
  const answered = { confirmationId: 'c2', answeredAt: now }
  const decided = (decision: 'verified' | 'disputed' | 'returned') => ({ decision, verificationOf: 'c2' })

  it('silence is never counted as aired', () => {
    expect(deliveryStatus(aBroadcast(), today)).to.equal('no-answer')
    expect(deliveryStatus(aBroadcast({ day: today }), today)).to.equal('planned')
    expect(deliveryStatus(aBroadcast({ withdrawnAt: now }), today)).to.equal('withdrawn')
  })

  it('follows the answer and what staff made of it', () => {
    const of = (change: Parameters<typeof aBroadcast>[0]) =>
      deliveryStatus(aBroadcast({ ...answered, ...change }), today)
    expect(of({ answer: 'ran' })).to.equal('confirmed')
    expect(of({ answer: 'ran-differently' })).to.equal('confirmed')
    expect(of({ answer: 'did-not-run' })).to.equal('missed')
    expect(of({ answer: 'not-known' })).to.equal('not-known')
    expect(of({ answer: 'ran', ...decided('verified') })).to.equal('verified')
    expect(of({ answer: 'did-not-run', ...decided('verified') })).to.equal('missed')
    expect(of({ answer: 'ran', ...decided('disputed') })).to.equal('disputed')
    expect(of({ answer: 'ran', ...decided('returned') })).to.equal('returned')
  })

  it('forgets a decision about an earlier answer', () => {
    const corrected = aBroadcast({ ...answered, answer: 'ran', decision: 'verified', verificationOf: 'c1' })
    expect(deliveryStatus(corrected, today)).to.equal('confirmed')
  })

  it('counts every broadcast once', () => {
    const all = [
      aBroadcast(),
      aBroadcast({ day: '2026-11-30' }),
      aBroadcast({ ...answered, answer: 'ran' }),
      aBroadcast({ withdrawnAt: now }),
    ]
    const counts = deliveryCounts(all, today)
    expect(counts).to.include({ 'no-answer': 1, planned: 1, confirmed: 1, withdrawn: 1, verified: 0 })
    expect(Object.values(counts).reduce((a, b) => a + b)).to.equal(4)
  })

  it('may be answered from its day on, until it is verified or locked', () => {
    const open = { today, lockedThrough: null }
    expect(mayAnswer(aBroadcast(), open).ok).to.equal(true)
    expect(mayAnswer(aBroadcast({ day: '2026-11-18' }), open)).to.deep.equal(refused('broadcast-in-future'))
    expect(mayAnswer(aBroadcast(), { today, lockedThrough: '2026-11-16' })).to.deep.equal(
      refused('broadcast-locked'),
    )
    const verified = aBroadcast({ ...answered, answer: 'ran', ...decided('verified') })
    expect(mayAnswer(verified, open)).to.deep.equal(refused('broadcast-locked'))
    expect(mayAnswer({ ...verified, decision: 'returned' }, open).ok).to.equal(true)
  })

  it('is to be answered by a day that depends on the outlet', () => {
    const by = (
      medium: 'radio' | 'tv' | 'print' | 'online',
      period: 'continuous' | 'daily' | 'weekly' | 'monthly',
    ) => answerDeadline({ medium, period }, '2026-11-18')
    expect(by('radio', 'continuous')).to.equal('2026-11-24')
    expect(by('tv', 'continuous')).to.equal('2026-11-25')
    expect([by('print', 'daily'), by('print', 'weekly'), by('print', 'monthly')]).to.deep.equal([
      '2026-11-20',
      '2026-11-25',
      '2026-11-28',
    ])
    expect(by('online', 'continuous')).to.equal('2026-11-20')
  })
})

describe('An answer', () => {
  it('is another one when any part of it is', () => {
    const ran = plainAnswer('ran')
    expect(sameContent(ran, { ...ran })).to.equal(true)
    const others = [
      plainAnswer('not-known'),
      { ...ran, actualMinute: 0 },
      { ...ran, note: 'x' },
      { ...ran, announcerRead: true },
    ]
    for (const other of others) expect(sameContent(ran, other)).to.equal(false)
  })

  it('is verified by nobody who entered it', () => {
    expect(mayVerify(undefined, 'bayu')).to.deep.equal(refused('wrong-state'))
    expect(mayVerify({ givenByUser: 'bayu' }, 'bayu')).to.deep.equal(refused('own-work'))
    expect(mayVerify({ givenByUser: null }, 'bayu').ok).to.equal(true)
  })
})
