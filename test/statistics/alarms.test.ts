import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { compareAlarms, tableRow, type Comparison } from '../support/alarm-comparison.js'
import { needCases } from '../support/cases.js'

describe("Alarms beside those of R's farringtonFlexible", () => {
  let comparisons: Comparison[]
  before(function () {
    needCases(this)
    comparisons = compareAlarms()
  })

  it('agree on nine weeks in ten of S. Agona over two years and on all but a few of S. Newport by state', () => {
    const agreement = (name: string) => {
      const asked = comparisons.filter(comparison => comparison.name.startsWith(name))
      const weeks = asked.reduce((sum, comparison) => sum + comparison.weeks, 0)
      return asked.reduce((sum, { both, neither }) => sum + both + neither, 0) / weeks
    }
    expect(agreement('S. Agona, control 3')).to.be.at.least(0.88)
    expect(agreement('S. Agona, control 4')).to.be.at.least(0.94)
    expect(agreement('S. Agona, control 5')).to.be.at.least(0.88)
    expect(agreement('S. Newport, all states, nbPlugin')).to.be.at.least(0.94)
    const states = comparisons.filter(({ weeks }) => weeks === 104).slice(3)
    expect(states.length).to.equal(16)
    expect(states.flatMap(({ differences }) => differences).length).to.be.at.most(8)
  })

  it('miss no week that is twice what the peer would have let pass', () => {
    const missed = comparisons.flatMap(({ differences }) =>
      differences.filter(({ who, observed, peersBound }) => who === 'peer' && observed > 2 * peersBound!),
    )
    expect(missed).to.deep.equal([])
  })

  it('differ only where the README says so, with a reason', () => {
    const readme = readFileSync(new URL('../../src/statistics/README.md', import.meta.url), 'utf8')
    for (const comparison of comparisons) {
      expect(readme).to.include(tableRow(comparison))
      for (const { who, cause, week } of comparison.differences) {
        const sentence = readme
          .split('\n')
          .find(line => line.startsWith(`- ${comparison.name} (${who} only, ${cause}), `))
        expect(sentence?.match(/\d{3}(?=[,:])/g), `${comparison.name}, week ${week}`).to.include(String(week))
      }
    }
  })
})
