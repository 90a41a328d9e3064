import { expect } from 'chai'
import { judgedFrom } from '../../src/domain/judgement.js'
import { verdictOf } from '../../src/domain/verdict-rules.js'
import type { Verdict } from '../../src/domain/verdict.js'
import { judgeFlights, randomStream } from '../../src/statistics/index.js'
import { flight, panelOf } from '../support/panel.js'

const only = flight([2, 5, 9], [85, 113])
const nothing = { share: 0, names: [] }
const seeds = Array.from({ length: 12 }, (_, k) => k + 1)

/** A verdict on a panel of people who come one by one, with firms' lots of unknown stream among them or not. */
function verdictOn(seed: number, { lots, lift }: { lots: boolean; lift: number }): Verdict {
  const panel = panelOf(seed, { flights: [{ ...only, lift }] })
  const chance = randomStream(seed, 77)
  if (lots)
    for (const row of panel.counts)
      for (let t = 0; t < row.length; t++) if (chance.uniform() < 0.03) row[t]! += 40 + chance.below(120)
  const districtCodes = panel.counts.map((_, i) => `D${i}`)
  const groups = judgeFlights(panel, [only])
  const judged = judgedFrom({ districtCodes, firstDay: '2011-01-01' }, { groups, names: ['A'], place: 0 })
  return verdictOf(
    {
      exposed: only.districts.map(i => districtCodes[i]!),
      firstDay: '2011-03-27',
      lastDay: '2011-04-23',
      verifiedShare: 1,
      provenShare: 1,
      liftWorthHaving: 0.2,
      costRupiah: 0,
      events: nothing,
      overlaps: nothing,
      together: nothing,
    },
    judged,
  )
}

describe('Firms that enrol in lots, in a stream that nobody told apart', () => {
  it('are found out: it cannot be judged, or the lots are named as a reason to doubt', () => {
    for (const seed of seeds) {
      const { kind, reasons } = verdictOn(seed, { lots: true, lift: 0.3 })
      const isNamed = reasons.some(({ code, weight }) => code === 'irregular-counts' && weight === 'against')
      expect(kind === 'cannot-judge' || isNamed, `seed ${seed}: ${kind}`).to.equal(true)
      expect(kind).not.to.equal('strong')
    }
  })

  it('are not suspected where people come one by one', () => {
    const doubted = seeds.filter(seed =>
      verdictOn(seed, { lots: false, lift: 0.3 }).reasons.some(({ code }) => code === 'irregular-counts'),
    )
    expect(doubted).to.deep.equal([])
  })

  it('hide what would be seen without them', () => {
    const seen = (lots: boolean) =>
      seeds.filter(seed => ['strong', 'indication'].includes(verdictOn(seed, { lots, lift: 0.5 }).kind))
        .length
    expect(seen(false)).to.equal(seeds.length)
    expect(seen(true)).to.be.below(seeds.length / 2)
  })
})
