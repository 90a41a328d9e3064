import { expect } from 'chai'
import {
  planWaves,
  randomisationTest,
  randomStream,
  wavesPower,
  type Panel,
} from '../../src/statistics/index.js'

const districts = Array.from({ length: 12 }, (_, i) => i)

/** Districts with levels of their own, a common path that wanders, weekdays, and more noise than Poisson. */
function somePanel(seed: number, days: number): Panel {
  const chance = randomStream(seed, 3)
  const levels = districts.map(i => 6 + 2 * i)
  let path = 0
  const common = Array.from({ length: days }, (_, t) => {
    path = 0.95 * path + 0.05 * chance.normal()
    return Math.exp(path) * (t % 7 > 4 ? 0.5 : 1.2)
  })
  return {
    counts: levels.map(level => Float64Array.from(common, c => chance.negativeBinomial(level * c, 8))),
    known: levels.map(() => new Uint8Array(days).fill(1)),
    firstWeekday: 0,
  }
}

function someWaves(seed: number) {
  const balance = [Float64Array.from(districts, i => Math.log(6 + 2 * i))]
  const plan = planWaves({ districts, waves: [6, 6], balance, seed, draws: 1500 })
  if (!plan.ok) throw new Error(plan.refusal)
  return plan
}

describe('Starts drawn by fair coin', () => {
  it('are rejected in at most one of twenty when nothing has an effect, over 10,000 plans', () => {
    const { admissible } = someWaves(1)
    const chance = randomStream(5, 1)
    const tests = { districts, starts: [14, 28], from: 0, to: 42, admissible }
    let rejected = 0
    for (let world = 0; world < 100; world++) {
      const panel = somePanel(100 + world, 42)
      for (let k = 0; k < 100; k++) {
        const test = randomisationTest(panel, { ...tests, chosen: chance.below(admissible.length) })
        if (test.ok && test.p <= 0.05) rejected++
      }
    }
    // 0.05 and three standard errors of a share of 10,000.
    expect(rejected / 10_000).to.be.below(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 10_000))
    expect(rejected).to.be.above(200)
  }).timeout(30_000)

  it('are the same again from the same seed, and others from another', () => {
    const [a, b, c] = [someWaves(7), someWaves(7), someWaves(8)]
    expect([...a.waveOf]).to.deep.equal([...b.waveOf])
    expect(a.admissible.map(plan => plan.join(''))).to.deep.equal(b.admissible.map(plan => plan.join('')))
    expect([...a.waveOf]).not.to.deep.equal([...c.waveOf])
  })

  it('show the lift they promise to show in four of five cases, give or take five points', () => {
    const { admissible } = someWaves(1)
    const plan = { districts, starts: [0, 21], length: 42, admissible, draws: 400 }
    const promise = wavesPower(somePanel(900, 730), { ...plan, seed: 1 })
    if (!promise.ok) throw new Error(promise.refusal)
    const lift = promise.smallest!
    expect(lift).to.be.within(0.02, 1.2)
    const chance = randomStream(77, 1)
    let seen = 0
    const worlds = 600
    for (let world = 0; world < worlds; world++) {
      const panel = somePanel(2000 + world, 70)
      const chosen = chance.below(admissible.length)
      admissible[chosen]!.forEach((wave, k) => {
        const row = panel.counts[k]!
        for (let t = 28 + [0, 21][wave]!; t < 70; t++) row[t]! += chance.poisson(lift * row[t]!)
      })
      const test = randomisationTest(panel, {
        districts,
        starts: [28, 49],
        from: 0,
        to: 70,
        admissible,
        chosen,
      })
      if (test.ok && test.p <= 0.05) seen++
    }
    expect(seen / worlds).to.be.within(0.75, 0.85)
  }).timeout(60_000)

  it('refuse a history that is too short to try them on', () => {
    const { admissible } = someWaves(1)
    const short = wavesPower(somePanel(1, 100), {
      districts,
      starts: [0, 14],
      length: 42,
      admissible,
      seed: 1,
    })
    expect(short).to.deep.equal({ ok: false, refusal: 'too-little-history', have: 100, needed: 140 })
  })
})
