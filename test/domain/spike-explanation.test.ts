import { expect } from 'chai'
import { explainSpike, type SpikeCause } from '../../src/domain/spike-explanation.js'
import { randomStream } from '../../src/statistics/random.js'

const spike = { expected: 20, low: 60, high: 100 }
const event: SpikeCause = {
  kind: 'event',
  id: 'e',
  name: 'Bursa kerja',
  firstDay: '2011-05-02',
  lastDay: '2011-05-03',
}

describe('What could explain a spike', () => {
  it('is nothing where nothing is on record: all of it stays unexplained', () => {
    expect(explainSpike(spike, []).unexplained).to.deep.equal({ low: 60, high: 100 })
  })

  it('counts the workers of lots, but for what is usual anyway', () => {
    const { parts, unexplained } = explainSpike(spike, [{ kind: 'lots', lots: 2, workers: 50 }])
    expect(parts[0]!.part).to.deep.equal({ low: 30, high: 50 })
    expect(unexplained).to.deep.equal({ low: 10, high: 70 })
  })

  it('leaves nothing certain beside what nobody measured', () => {
    expect(explainSpike(spike, [event]).unexplained).to.deep.equal({ low: 0, high: 100 })
    const unmeasured: SpikeCause = { kind: 'campaign', id: 'c', name: 'Rumah', lift: null }
    expect(explainSpike(spike, [unmeasured]).unexplained.low).to.equal(0)
  })

  it('takes a measured lift of what is usual on the shared days, and never a fall', () => {
    const lift = { low: -0.1, high: 0.5, usual: 16 }
    const { parts } = explainSpike(spike, [{ kind: 'campaign', id: 'c', name: 'Rumah', lift }])
    expect(parts[0]!.part).to.deep.equal({ low: 0, high: 8 })
  })

  it('asks of the neighbours only how far they rose, and of a holiday nothing', () => {
    const rose: SpikeCause = { kind: 'elsewhere', rise: 0.5, neighbours: 3, isCommon: false }
    const fell: SpikeCause = { ...rose, rise: -0.4 }
    const holiday: SpikeCause = { kind: 'holiday', name: 'Nyepi', day: '2011-03-05' }
    expect(explainSpike(spike, [rose, fell, holiday]).parts.map(({ part }) => part.high)).to.deep.equal([
      10, 0, 0,
    ])
  })

  it('never explains more with fewer causes, for a thousand spikes', () => {
    const random = randomStream(7)
    const below = (most: number) => Math.floor(random.uniform() * most)
    for (let round = 0; round < 1000; round++) {
      const low = below(80)
      const given = { expected: below(60), low, high: low + below(90) }
      const causes = Array.from({ length: below(6) }, () => anyCause(below))
      const all = explainSpike(given, causes).unexplained
      expect(all.low).to.be.within(0, all.high)
      const fewer = explainSpike(given, causes.slice(1)).unexplained
      expect(fewer.low).to.be.at.least(all.low)
      expect(fewer.high).to.be.at.least(all.high)
    }
  })
})

function anyCause(below: (most: number) => number): SpikeCause {
  const low = below(40) / 100 - 0.2
  const causes: SpikeCause[] = [
    { kind: 'lots', lots: 1, workers: below(80) },
    { kind: 'elsewhere', rise: below(200) / 100 - 1, neighbours: 2, isCommon: false },
    {
      kind: 'campaign',
      id: 'c',
      name: 'Rumah',
      lift: { low, high: low + below(50) / 100, usual: below(50) },
    },
    { kind: 'holiday', name: 'Nyepi', day: '2011-03-05' },
    event,
  ]
  return causes[below(causes.length - (below(4) === 0 ? 0 : 1))]!
}
