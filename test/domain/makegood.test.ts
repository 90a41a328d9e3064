import { expect } from 'chai'
import type { BroadcastState } from '../../src/domain/broadcast.js'
import { isMiss, mayCredit, mayOffer, missStatus, type Makegood } from '../../src/domain/makegood.js'
import { moments, next, nothing, start, worldKey, type World } from '../support/miss-worlds.js'
import { aBroadcast } from '../support/things.js'

describe('A missed broadcast', function () {
  this.timeout(30_000)

  it('reaches a closed order by no path at all without a replacement that ran, a waiver with a reason, or a credit', () => {
    const seen = new Map<string, World>()
    const waiting = [start()]
    let [acts, closings] = [0, 0]
    while (waiting.length > 0) {
      const world = waiting.pop()!
      if (seen.has(worldKey(world))) continue
      seen.set(worldKey(world), world)
      if (world.closed) closings += 1
      for (const [act, after] of next(world)) {
        acts += 1
        mustBeSettled(after, act)
        waiting.push(after)
      }
    }
    console.log(`      ${seen.size} states, ${acts} acts, ${closings} of the states closed`)
    expect(seen.size).to.be.above(1_000)
    expect(closings).to.be.above(10)
  })

  function mustBeSettled(world: World, act: string): void {
    if (!world.closed) return
    const now = moments[world.at]!
    for (const { state, attempts } of world.runs) {
      if (!isMiss(state)) {
        expect([state.answer, state.decision], act).to.deep.equal([
          state.answer === 'ran' ? 'ran' : 'ran-differently',
          'verified',
        ])
        continue
      }
      const status = missStatus(attempts, now)
      expect(status, act).to.be.oneOf(['replaced', 'waived', 'credited'])
      if (status === 'waived')
        expect(attempts.some(it => it.waiveReason !== null && it.waiveReason !== '')).to.equal(true)
      if (status === 'credited') expect(attempts.some(it => (it.creditRupiah ?? 0) > 0)).to.equal(true)
      if (status === 'replaced') {
        const agreed = attempts.find(attempt => attempt.acceptedAt !== null)!
        expect(
          world.runs.some(run => run.state.id === agreed.replacementId),
          act,
        ).to.equal(true)
      }
    }
  }

  it('can be settled from every state that is not closed: no miss is stuck for good', () => {
    const open = { ...start(), at: 1 }
    const ways = next(open).map(([act]) => act)
    expect(ways).to.include.members(['waived run0', 'credited run0', 'offeredByUser for run0'])
  })

  it('is offered a slot that lies ahead, inside the flight, and is not empty', () => {
    const [broadcast, now] = [aBroadcast({ answer: 'did-not-run' }), moments[0]!]
    const miss = { broadcast, attempts: [], now }
    const given = { today: '2026-11-20', flightEnds: '2026-11-29' }
    const offer = (day: string, fromMinute = 360, toMinute = 420) =>
      mayOffer(miss, { day, fromMinute, toMinute }, given)
    expect(offer('2026-11-21')).to.deep.equal({ ok: true })
    expect(offer('2026-11-20')).to.deep.equal({ ok: false, problem: { code: 'slot-past' } })
    expect(offer('2026-11-30')).to.deep.equal({ ok: false, problem: { code: 'slot-after-flight' } })
    expect(offer('2026-11-21', 420, 420)).to.deep.equal({ ok: false, problem: { code: 'daypart-empty' } })
  })

  it('of free airtime is not credited, and of paid airtime never above its price', () => {
    const miss = (change: Partial<BroadcastState>) => ({
      broadcast: aBroadcast({ answer: 'did-not-run', ...change }),
      attempts: [],
      now: moments[0]!,
    })
    expect(mayCredit(miss({ priceKind: 'free' }), 1).ok).to.equal(false)
    expect(mayCredit(miss({}), 150_000).ok).to.equal(true)
    expect(mayCredit(miss({}), 150_001).ok).to.equal(false)
  })

  it('that takes several runs elsewhere is replaced by all of them and by no fewer, whatever became of earlier ones', () => {
    const now = moments[0]!
    const facts = {
      offered: {},
      taken: { acceptedAt: now },
      declined: { declinedAt: now },
    } as const
    const outcomes = Object.keys(facts) as (keyof typeof facts)[]
    const part = (id: string, bundleId: string, outcome: keyof typeof facts, parts: number): Makegood => ({
      ...nothing,
      id,
      missedId: 'run0',
      offeredAt: now,
      expiresAt: moments[1]!,
      bundleId,
      parts,
      ...facts[outcome],
    })
    for (const a of outcomes)
      for (const b of outcomes)
        for (const c of [...outcomes, null]) {
          const first = [part('a', 'one', a, 2), part('b', 'one', b, 2)]
          const second = c ? [part('c', 'two', c, 1)] : []
          const isComplete = (a === 'taken' && b === 'taken') || c === 'taken'
          const isWaiting = [a, b, c].includes('offered')
          const status = isComplete ? 'replaced' : isWaiting ? 'offered' : 'open'
          expect(missStatus([...first, ...second], now), `${a} ${b} ${c}`).to.equal(status)
        }
  })
})
