/** Every state a missed run and its replacement can be in, and every act that leads from one to another. */
import type { BroadcastState } from '../../src/domain/broadcast.js'
import { mayAnswer } from '../../src/domain/delivery.js'
import {
  makegoodStatus,
  mayAccept,
  mayCredit,
  mayDecline,
  mayOffer,
  mayWaive,
  offerExpiry,
  type Makegood,
  undecided,
} from '../../src/domain/makegood.js'
import { mayCloseRuns } from '../../src/domain/settled-runs.js'
import { aBroadcast } from './things.js'

/** Hours from the first moment; an offer stands for seven days, so that one step of eight days is past it. */
export const moments = ['2026-11-20T02:00:00.000Z', '2026-11-28T02:00:00.000Z']
const slotDays = ['2026-11-24', '2026-12-02']
const flightEnds = '2026-12-31'

/** A missed run and the replacement agreed for it, which can be missed in its turn: deeper chains repeat these two. */
export interface World {
  at: number
  closed: boolean
  runs: { state: BroadcastState; attempts: Makegood[] }[]
}

export const nothing = { ...undecided, offeredByContact: null, offeredByUser: null }

export function start(): World {
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
export function next(world: World): [act: string, world: World][] {
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
export function worldKey({ at, closed, runs }: World): string {
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
