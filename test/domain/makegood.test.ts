import { expect } from 'chai'
import type { BroadcastState } from '../../src/domain/broadcast.js'
import { mayAnswer } from '../../src/domain/delivery.js'
import {
  isMiss,
  makegoodStatus,
  mayAccept,
  mayCloseRuns,
  mayCredit,
  mayDecline,
  mayOffer,
  mayWaive,
  missStatus,
  offerExpiry,
  type Makegood,
  undecided,
} from '../../src/domain/makegood.js'
import { aBroadcast } from '../support/things.js'

/** Hours from the first moment; an offer stands for seven days, so that one step of eight days is past it. */
const moments = ['2026-11-20T02:00:00.000Z', '2026-11-28T02:00:00.000Z']
const slotDays = ['2026-11-24', '2026-12-02']
const flightEnds = '2026-12-31'

/** A missed run and the replacement agreed for it, which can be missed in its turn: deeper chains repeat these two. */
interface World {
  at: number
  closed: boolean
  runs: { state: BroadcastState; attempts: Makegood[] }[]
}

const nothing = { ...undecided, offeredByContact: null, offeredByUser: null }

function start(): World {
  return {
    at: 0,
    closed: false,
    runs: [{ state: answered(aBroadcast({ id: 'run0' }), 'did-not-run'), attempts: [] }],
  }
}

function answered(state: BroadcastState, answer: BroadcastState['answer']): BroadcastState {
  const number = (state.confirmationNumber ?? 0) + 1
  return { ...state, answer, confirmationId: `${state.id} ${number % 3}`, confirmationNumber: number % 3 }
}

function judged(state: BroadcastState, decision: BroadcastState['decision']): BroadcastState {
  return { ...state, decision, verificationOf: state.confirmationId, grade: 'E1' }
}

/** Every world one act away; what the rules refuse is no way on. */
function next(world: World): [act: string, world: World][] {
  const now = moments[world.at]!
  const ways: [string, World][] = []
  if (world.at + 1 < moments.length) ways.push(['time passes', { ...world, at: world.at + 1 }])
  world.runs.forEach(({ state, attempts }, index) => {
    const run = { ...state, orderClosedAt: world.closed ? now : null }
    const miss = { broadcast: run, attempts, now }
    const change = (act: string, after: Partial<World['runs'][number]>, more?: World['runs'][number]) => {
      const runs = world.runs.map((other, i) => (i === index ? { ...other, ...after } : other))
      ways.push([`${act} ${run.id}`, { ...world, runs: more ? [...runs, more] : runs }])
    }
    const today = now.slice(0, 10)
    if (mayAnswer({ ...run, day: '2026-11-16' }, { today, lockedThrough: null }).ok)
      for (const answer of ['ran', 'did-not-run', 'not-known'] as const)
        change(`the outlet says ${answer} of`, { state: answered(state, answer) })
    if (state.answer !== null && !world.closed)
      for (const decision of ['verified', 'disputed'] as const)
        change(`the office has ${decision}`, { state: judged(state, decision) })
    const slot = { day: slotDays[world.at]!, fromMinute: 360, toMinute: 420 }
    // A second offer after one that came to nothing; a third would stand where the second did.
    if (mayOffer(miss, slot, { today, flightEnds }).ok && world.runs.length < 2 && attempts.length < 2)
      for (const by of ['offeredByContact', 'offeredByUser'] as const) {
        const expiresAt = offerExpiry(slot, { offeredAt: now, zone: 'Asia/Jakarta' })
        const offer = {
          ...nothing,
          id: `offer${attempts.length}`,
          missedId: run.id,
          offeredAt: now,
          ...slot,
          expiresAt,
          [by]: 'x',
        }
        change(`${by} for`, { attempts: [...attempts, offer] })
      }
    for (const attempt of attempts) {
      const decided = (facts: Partial<Makegood>) =>
        attempts.map(other => (other === attempt ? { ...other, ...facts } : other))
      for (const side of ['outlet', 'office'] as const)
        if (mayAccept(miss, attempt, side).ok) {
          const replacement = aBroadcast({ id: `run${world.runs.length}`, replacesId: run.id })
          change(
            `the ${side} accepts for`,
            { attempts: decided({ acceptedAt: now, replacementId: replacement.id }) },
            { state: replacement, attempts: [] },
          )
        }
      if (mayDecline(miss, attempt).ok)
        change('an offer ends for', { attempts: decided({ declinedAt: now, declineReason: 'no' }) })
    }
    for (const reason of ['', 'off peak'])
      if (mayWaive(miss, reason).ok)
        change('waived', {
          attempts: [
            ...attempts,
            {
              ...nothing,
              id: 'waiver',
              missedId: run.id,
              offeredAt: now,
              waivedAt: now,
              waiveReason: reason,
            },
          ],
        })
    for (const rupiah of [0, 150_000, 999_999_999])
      if (mayCredit(miss, rupiah).ok)
        change('credited', {
          attempts: [
            ...attempts,
            {
              ...nothing,
              id: 'credit',
              missedId: run.id,
              offeredAt: now,
              creditedAt: now,
              creditRupiah: rupiah,
            },
          ],
        })
  })
  const attemptsOf = (id: string) => world.runs.find(run => run.state.id === id)!.attempts
  if (
    !world.closed &&
    mayCloseRuns(
      world.runs.map(run => run.state),
      attemptsOf,
      now,
    ).ok
  )
    ways.push(['closed', { ...world, closed: true }])
  return ways
}

/** What tells two worlds apart for the rules. */
function key({ at, closed, runs }: World): string {
  const now = moments[at]!
  return JSON.stringify([
    at,
    closed,
    runs.map(({ state, attempts }) => [
      state.answer,
      state.verificationOf === state.confirmationId ? state.decision : null,
      attempts.map(attempt => [
        makegoodStatus(attempt, now),
        attempt.offeredByContact === null,
        attempt.expiresAt,
      ]),
    ]),
  ])
}

describe('A missed broadcast', function () {
  this.timeout(30_000)

  it('reaches a closed order by no path at all without a replacement that ran, a waiver with a reason, or a credit', () => {
    const seen = new Map<string, World>()
    const waiting = [start()]
    let [acts, closings] = [0, 0]
    while (waiting.length > 0) {
      const world = waiting.pop()!
      if (seen.has(key(world))) continue
      seen.set(key(world), world)
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
})
