import { expect } from 'chai'
import fc from 'fast-check'
import {
  lostExposure,
  noPolicy,
  proposeMakegoods,
  slotsAt,
  type Slot,
} from '../../src/domain/makegood-proposal.js'
import type { Coverage } from '../../src/domain/outlet.js'
import { addDays } from '../../src/domain/time.js'
import { aBroadcast } from '../support/things.js'

const cover = (outletId: string, districtCode: string, share: number): Coverage => ({
  outletId,
  districtCode,
  share,
  source: 'survey',
  asOf: '2026-01-01',
})
const slot = (outletId: string, day: string, rupiah = 0): Slot => ({
  outletId,
  outletName: outletId,
  day,
  fromMinute: 360,
  toMinute: 420,
  rupiah,
})

describe('A proposal for what was missed', () => {
  const coverage = [
    cover('a', '18.71', 0.4),
    cover('a', '18.01', 0.1),
    cover('b', '18.71', 0.5),
    cover('c', '18.02', 0.9),
  ]

  it('is one free run of the same outlet for one missed run: the same districts, the same exposure', () => {
    const lost = lostExposure([aBroadcast({ outletId: 'a' })], coverage)
    const given = { coverage, budgetLeft: 1_000_000 }
    const slots = [slot('b', '2026-11-20', 100_000), slot('a', '2026-11-25'), slot('a', '2026-11-23')]
    const proposal = proposeMakegoods(lost, slots, given)
    expect(proposal.slots).to.have.lengthOf(1)
    expect(proposal).to.deep.include({ shortfall: [], rupiah: 0 })
    expect(proposal.slots[0]!.outletId).to.equal('a')
  })

  it('goes to another outlet only for what its own cannot restore, only where it reaches, and only within the budget', () => {
    const lost = lostExposure([aBroadcast({ outletId: 'a' }), aBroadcast({ outletId: 'a' })], coverage)
    const slots = [slot('a', '2026-11-25'), slot('b', '2026-11-20', 100_000), slot('c', '2026-11-20', 1)]
    const rich = proposeMakegoods(lost, slots, { coverage, budgetLeft: 100_000 })
    expect(rich.slots.map(({ outletId }) => outletId)).to.deep.equal(['b', 'a'])
    expect(rich.shortfall.map(({ districtCode }) => districtCode)).to.deep.equal(['18.01'])
    const poor = proposeMakegoods(lost, slots, { coverage, budgetLeft: 99_999 })
    expect(poor.rupiah).to.equal(0)
    expect(poor.shortfall.map(({ districtCode }) => districtCode)).to.deep.equal(['18.71', '18.01'])
  })

  it('offers no day of today or before, after the flight, off air, beyond the outlet’s days, or that is full', () => {
    const given = {
      today: '2026-11-20',
      flightEnds: '2026-11-30',
      policy: noPolicy,
      offAir: [{ id: 'x', outletId: 'a', firstDay: '2026-11-22', lastDay: '2026-11-23', reason: '' }],
      planned: new Map([['2026-11-24', 3]]),
      rupiah: 0,
    }
    const days = (change: Partial<typeof given>) =>
      slotsAt(
        { id: 'a', name: 'A' },
        { day: '2026-11-18', fromMinute: 360, toMinute: 420 },
        { ...given, ...change },
      ).map(({ day }) => day)
    expect(days({})).to.deep.equal([
      '2026-11-21',
      ...[24, 25, 26, 27, 28, 29, 30].map(day => `2026-11-${day}`),
    ])
    expect(days({ policy: { days: 8, runsPerDay: 3 } })).to.deep.equal([
      '2026-11-21',
      '2026-11-25',
      '2026-11-26',
    ])
    expect(days({ flightEnds: '2026-11-20' })).to.deep.equal([])
  })

  it('restores at least what was lost, or says exactly what is missing; spends no more than there is; holds nothing needless', () => {
    const shares = fc.array(
      fc.tuple(fc.constantFrom('18.71', '18.01', '18.02'), fc.double({ min: 0.05, max: 1, noNaN: true })),
      { minLength: 1, maxLength: 3 },
    )
    const world = fc.record({
      outlets: fc.array(shares, { minLength: 1, maxLength: 4 }),
      misses: fc.integer({ min: 1, max: 4 }),
      slots: fc.array(fc.tuple(fc.nat(3), fc.nat(9), fc.constantFrom(0, 50_000, 90_000)), { maxLength: 14 }),
      budgetLeft: fc.nat(300_000),
    })
    fc.assert(
      fc.property(world, ({ outlets, misses, slots, budgetLeft }) => {
        const known = outlets.flatMap((rows, i) =>
          [...new Map(rows)].map(([code, share]) => cover(`o${i}`, code, share)),
        )
        const candidates = slots
          .filter(([at]) => at < outlets.length)
          .map(([at, day, rupiah]) => slot(`o${at}`, addDays('2026-11-20', day), rupiah))
        const missed = Array.from({ length: misses }, () => aBroadcast({ outletId: 'o0' }))
        const lost = lostExposure(missed, known)
        const proposal = proposeMakegoods(lost, candidates, { coverage: known, budgetLeft })
        expect(proposal.rupiah).to.be.at.most(budgetLeft)
        const restored = (code: string, chosen: readonly Slot[]) =>
          chosen
            .flatMap(it => known.filter(row => row.outletId === it.outletId && row.districtCode === code))
            .reduce((sum, row) => sum + row.share, 0)
        for (const { districtCode, exposure } of lost) {
          const missing = proposal.shortfall.find(it => it.districtCode === districtCode)?.exposure ?? 0
          expect(missing).to.be.closeTo(Math.max(0, exposure - restored(districtCode, proposal.slots)), 1e-6)
        }
        for (const one of proposal.slots) {
          const without = proposal.slots.filter(other => other !== one)
          const worse = lost.some(
            ({ districtCode, exposure }) =>
              restored(districtCode, without) <
              Math.min(exposure, restored(districtCode, proposal.slots)) - 1e-9,
          )
          expect(worse).to.equal(true)
        }
      }),
      { seed: 20261122, numRuns: 300 },
    )
  })
})
