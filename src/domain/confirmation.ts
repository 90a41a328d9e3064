import { mayApproveWorkOf } from './access.js'
import type { Decision } from './problem.js'
import { refused } from './problem.js'
import type { Day, Instant, Minute } from './time.js'

export const answers = ['ran', 'ran-differently', 'did-not-run', 'not-known'] as const
export type Answer = (typeof answers)[number]

export const missReasons = [
  'breaking-news',
  'technical',
  'off-air',
  'material-missing',
  'schedule-full',
  'forgotten',
  'other',
] as const
export type MissReason = (typeof missReasons)[number]

/** An outlet's answer for one broadcast. Every version is kept; `isCurrent` marks the last. */
export interface Confirmation {
  id: string
  broadcastId: string
  number: number
  isCurrent: boolean
  answer: Answer
  actualDay: Day | null
  actualMinute: Minute | null
  actualSeconds: number | null
  actualMaterialId: string | null
  announcerRead: boolean
  reason: MissReason | null
  note: string
  givenByContact: string | null
  givenByUser: string | null
  /** How it reached the staff who entered it for the outlet. */
  how?: 'paper' | 'telephone' | null | undefined
  linkId: string | null
  givenAt: Instant
}

/** What is answered, without who and when. */
export type ConfirmationContent = Pick<
  Confirmation,
  | 'answer'
  | 'actualDay'
  | 'actualMinute'
  | 'actualSeconds'
  | 'actualMaterialId'
  | 'announcerRead'
  | 'reason'
  | 'note'
>

export function plainAnswer(answer: Answer): ConfirmationContent {
  return {
    answer,
    actualDay: null,
    actualMinute: null,
    actualSeconds: null,
    actualMaterialId: null,
    announcerRead: false,
    reason: null,
    note: '',
  }
}

/** Whether an answer "ran, but differently" says in what: another day or time, length, material, or read live. */
export function saysHowItDiffered(content: ConfirmationContent): boolean {
  const { actualDay, actualMinute, actualSeconds, actualMaterialId, announcerRead } = content
  return announcerRead || [actualDay, actualMinute, actualSeconds, actualMaterialId].some(it => it !== null)
}

/** The same answer again adds no version. */
export function sameContent(a: ConfirmationContent, b: ConfirmationContent): boolean {
  return (Object.keys(plainAnswer('ran')) as (keyof ConfirmationContent)[]).every(key => a[key] === b[key])
}

export interface Verification {
  id: string
  confirmationId: string
  broadcastId: string
  decision: 'verified' | 'disputed' | 'returned' | 'reopened'
  isCurrent: boolean
  grade: EvidenceGrade
  reason: string
  decidedBy: string
  decidedAt: Instant
}

/** E0 planned · E1 the outlet's word · E2 its log · E3 an artefact · E4 seen or heard by somebody independent. */
export const evidenceGrades = ['E0', 'E1', 'E2', 'E3', 'E4'] as const
export type EvidenceGrade = (typeof evidenceGrades)[number]

export const evidenceKinds = [
  'log',
  'recording',
  'clip',
  'photo',
  'page',
  'screenshot',
  'address',
  'other',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Whether a person may judge an answer: there is one, and neither did they enter it nor copy the link it came by. */
export function mayVerify(
  answer: Pick<Confirmation, 'givenByUser'> | undefined,
  personId: string,
  linkCopiedBy: string | null = null,
): Decision {
  if (!answer) return refused('wrong-state')
  return mayApproveWorkOf([answer.givenByUser ?? '', linkCopiedBy ?? ''], personId)
}
