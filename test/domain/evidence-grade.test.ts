import { expect } from 'chai'
import { answers, type EvidenceGrade } from '../../src/domain/confirmation.js'
import { graded, gradeRules, type GradedEvidence } from '../../src/domain/evidence-grade.js'
import type { Observed } from '../../src/domain/observation.js'

const paper = 'image/jpeg'
const list = 'text/plain'

/** Everything an outlet can show, and what it is worth by itself. */
const pieces: [worth: EvidenceGrade, piece: GradedEvidence][] = [
  ['E3', { kind: 'recording', mediaType: 'audio/mpeg', logGrade: null }],
  ['E3', { kind: 'clip', mediaType: 'video/mp4', logGrade: null }],
  ['E3', { kind: 'photo', mediaType: paper, logGrade: null }],
  ['E3', { kind: 'page', mediaType: 'application/pdf', logGrade: null }],
  ['E3', { kind: 'screenshot', mediaType: paper, logGrade: null }],
  ['E2', { kind: 'log', mediaType: list, logGrade: 'E2' }],
  ['E2', { kind: 'log', mediaType: paper, logGrade: null }],
  ['E1', { kind: 'log', mediaType: list, logGrade: 'E1' }],
  ['E1', { kind: 'log', mediaType: list, logGrade: null }],
  ['E1', { kind: 'address', mediaType: null, logGrade: null }],
  ['E1', { kind: 'other', mediaType: paper, logGrade: null }],
]

function* everySet(): Generator<{ evidence: GradedEvidence[]; best: EvidenceGrade }> {
  for (let set = 0; set < 2 ** pieces.length; set++) {
    const chosen = pieces.filter((_, bit) => set & (1 << bit))
    const best = chosen.map(([worth]) => worth).reduce((a, b) => (a > b ? a : b), 'E1')
    yield { evidence: chosen.map(([, piece]) => piece), best }
  }
}

describe('The grade of a proof', () => {
  it('follows the rules in every case there is', () => {
    let cases = 0
    const used = new Set<string>()
    for (const { evidence, best } of everySet())
      for (const answer of [null, ...answers])
        for (const observed of ['nothing', 'agrees', 'contradicts'] satisfies Observed[]) {
          cases++
          const { grade, rule } = graded({ answer, evidence, observed })
          used.add(rule)
          const isClaim = answer !== null && answer !== 'not-known'
          const ofPieces = answer === 'did-not-run' ? 'E1' : best
          const byOthers = { nothing: ofPieces, agrees: 'E4', contradicts: 'E1' }[observed]
          expect(grade, `${answer} ${observed} ${JSON.stringify(evidence)}`).to.equal(
            isClaim ? byOthers : 'E0',
          )
        }
    expect([...used].toSorted()).to.deep.equal(gradeRules.toSorted())
    console.log(`      ${cases} cases`)
  })

  it('never falls when an outlet shows more', () => {
    for (const { evidence } of everySet())
      for (const [, more] of pieces) {
        const facts = { answer: 'ran', observed: 'nothing' } as const
        const before = graded({ ...facts, evidence }).grade
        expect(graded({ ...facts, evidence: [...evidence, more] }).grade >= before).to.equal(true)
      }
  })

  it('names the rule that gave it', () => {
    const rule = (evidence: GradedEvidence[], observed: Observed = 'nothing') =>
      graded({ answer: 'ran', evidence, observed }).rule
    expect(rule([])).to.equal('word')
    expect(rule([{ kind: 'log', mediaType: list, logGrade: 'E1' }])).to.equal('log-repeats-plan')
    expect(rule([{ kind: 'log', mediaType: list, logGrade: null }])).to.equal('log-unread')
    expect(rule([{ kind: 'address', mediaType: null, logGrade: null }])).to.equal('address')
    expect(rule([{ kind: 'photo', mediaType: paper, logGrade: null }], 'contradicts')).to.equal(
      'contradicted',
    )
  })
})
