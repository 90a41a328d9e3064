import { expect } from 'chai'
import { assumedHabits, habitsOn } from '../../src/domain/audience.js'
import type { BroadcastState } from '../../src/domain/broadcast.js'
import { exposures } from '../../src/domain/exposure.js'
import { media, type Coverage, type OffAir } from '../../src/domain/outlet.js'
import { certainties, reachByDistrict, type ReachGivens } from '../../src/domain/reach.js'
import { costOfReach, costPerThousand, roughly } from '../../src/domain/reach-cost.js'
import { addDays } from '../../src/domain/time.js'
import { randomStream } from '../../src/statistics/index.js'
import { aBroadcast } from '../support/things.js'

const districtCodes = ['18.01', '18.02', '18.03', '18.71']

/** A plan drawn by chance: outlets with coverage that changes, runs in every state an answer can be in. */
function someGivens(seed: number): ReachGivens {
  const chance = randomStream(seed, 7)
  const pick = <T>(items: readonly T[]): T => items[chance.below(items.length)]!
  const outlets = Array.from({ length: 1 + chance.below(6) }, (_, i) => ({
    id: `o${i}`,
    medium: pick(media),
  }))
  const coverage: Coverage[] = outlets.flatMap(({ id }) =>
    districtCodes.flatMap(districtCode =>
      ['2026-01-01', '2026-11-20'].flatMap(asOf =>
        chance.below(3) === 0
          ? []
          : [{ outletId: id, districtCode, asOf, share: chance.below(101) / 100, source: 'survei' }],
      ),
    ),
  )
  const broadcasts = Array.from({ length: chance.below(60) }, (_, i): BroadcastState => {
    const { id, medium } = pick(outlets)
    const answer = pick(['ran', 'ran-differently', 'did-not-run', 'not-known', null] as const)
    const decision = answer ? pick(['verified', 'disputed', null] as const) : null
    return aBroadcast({
      id: `b${i}`,
      outletId: id,
      medium,
      campaignId: pick(['k1', 'k2']),
      day: addDays('2026-11-16', chance.below(14)),
      confirmationId: answer ? `c${i}` : null,
      answer,
      decision,
      verificationOf: decision ? `c${i}` : null,
      grade: pick(['E1', 'E2', 'E3'] as const),
      withdrawnAt: chance.below(10) === 0 ? '2026-11-17T00:00:00.000Z' : null,
    })
  })
  return { broadcasts, coverage, offAir: [], habits: assumedHabits, districtCodes }
}

const seeds = Array.from({ length: 150 }, (_, i) => 1 + i)

describe('Reach', () => {
  it('conserves exposure: districts hold what their days hold, campaigns and media add up to it', () => {
    for (const seed of seeds) {
      const givens = someGivens(seed)
      const cells = exposures(givens.broadcasts, givens.coverage)
      for (const { districtCode, heard, byCampaign, byMedium } of reachByDistrict(givens)) {
        const days = cells.filter(cell => cell.districtCode === districtCode)
        for (const certainty of certainties) {
          const sum = days.reduce((total, cell) => total + cell[certainty], 0)
          expect(heard[certainty].exposure, `seed ${seed}`).to.be.closeTo(sum, 1e-9)
        }
        for (const parts of [byCampaign, byMedium]) {
          const sum = [...parts.values()].reduce((total, part) => total + part, 0)
          expect(sum, `seed ${seed}`).to.be.closeTo(heard.verified.exposure, 1e-9)
        }
      }
    }
  })

  it('is a share, lies in its range, and is frequency × reach = rating points', () => {
    for (const seed of seeds) {
      for (const { heard } of reachByDistrict(someGivens(seed))) {
        for (const certainty of certainties) {
          const { reach, often, frequency, grossRatingPoints } = heard[certainty]
          expect(reach.low).to.be.at.least(0).and.at.most(reach.estimate)
          expect(reach.high).to.be.at.least(reach.estimate).and.at.most(1)
          expect(often)
            .to.be.at.least(0)
            .and.at.most(reach.estimate + 1e-12)
          expect(100 * frequency * reach.estimate).to.be.closeTo(grossRatingPoints, 1e-9)
        }
      }
    }
  })

  it('grows with every run, with coverage and with certainty loosened, and never falls', () => {
    for (const seed of seeds) {
      const givens = someGivens(seed)
      const before = reachByDistrict(givens)
      const { id, outletId, medium } = givens.broadcasts[0] ?? aBroadcast({ outletId: 'o0' })
      const more = aBroadcast({ id: `${id}-again`, outletId, medium, answer: 'ran', confirmationId: 'c' })
      const verified = { ...more, decision: 'verified', verificationOf: 'c', grade: 'E3' } as const
      const after = reachByDistrict({ ...givens, broadcasts: [...givens.broadcasts, verified] })
      before.forEach(({ heard }, i) => {
        for (const certainty of certainties) {
          const grown = after[i]!.heard[certainty]
          expect(grown.exposure).to.be.at.least(heard[certainty].exposure)
          expect(grown.grossRatingPoints).to.be.at.least(heard[certainty].grossRatingPoints - 1e-9)
        }
        const { planned, ran, verified: known, proven } = heard
        for (const [loose, strict] of [
          [planned, ran],
          [ran, known],
          [known, proven],
        ] as const) {
          expect(loose.exposure).to.be.at.least(strict.exposure - 1e-9)
          expect(loose.runs).to.be.at.least(strict.runs)
        }
      })
    }
  })

  it('is nothing from an outlet that was off the air, from an unknown one, and where nothing is heard', () => {
    for (const seed of seeds) {
      const givens = someGivens(seed)
      const offAir = ['o0', 'o1', 'o2', 'o3', 'o4', 'o5'].map((outletId): OffAir => {
        return { id: outletId, outletId, firstDay: '2026-01-01', lastDay: null, reason: 'izin' }
      })
      for (const silent of [{ offAir }, { coverage: [] }]) {
        for (const { heard, byCampaign } of reachByDistrict({ ...givens, ...silent })) {
          expect(heard.planned).to.deep.equal({
            runs: 0,
            exposure: 0,
            grossRatingPoints: 0,
            reach: { estimate: 0, low: 0, high: 0 },
            often: 0,
            frequency: 0,
          })
          expect(byCampaign.size).to.equal(0)
        }
      }
    }
  })

  it('counts a run of a station that was off the air for some days on the other days only', () => {
    const runs = ['2026-11-16', '2026-11-17', '2026-11-18'].map(day => aBroadcast({ day, outletId: 'o' }))
    const coverage = [{ outletId: 'o', districtCode: '18.01', share: 0.5, source: '', asOf: '2026-01-01' }]
    const offAir = [{ id: 'x', outletId: 'o', firstDay: '2026-11-17', lastDay: '2026-11-17', reason: '' }]
    const [reach] = reachByDistrict({
      broadcasts: runs,
      coverage,
      offAir,
      habits: assumedHabits,
      districtCodes: ['18.01'],
    })
    expect(reach!.heard.planned.exposure).to.equal(1)
  })

  it('uses the habits known on the day, and says when they are assumptions', () => {
    const kept = { alikeness: 0.4, source: 'Survei', keptBy: 'bayu', keptAt: '2026-01-01T00:00:00.000Z' }
    const habits = [
      { medium: 'radio' as const, asOf: '2025-01-01', rating: 0.2, ...kept },
      { medium: 'radio' as const, asOf: '2026-06-01', rating: 0.15, ...kept },
    ]
    expect(habitsOn(habits, '2026-05-31').radio.rating).to.equal(0.2)
    expect(habitsOn(habits, '2026-06-01').radio.rating).to.equal(0.15)
    expect(habitsOn(habits, '2026-06-01').tv).to.deep.include({ ...assumedHabits.tv, keptBy: null })
  })
})

describe('What reach costs', () => {
  const ran = { answer: 'ran', confirmationId: 'c' } as const
  const verified = { ...ran, decision: 'verified', verificationOf: 'c' } as const

  it('divides all that was paid by what is verified, and keeps free airtime apart', () => {
    const cost = costOfReach([
      aBroadcast({ ...verified, rupiah: 100_000 }),
      aBroadcast({ ...ran, rupiah: 100_000 }),
      aBroadcast({ answer: 'did-not-run', rupiah: 100_000 }),
      aBroadcast({ ...verified, rupiah: 70_000, priceKind: 'free' }),
    ])
    expect(cost).to.deep.equal({
      spent: 200_000,
      freeValue: 70_000,
      verifiedRuns: 2,
      perVerifiedRun: 200_000,
    })
  })

  it('tells an estimate with three digits', () => {
    expect([0, 7.4, 999.6, 1_651_022, 75_336].map(roughly)).to.deep.equal([0, 7, 1000, 1_650_000, 75_300])
  })

  it('has no cost per thousand where nobody is known to be reached', () => {
    expect(costPerThousand(200_000, { estimate: 0, low: 0, high: 0, of: 1000 })).to.equal(null)
    expect(costPerThousand(200_000, { estimate: 4000, low: 2000, high: 5000, of: 10_000 })).to.deep.equal({
      low: 40_000,
      high: 100_000,
    })
  })
})
