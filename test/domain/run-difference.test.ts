import { expect } from 'chai'
import type { BroadcastState } from '../../src/domain/broadcast.js'
import { chosenBroadcasts, gradeCounts, ruleCounts } from '../../src/domain/delivery-choice.js'
import { tolerances } from '../../src/domain/match-tolerance.js'
import { limitOf, rulesOf, rulesUsed } from '../../src/domain/run-difference.js'
import { aBroadcast } from '../support/things.js'

const everything = { state: null, outletId: null, rule: null, grade: null }
const ran = (change: Partial<BroadcastState>) =>
  aBroadcast({ answer: 'ran-differently', confirmationId: 'answer', actualDay: '2026-11-16', ...change })
const verified = { decision: 'verified', verificationOf: 'answer' } as const

describe('The tolerance rules', () => {
  it('take a run as ordered up to their limit and no further, in every medium', () => {
    for (const medium of ['radio', 'tv'] as const) {
      const { minutes, seconds } = tolerances[medium]
      const time = (actualMinute: number) => rulesUsed(ran({ medium, actualMinute, actualSeconds: 30 }))
      expect(time(360)).to.deep.equal([])
      expect(time(480)).to.deep.equal([])
      expect(time(480 + minutes)).to.deep.equal([{ rule: 'time', by: minutes, within: true }])
      expect(time(481 + minutes)).to.deep.equal([{ rule: 'time', by: minutes + 1, within: false }])
      expect(time(360 - minutes)).to.deep.equal([{ rule: 'time', by: -minutes, within: true }])
      expect(time(359 - minutes)).to.deep.equal([{ rule: 'time', by: -minutes - 1, within: false }])
      const length = (actualSeconds: number) => rulesUsed(ran({ medium, actualMinute: 400, actualSeconds }))
      expect(length(30 - seconds)).to.deep.equal([{ rule: 'length', by: seconds, within: true }])
      expect(length(29 - seconds)).to.deep.equal([{ rule: 'length', by: seconds + 1, within: false }])
      expect(length(35), 'longer is no loss').to.deep.equal([])
    }
    for (const medium of ['print', 'online'] as const) {
      expect(rulesUsed(ran({ medium, actualDay: '2026-11-17' }))).to.deep.equal([
        { rule: 'time', by: 1440, within: false },
      ])
      expect(rulesUsed(ran({ medium }))).to.deep.equal([])
      expect(rulesOf(medium)).to.deep.equal(['time', 'material'])
      expect(limitOf(medium, 'time')).to.equal(0)
    }
  })

  it('never take another material as ordered, and ask nothing of what did not run or said no more', () => {
    expect(rulesUsed(ran({ actualMinute: 400, actualMaterialId: 'B' }))).to.deep.equal([
      { rule: 'material', by: 1, within: false },
    ])
    expect(rulesUsed(ran({ actualMaterialId: 'A' }))).to.deep.equal([])
    expect(rulesUsed(aBroadcast({ answer: 'ran' }))).to.deep.equal([])
    expect(rulesUsed(aBroadcast({ answer: 'did-not-run', actualMinute: 900 }))).to.deep.equal([])
    const disputed = { decision: 'disputed', verificationOf: 'answer' } as const
    expect(rulesUsed(ran({ ...disputed, actualMinute: 900 }))).to.deep.equal([])
  })

  it('are counted where they were used, and every count leads to as many broadcasts', () => {
    const broadcasts = [
      ran({ id: '1', actualMinute: 490 }),
      ran({ id: '2', actualMinute: 490, actualSeconds: 28 }),
      ran({ id: '3', actualMinute: 700, actualSeconds: 15 }),
      ran({ id: '4', actualMinute: 400, actualMaterialId: 'B' }),
      ran({ id: '5', medium: 'tv', actualMinute: 492 }),
      aBroadcast({ id: '6', medium: 'print', answer: 'ran' }),
      aBroadcast({ id: '7' }),
    ]
    const counts = ruleCounts(broadcasts)
    expect(counts.map(({ medium, rule, within, beyond }) => [medium, rule, within, beyond])).to.deep.equal([
      ['radio', 'time', 2, 1],
      ['radio', 'length', 1, 1],
      ['radio', 'material', 0, 1],
      ['tv', 'time', 0, 1],
      ['tv', 'length', 0, 0],
      ['tv', 'material', 0, 0],
      ['print', 'time', 0, 0],
      ['print', 'material', 0, 0],
    ])
    for (const { medium, rule, ...count } of counts)
      for (const fit of ['within', 'beyond'] as const) {
        const choice = { ...everything, rule: { medium, rule, fit } }
        expect(chosenBroadcasts(broadcasts, choice, '2026-11-23')).to.have.lengthOf(count[fit])
      }
  })
})

describe('The grades of what is past', () => {
  it('add up, best first, to everything that was ordered and not withdrawn', () => {
    const of = (grade: BroadcastState['grade'], change: Partial<BroadcastState> = {}) =>
      ran({ answer: 'ran', grade, ...verified, ...change })
    const broadcasts = [
      of('E4'),
      of('E3'),
      of('E2'),
      of('E2'),
      of('E1'),
      of('E3', { verificationOf: 'an earlier answer' }),
      of('E1', { answer: 'did-not-run' }),
      aBroadcast(),
      aBroadcast({ withdrawnAt: '2026-11-10T00:00:00.000Z' }),
      aBroadcast({ day: '2026-11-23' }),
    ]
    const { past, unverified, verified: rows } = gradeCounts(broadcasts, '2026-11-23')
    expect([past, unverified]).to.deep.equal([8, 3])
    expect(rows.map(({ grade, count, orBetter }) => [grade, count, orBetter])).to.deep.equal([
      ['E4', 1, 1],
      ['E3', 1, 2],
      ['E2', 2, 4],
      ['E1', 1, 5],
    ])
    const chosen = chosenBroadcasts(broadcasts, { ...everything, grade: 'unverified' }, '2026-11-23')
    expect(chosen).to.have.lengthOf(unverified)
  })
})
