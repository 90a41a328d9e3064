import { expect } from 'chai'
import type { BroadcastState } from '../../src/domain/broadcast.js'
import {
  mayJudgeBeside,
  mayObserve,
  mayWithdraw,
  observationProblems,
  observed,
  type Observation,
  type Observed,
} from '../../src/domain/observation.js'
import { refused } from '../../src/domain/problem.js'
import { aBroadcast } from '../support/things.js'

const today = '2026-11-23'

function anObservation(change: Partial<Observation> = {}): Observation {
  return {
    id: 'observation',
    broadcastId: 'broadcast',
    observer: 'monitor',
    seen: 'ran',
    day: '2026-11-16',
    minute: 400,
    note: 'Terdengar utuh.',
    fileId: null,
    givenBy: 'bayu',
    givenAt: '2026-11-20T02:00:00.000Z',
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawReason: null,
    ...change,
  }
}

describe('What others than the outlet observed', () => {
  it('bears out its answer, contradicts it, or says nothing of it', () => {
    const moved = { answer: 'ran-differently', actualDay: '2026-11-16', actualMinute: 900 } as const
    const cases: [Partial<BroadcastState>, Observation['seen'][], Observed][] = [
      [{ answer: 'ran' }, [], 'nothing'],
      [{ answer: 'ran' }, ['ran'], 'agrees'],
      [{ answer: 'ran' }, ['did-not-run'], 'contradicts'],
      [{ answer: 'ran' }, ['ran', 'did-not-run'], 'contradicts'],
      [{ answer: 'did-not-run' }, ['did-not-run'], 'agrees'],
      [{ answer: 'did-not-run' }, ['ran'], 'contradicts'],
      [moved, ['ran'], 'agrees'],
      [moved, ['did-not-run'], 'nothing'],
      [{ ...moved, actualMinute: 400 }, ['did-not-run'], 'contradicts'],
      [{ ...moved, actualDay: '2026-11-17', actualMinute: 400 }, ['did-not-run'], 'nothing'],
      [{ answer: 'not-known' }, ['ran'], 'nothing'],
      [{ answer: null }, ['did-not-run'], 'nothing'],
    ]
    for (const [answer, seens, expected] of cases) {
      const observations = seens.map(seen => anObservation({ seen }))
      expect(observed(aBroadcast(answer), observations), JSON.stringify([answer, seens])).to.equal(expected)
      const withdrawn = observations.map(each => ({ ...each, withdrawnAt: today, withdrawnBy: 'bayu' }))
      expect(observed(aBroadcast(answer), withdrawn)).to.equal('nothing')
    }
  })

  it('has to be near the broadcast, in the past, and say when', () => {
    const problems = (change: Partial<Observation>, broadcast: Partial<BroadcastState> = {}) =>
      observationProblems(aBroadcast(broadcast), anObservation(change), today)
    expect(problems({})).to.deep.equal({})
    expect(problems({ minute: 570 }), '90 minutes after the daypart').to.deep.equal({})
    expect(problems({ minute: 571 })).to.deep.equal({ minute: { code: 'observed-elsewhere' } })
    expect(problems({ minute: 900 }, { actualDay: '2026-11-16', actualMinute: 850 })).to.deep.equal({})
    expect(problems({ minute: null })).to.deep.equal({ minute: { code: 'required' } })
    expect(problems({ minute: null, seen: 'did-not-run' })).to.deep.equal({})
    expect(problems({ day: '2026-11-24' })).to.deep.equal({ day: { code: 'broadcast-in-future' } })
    expect(problems({ minute: null }, { medium: 'print' })).to.deep.equal({})
    expect(problems({ minute: null, day: '2026-11-19' }, { medium: 'print' })).to.deep.equal({
      day: { code: 'observed-elsewhere' },
    })
  })

  it('is of a broadcast that was to run by now, in an order that is open', () => {
    expect(mayObserve(aBroadcast(), today).ok).to.equal(true)
    expect(mayObserve(aBroadcast(), '2026-11-15')).to.deep.equal(refused('broadcast-in-future'))
    expect(mayObserve(aBroadcast({ orderClosedAt: today }), today)).to.deep.equal(refused('wrong-state'))
    expect(mayObserve(aBroadcast({ withdrawnAt: today }), today)).to.deep.equal(refused('wrong-state'))
  })

  it('keeps who noted it from judging, and only they take it back, once', () => {
    const own = anObservation()
    expect(mayJudgeBeside([own], 'bayu')).to.deep.equal(refused('own-work'))
    expect(mayJudgeBeside([own], 'sari').ok).to.equal(true)
    expect(mayWithdraw(own, 'bayu').ok).to.equal(true)
    expect(mayWithdraw(own, 'sari')).to.deep.equal(refused('not-allowed'))
    const taken = { ...own, withdrawnAt: today, withdrawnBy: 'bayu' }
    expect(mayWithdraw(taken, 'bayu')).to.deep.equal(refused('wrong-state'))
    expect(mayJudgeBeside([taken], 'bayu').ok).to.equal(true)
  })
})
