import { expect } from 'chai'
import { planCopy, type LoggedTime } from '../../src/domain/plan-copy.js'
import { copyCurve, detectionOf } from '../support/match-scores.js'

/** Runs of a daypart of 90 minutes, this many minutes after its beginning. */
function times(...after: number[]): LoggedTime[] {
  return after.map((minutes, i) => ({
    fromMinute: 375 + 60 * (i % 3),
    toMinute: 465 + 60 * (i % 3),
    minute: 375 + 60 * (i % 3) + minutes,
    second: null,
  }))
}

const repeat = (minutes: number, count: number) => Array.from({ length: count }, () => minutes)
const honest = [3, 11, 7, 24, 16, 8, 31, 2, 19, 42, 13, 27, 5, 38, 9, 21, 0, 14, 33, 6]

describe('Times that repeat the plan', () => {
  it('are found where nearly every run began at the planned minute', () => {
    const finding = planCopy(times(...repeat(0, 18), 4, 7))
    expect(finding).to.include({ copied: true, runs: 20, hits: 18 })
    expect(finding.expected).to.be.below(10)
    expect(planCopy(times(...repeat(45, 20))).copied, 'the middle of the daypart').to.equal(true)
  })

  it('are not found in a log that scatters, is rounded to five minutes, or always airs at one break', () => {
    expect(planCopy(times(...honest)).copied).to.equal(false)
    expect(planCopy(times(...honest.map(minutes => Math.round(minutes / 5) * 5))).copied).to.equal(false)
    expect(planCopy(times(...repeat(17, 20))).copied).to.equal(false)
  })

  it('are not looked for in a handful of runs', () => {
    expect(planCopy(times(...repeat(0, 7))).copied).to.equal(false)
    expect(planCopy([]).copied).to.equal(false)
  })

  it('are told from honest logs at least 95 times in 100, and at least 90 of 100 copies are found', () => {
    const curve = copyCurve(150)
    const { precision, recall } = detectionOf(curve)
    expect(precision).to.be.at.least(0.95)
    expect(recall).to.be.at.least(0.9)
    expect(curve.at(-1)!.found).to.be.above(curve[1]!.found)
  })
})
