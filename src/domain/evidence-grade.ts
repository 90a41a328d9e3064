/**
 * What the proof of a broadcast is worth, by rule: E0 planned · E1 the outlet's word · E2 its log · E3 an artefact ·
 * E4 borne out by somebody independent. Every grade comes with the rule that gave it, so that a screen can say why.
 */
import type { Answer, EvidenceGrade, EvidenceKind } from './confirmation.js'
import type { EvidenceOfBroadcast } from './evidence.js'
import type { Observed } from './observation.js'

/** In the order in which the rules are asked; the first that fits decides. */
export const gradeRules = [
  'unanswered',
  'contradicted',
  'independent',
  'miss',
  'artefact',
  'log',
  'log-repeats-plan',
  'log-unread',
  'address',
  'word',
] as const
export type GradeRule = (typeof gradeRules)[number]

export interface Grading {
  grade: EvidenceGrade
  rule: GradeRule
}

export type GradedEvidence = Pick<EvidenceOfBroadcast, 'kind' | 'mediaType' | 'logGrade'>

export interface GradedFacts {
  answer: Answer | null
  /** What stands as proof; withdrawn evidence is left out. */
  evidence: readonly GradedEvidence[]
  observed: Observed
}

const artefacts: readonly EvidenceKind[] = ['recording', 'clip', 'photo', 'page', 'screenshot']

const gradeOf: Record<GradeRule, EvidenceGrade> = {
  unanswered: 'E0',
  contradicted: 'E1',
  independent: 'E4',
  miss: 'E1',
  artefact: 'E3',
  log: 'E2',
  'log-repeats-plan': 'E1',
  'log-unread': 'E1',
  address: 'E1',
  word: 'E1',
}

/**
 * The grade of an answer. Nothing an outlet shows proves that something did not run; a log whose times repeat the plan
 * and a list that nobody could read are its word; so is an address until somebody has opened it. An independent
 * observation outweighs everything, and one that contradicts leaves the outlet's word alone, whatever it shows.
 */
export function graded({ answer, evidence, observed }: GradedFacts): Grading {
  const logs = evidence.filter(({ kind }) => kind === 'log')
  const fits: Record<GradeRule, boolean> = {
    unanswered: answer === null || answer === 'not-known',
    contradicted: observed === 'contradicts',
    independent: observed === 'agrees',
    miss: answer === 'did-not-run',
    artefact: evidence.some(({ kind }) => artefacts.includes(kind)),
    log: logs.some(isLogOfRuns),
    'log-repeats-plan': logs.some(({ logGrade }) => logGrade === 'E1'),
    'log-unread': logs.length > 0,
    address: evidence.some(({ kind }) => kind === 'address'),
    word: true,
  }
  const rule = gradeRules.find(name => fits[name])!
  return { grade: gradeOf[rule], rule }
}

/** A list that was read and matched, or a picture of one on paper: a person looks at that. */
function isLogOfRuns({ logGrade, mediaType }: GradedEvidence): boolean {
  return logGrade === 'E2' || (logGrade === null && isOnPaper(mediaType))
}

/** Pictures and PDFs; text and workbooks can be read, and are a log only once they were. */
export function isOnPaper(mediaType: string | null): boolean {
  return mediaType !== null && /^(image\/|application\/pdf$)/.test(mediaType)
}
