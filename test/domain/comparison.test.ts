import { expect } from 'chai'
import { compareBy, mostly, type ComparedCampaign } from '../../src/domain/comparison.js'
import { districtLifts, whereNext } from '../../src/domain/where-next.js'
import { randomStream } from '../../src/statistics/index.js'

const campaign = (
  name: string,
  [low, estimate, high]: [number, number, number],
  medium: string,
  runs = 100,
) => {
  const made: ComparedCampaign = {
    name,
    lift: { low, estimate, high },
    verifiedRuns: runs,
    labels: { medium },
  }
  return made
}

describe('Comparing campaigns', () => {
  it('draws each towards the mean, the more the less is known of it', () => {
    const { rows } = compareBy('campaign', [
      campaign('firm', [0.25, 0.3, 0.35], 'radio'),
      campaign('thin', [-0.2, 0.6, 2.2], 'radio'),
      campaign('plain', [-0.05, 0, 0.05], 'radio'),
    ])
    const of = (label: string) => rows.find(row => row.label === label)!.lift!.estimate
    expect(of('firm')).to.be.within(0.25, 0.3)
    expect(of('thin')).to.be.below(0.35)
    expect(rows[0]!.label).not.to.equal('plain')
  })

  it('hides what has too few verified runs, and lets it weigh on nothing', () => {
    const known = [campaign('a', [0, 0.1, 0.2], 'radio'), campaign('b', [0, 0.12, 0.24], 'tv')]
    const without = compareBy('medium', known)
    const withThin = compareBy('medium', [...known, campaign('c', [0.7, 0.9, 1.1], 'online', 12)])
    expect(withThin.rows.find(({ label }) => label === 'online')!.lift).to.equal(null)
    expect(withThin.rows.filter(({ lift }) => lift)).to.deep.equal(without.rows)
    expect(withThin.difference).to.equal(null)
  })

  it('tells a difference that is there, and almost never one that is not', () => {
    const there = compareBy('medium', [
      campaign('a', [0.35, 0.4, 0.45], 'radio'),
      campaign('b', [-0.05, 0, 0.05], 'print'),
      campaign('c', [0, 0.1, 0.2], 'tv'),
    ])
    expect(there.difference).to.include({ more: 'radio', less: 'print' })
    const chance = randomStream(9, 1)
    let told = 0
    for (let world = 0; world < 2000; world++) {
      const noise = Array.from({ length: 5 }, (_, k) => {
        const effect = 0.1 + 0.08 * chance.normal()
        const at = (z: number) => Math.expm1(effect + z * 0.08)
        return campaign(`k${k}`, [at(-1.96), at(0), at(1.96)], `m${k}`)
      })
      if (compareBy('medium', noise).difference) told++
    }
    expect(told / 2000).to.be.below(0.06)
    expect(told).to.be.above(0)
  })

  it('knows what most runs were, or that nothing was', () => {
    expect(mostly(['radio', 'radio', 'tv'])).to.equal('radio')
    expect(mostly(['radio', 'tv', 'print'])).to.equal(undefined)
    expect(mostly([])).to.equal(undefined)
  })
})

describe('Where next', () => {
  const need = { target: 100, realised: 50, reached: 0.5, lift: null }

  it('ranks by how far behind, how little reached and how responsive a district is', () => {
    const ranked = whereNext([
      { ...need, districtCode: 'reached', reached: 0.9 },
      { ...need, districtCode: 'done', realised: 120 },
      { ...need, districtCode: 'behind', realised: 10 },
      { ...need, districtCode: 'answers', lift: { low: 0.1, estimate: 0.3, high: 0.5 } },
      { ...need, districtCode: 'usual' },
    ])
    expect(ranked.map(({ districtCode }) => districtCode)).to.deep.equal([
      'answers',
      'behind',
      'usual',
      'reached',
      'done',
    ])
    expect(ranked.at(-1)).to.include({ gap: 0, score: 0 })
  })

  it('learns from each campaign in every district it reached', () => {
    const lifts = districtLifts([
      { districts: ['a', 'b'], lift: { low: 0.2, estimate: 0.3, high: 0.4 }, verifiedRuns: 90 },
      { districts: ['b', 'c'], lift: { low: -0.1, estimate: 0, high: 0.1 }, verifiedRuns: 90 },
    ])
    expect([...lifts.keys()].toSorted()).to.deep.equal(['a', 'b', 'c'])
    expect(lifts.get('a')!.estimate).to.be.above(lifts.get('b')!.estimate)
    expect(lifts.get('b')!.estimate).to.be.above(lifts.get('c')!.estimate)
  })
})
