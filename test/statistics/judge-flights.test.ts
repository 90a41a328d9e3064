import { expect } from 'chai'
import {
  estimateLift,
  judgeFlights,
  type JudgedGroup,
  type LiftEstimate,
} from '../../src/statistics/index.js'
import { flight, panelOf } from '../support/panel.js'

function estimateIn(group: JudgedGroup | undefined): LiftEstimate {
  const estimate = group!.estimate
  if (!estimate.ok) throw new Error(`refused: ${estimate.refusal}`)
  return estimate
}

describe('Many flights on one panel', () => {
  it('judge one flight alone exactly as an estimate of its own does, checks too', () => {
    const only = flight([2, 5], [85, 113])
    const panel = panelOf(1, { flights: [{ ...only, lift: 0.3 }] })
    const neighbours = [4, 6]
    const [group] = judgeFlights(panel, [only], { neighbours: () => neighbours })
    const alone = estimateLift(panel, { exposed: [2, 5], window: [85, 113], neighbours })
    expect({ ...estimateIn(group), districts: null }).to.deep.equal(alone)
    expect(group).to.deep.include({ q: estimateIn(group).p, division: null, beforeAfter: null })
  })

  it('leave every flight out of what the others are compared with', () => {
    const strong = flight([7, 8, 9], [30, 80])
    const weak = flight([2, 5], [90, 118])
    const flights = [strong, weak]
    const panel = panelOf(2, {
      flights: [
        { ...strong, lift: 3 },
        { ...weak, lift: 0 },
      ],
    })
    const [, judged] = judgeFlights(panel, flights)
    expect(estimateIn(judged).lift.low).to.be.below(0)
    expect(estimateIn(judged).lift.high).to.be.within(0, 0.5)
  })

  it('report overlapping flights together, and apart where each was on air without the other', () => {
    const first = flight([2, 5, 8], [90, 130])
    const second = flight([5, 8, 11], [115, 155])
    const flights = [
      { ...first, lift: 0.5 },
      { ...second, lift: 0 },
    ]
    const panel = panelOf(3, { days: 160, daily: [30, 80], flights })
    const groups = judgeFlights(panel, flights)
    expect(groups.map(group => group.flights)).to.deep.equal([[0, 1]])
    expect(groups[0]!.window).to.deep.equal([90, 155])
    const { division } = groups[0]!
    const [own, none] = (division ?? []).filter(portion => portion.kind === 'estimated')
    expect(own!.lift.low).to.be.above(0.2)
    expect(own!.lift.high).to.be.below(0.9)
    expect(none!.lift.low).to.be.below(0)
    expect(none!.lift.high).to.be.within(0, 0.35)
  })

  it('never divide flights that were always on air together, but share them out by days', () => {
    const flights = [flight([2, 5], [90, 118]), flight([2, 5], [90, 118])]
    const panel = panelOf(4, { flights: flights.map(each => ({ ...each, lift: 0.2 })) })
    const [group] = judgeFlights(panel, flights)
    const half = { kind: 'convention', share: 0.5 }
    expect(group!.division).to.deep.equal([half, half])
  })

  it('keep flights apart that never meet in a district, even on the same days', () => {
    const flights = [flight([2], [90, 118]), flight([5], [90, 118]), flight([2], [40, 60])]
    expect(judgeFlights(panelOf(5), flights).map(group => group.flights)).to.deep.equal([[0], [1], [2]])
  })

  it('tell a flight apart by the days it had to itself, whatever happened on the others', () => {
    const [first, second] = [flight([2, 5, 8], [90, 130]), flight([5, 8, 11], [115, 155])]
    const panel = panelOf(3, { days: 160, daily: [30, 80], flights: [{ ...first, lift: 0.5 }] })
    const own = () => judgeFlights(panel, [first, second])[0]!.division
    const before = own()
    for (const i of [5, 8]) for (let t = 115; t < 130; t++) panel.counts[i]![t]! *= 5
    expect(own()!.map(portion => portion.kind === 'estimated' && portion.lift)).to.deep.equal(
      before!.map(portion => portion.kind === 'estimated' && portion.lift),
    )
  })

  it('do not tell a flight apart by days on which nobody registered anywhere else', () => {
    const flights = [flight([2, 5], [90, 104]), flight([2, 5], [97, 111])]
    const panel = panelOf(4, { flights: flights.map(each => ({ ...each, lift: 0.2 })) })
    for (const [i, row] of panel.counts.entries()) if (i !== 2 && i !== 5) row.fill(0, 90, 97)
    const [group] = judgeFlights(panel, flights)
    expect(group!.division![0]).to.deep.equal({ kind: 'convention', share: 0.5 })
  })

  it('neither learn from disturbed days nor judge them, as long as enough others are left', () => {
    const only = flight([2, 5], [85, 113])
    const panel = panelOf(1, { flights: [{ ...only, lift: 0.3 }] })
    const masked = panel.counts.map(row => new Uint8Array(row.length))
    for (const [i, t] of [
      [2, 90],
      [5, 100],
      [9, 95],
      [9, 20],
    ] as const)
      masked[i]![t] = 1
    const judged = () => estimateIn(judgeFlights(panel, [only], { masked })[0])
    const { lift, observed } = judged()
    const kept = [...panel.counts[2]!.subarray(85, 113), ...panel.counts[5]!.subarray(85, 113)]
    const total = kept.reduce((sum, count) => sum + count, 0)
    expect(observed).to.equal(total - panel.counts[2]![90]! - panel.counts[5]![100]!)
    for (const [i, t] of [
      [2, 90],
      [5, 100],
      [9, 95],
      [9, 20],
    ] as const)
      panel.counts[i]![t] = 900
    expect(judged().lift).to.deep.equal(lift)
    for (const i of only.districts) masked[i]!.fill(1, 85, 100)
    expect(judged().observed).to.be.above(1800)
  })

  it('refuse a national campaign, with its own before and after and no p', () => {
    const everywhere = flight(
      Array.from({ length: 14 }, (_, i) => i),
      [90, 118],
    )
    const panel = panelOf(6, { flights: [{ ...everywhere, lift: 0.4 }] })
    const [group] = judgeFlights(panel, [everywhere])
    expect(group!.estimate).to.deep.equal({ ok: false, refusal: 'not-identified', have: 0, needed: 4 })
    expect(group!.q).to.equal(null)
    expect(group!.beforeAfter!.change).to.be.closeTo(0.4, 0.1)
  })

  it('adjust for many: five by Holm, more by Benjamini and Hochberg', () => {
    const flights = Array.from({ length: 6 }, (_, k) => flight([2 * k, 2 * k + 1], [100, 128]))
    const panel = panelOf(7, { districts: 20, days: 140, flights: [{ ...flights[0]!, lift: 1 }] })
    const five = judgeFlights(panel, flights.slice(0, 5)).map(group => [estimateIn(group).p, group.q!])
    const sorted = five.toSorted((a, b) => a[0]! - b[0]!)
    expect(sorted[0]![1]).to.be.closeTo(Math.min(1, 5 * sorted[0]![0]!), 1e-12)
    const six = judgeFlights(panel, flights).map(group => [estimateIn(group).p, group.q!])
    const largest = six.toSorted((a, b) => b[0]! - a[0]!)[0]!
    expect(largest[1]).to.be.closeTo(largest[0]!, 1e-12)
  })

  it('count flights told apart as tests, and the group only where one of them is not', () => {
    const [first, second] = [flight([2, 5, 8], [90, 130]), flight([5, 8, 11], [115, 155])]
    const flights = [first, second, flight([1], [90, 118])]
    const panel = panelOf(3, { days: 160, daily: [30, 80], flights: [{ ...first, lift: 0.5 }] })
    const [group, alone] = judgeFlights(panel, flights)
    const told = group!.division!.filter(portion => portion.kind === 'estimated')
    expect([group!.tests, told.length]).to.deep.equal([3, 2])
    expect(told[0]!.q).to.be.closeTo(3 * told[0]!.p, 1e-12)
    expect(group!.q).to.equal(Math.min(...told.map(({ q }) => q)))
    expect(alone!.q).to.be.at.least(estimateIn(alone).p)
    const hidden = [...flights, flight([5], [116, 128])]
    expect(judgeFlights(panel, hidden)[0]!.tests).to.equal(4)
  })

  it('show single districts only inside flights that stand out themselves', () => {
    const flights = [flight([2, 5], [90, 118]), flight([8, 11], [90, 118])]
    const panel = panelOf(8, { flights: [{ ...flights[0]!, lift: 1 }] })
    const shown = judgeFlights(panel, flights).map(group => estimateIn(group).districts !== null)
    expect(shown).to.deep.equal([true, false])
  })

  it('refuse flights that are not on the panel', () => {
    const panel = panelOf(9)
    for (const wrong of [
      flight([14], [90, 100]),
      flight([1, 1], [90, 100]),
      flight([1], [100, 90]),
      flight([1], [130, 140]),
    ])
      expect(() => judgeFlights(panel, [wrong])).to.throw(RangeError)
    expect(judgeFlights(panel, [])).to.deep.equal([])
  })
})
