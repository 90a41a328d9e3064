import { expect } from 'chai'
import { judgedFrom } from '../../src/domain/judgement.js'
import { verdictOf } from '../../src/domain/verdict-rules.js'
import type { Judged, Verdict, VerdictGivens } from '../../src/domain/verdict.js'
import { words } from '../../src/language/words.js'
import { judgeFlights, randomStream } from '../../src/statistics/index.js'
import { formats } from '../../src/views/formats.js'
import { streamResult } from '../../src/views/results/stream.js'
import { flight, panelOf } from '../support/panel.js'
import { aCampaign } from '../support/things.js'

type Answered = Extract<Judged, { ok: true }>

const only = flight([2, 5, 9], [90, 118])
const place = { districtCodes: Array.from({ length: 14 }, (_, i) => `18.${10 + i}`), firstDay: '2026-01-01' }
const groups = judgeFlights(panelOf(3, { flights: [{ ...only, lift: 0.5 }] }), [only])
const judged = judgedFrom(place, { groups, names: ['A'], place: 0 }) as Answered
const quiet = { ...judged.source, checks: { ...judged.source.checks!, warnings: [] } }
const clear: Answered = { ...judged, source: quiet }
const nothing = { share: 0, names: [] }

const givens: VerdictGivens = {
  exposed: ['18.12', '18.15', '18.19'],
  firstDay: '2026-04-01',
  lastDay: '2026-04-28',
  verifiedShare: 1,
  provenShare: 0.9,
  liftWorthHaving: 0.2,
  costRupiah: 1_000_000,
  events: nothing,
  overlaps: nothing,
  together: nothing,
}

/** The same answer with another lift. */
function withLift(change: Partial<Answered['estimate']>): Answered {
  const estimate = { ...clear.estimate, ...change }
  return { ...clear, estimate }
}

const kindOf = (given: Partial<VerdictGivens>, answer: Judged = clear) =>
  verdictOf({ ...givens, ...given }, answer).kind
const codes = ({ reasons }: Verdict) => reasons.map(({ code }) => code)

describe('The five sentences', () => {
  it('call a rise strong only when nothing casts doubt', () => {
    expect(kindOf({})).to.equal('strong')
    expect(kindOf({ provenShare: 0.69 })).to.equal('indication')
    expect(kindOf({ events: { share: 0.1, names: ['Bursa'] } })).to.equal('indication')
    expect(kindOf({ overlaps: { share: 0.1, names: ['B'] } })).to.equal('indication')
    expect(kindOf({}, withLift({ q: 0.06 }))).to.equal('indication')
  })

  it('say nothing of exposure that nobody verified, and nothing firm of what others disturbed', () => {
    expect(codes(verdictOf({ ...givens, verifiedShare: 0.49 }, clear))).to.deep.equal(['exposure-unverified'])
    const disturbed = verdictOf({ ...givens, events: { share: 0.21, names: ['Inspeksi'] } }, clear)
    expect([disturbed.kind, disturbed.reasons[0]!.values['names']]).to.deep.equal(['confounded', 'Inspeksi'])
  })

  it('do not take for a finding what comes by chance among many', () => {
    const verdict = verdictOf(givens, withLift({ q: 0.25, tests: 12 }))
    expect([verdict.kind, codes(verdict)]).to.deep.equal(['cannot-judge', ['chance-among-many']])
  })

  it('see no rise only where one worth having would have been seen', () => {
    const flat = { lift: { low: -0.1, estimate: 0, high: 0.1 }, p: 0.9, q: 0.9 }
    expect(kindOf({}, withLift({ ...flat, detectable: 0.15 }))).to.equal('no-effect')
    const wide = { ...flat, lift: { low: -0.25, estimate: 0, high: 0.3 } }
    expect(kindOf({}, withLift({ ...wide, detectable: 0.25 }))).to.equal('cannot-judge')
    // The plan promised less than what then came: the range itself rules the lift out
    expect(kindOf({}, withLift({ ...flat, detectable: 0.25 }))).to.equal('no-effect')
    expect(kindOf({}, withLift({ ...flat, detectable: 0.55 }))).to.equal('cannot-judge')
    const fewer = verdictOf(
      givens,
      withLift({ lift: { low: -0.4, estimate: -0.3, high: -0.2 }, p: 0.001, q: 0.001, detectable: 0.15 }),
    )
    expect([fewer.kind, codes(fewer)]).to.deep.equal([
      'no-effect',
      ['interval-below-zero', 'lift-ruled-out', 'fewer-than-expected'],
    ])
  })

  it('speak of a campaign among others only as far as it can be told apart', () => {
    const together = { share: 0.8, names: ['B'] }
    const joint = { names: ['B'], own: null, share: 0.6 }
    expect(kindOf({ together }, { ...clear, joint })).to.equal('confounded')
    const own = { lift: { low: 0.2, estimate: 0.4, high: 0.6 }, p: 0.001, q: 0.01, detectable: 0.2 }
    const apart = verdictOf({ ...givens, together }, { ...clear, joint: { ...joint, own, share: null } })
    expect([apart.kind, codes(apart)[0], apart.cost]).to.deep.equal(['strong', 'told-apart', null])
  })

  it('believe a rise that the plan could hardly have shown only when chance is all but excluded', () => {
    const rise = { lift: { low: 0.1, estimate: 0.8, high: 2 }, detectable: 0.6 }
    expect(kindOf({}, withLift({ ...rise, p: 0.02, q: 0.02 }))).to.equal('cannot-judge')
    expect(kindOf({}, withLift({ ...rise, p: 0.001, q: 0.002 }))).to.equal('strong')
    expect(kindOf({}, withLift({ ...rise, detectable: 0.3, p: 0.02, q: 0.02 }))).to.equal('strong')
  })

  it('hold a campaign told apart to what its own days could have shown', () => {
    const flat = { lift: { low: -0.3, estimate: 0, high: 0.4 }, p: 0.9, q: 0.9 }
    const judged = (detectable: number) =>
      kindOf({}, { ...clear, joint: { names: ['B'], own: { ...flat, detectable }, share: null } })
    expect([judged(0.15), judged(0.3)]).to.deep.equal(['no-effect', 'cannot-judge'])
  })

  it('give a cost with an end only where the range has one', () => {
    const { low, high } = clear.estimate.increment
    expect(verdictOf(givens, clear).cost).to.deep.equal({ low: 1_000_000 / high, high: 1_000_000 / low })
    const open = withLift({ increment: { low: -3, estimate: 20, high: 50 } })
    expect(verdictOf(givens, open).cost).to.deep.equal({ low: 20_000, high: null })
  })

  it('say in words, numbers and pictures of both languages what one object holds, for 1,000 results', function () {
    this.timeout(120_000)
    const stream = randomStream(20_261_122)
    for (let k = 0; k < 1000; k++) {
      const verdict = verdictOf({ ...givens, ...someGivens(stream) }, withLift(someEstimate(stream)))
      for (const language of ['id', 'en'] as const) expectOneStory(verdict, language)
    }
  })
})

type Stream = ReturnType<typeof randomStream>

function someGivens(stream: Stream): Partial<VerdictGivens> {
  const share = () => (stream.below(2) === 0 ? nothing : { share: stream.uniform() * 0.4, names: ['Lain'] })
  return {
    verifiedShare: stream.uniform() + 0.3,
    provenShare: stream.uniform(),
    events: share(),
    overlaps: share(),
  }
}

function someEstimate(stream: Stream): Partial<Answered['estimate']> {
  const estimate = stream.normal() * 0.3
  const half = stream.uniform() * 0.5
  const range = (by: number) => ({
    low: (estimate - half) * by,
    estimate: estimate * by,
    high: (estimate + half) * by,
  })
  const p = Math.min(1, stream.uniform() * (Math.abs(estimate) > half ? 0.05 : 1))
  return {
    lift: range(1),
    increment: range(400),
    p,
    q: Math.min(1, p * 3),
    tests: 3,
    detectable: stream.uniform() * 0.6,
  }
}

function expectOneStory(verdict: Verdict, language: 'id' | 'en'): void {
  const [text, format] = [words[language], formats(language, 'Asia/Jakarta')]
  const analysis = { streamId: 'self', asOf: '2026-05-01T00:00:00.000Z', methodVersion: '1' }
  const shown = streamResult(
    text,
    format,
    {
      campaign: aCampaign(),
      today: '2026-05-01',
      judged: [],
      districts: new Map(),
      judging: null,
      mayJudge: false,
    },
    { analysis, verdict, streamName: 'BPU', history: [] } as unknown as Parameters<typeof streamResult>[3],
  )
  expect(shown.sentence).to.equal(text.verdicts[verdict.kind])
  expect(JSON.stringify(shown)).not.to.match(/NaN|undefined|\[object/)
  const { estimate } = verdict
  const isFound = verdict.kind === 'strong' || verdict.kind === 'indication'
  if (!estimate) return void expect([shown.range, shown.chart]).to.deep.equal(['', null])
  const { low, high } = estimate.increment
  const range = text.results.between(format.number(low), format.number(high))
  expect(shown.range).to.equal(isFound ? range : '')
  const facts = shown.facts.facts.map(({ value }) => value)
  expect(facts).to.include(text.results.range(format.number(low), format.number(high)))
  if (isFound) expect(estimate.lift.estimate).to.be.above(0)
  if (verdict.kind === 'no-effect') expect(estimate.lift.low).to.be.at.most(0)
  expect(shown.chart).not.to.equal(null)
}
