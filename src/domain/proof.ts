/** What an outlet has to say and show for each medium, so that a proof proves something. */
import type { EvidenceKind } from './confirmation.js'
import { isOnPaper } from './evidence-grade.js'
import type { Medium } from './outlet.js'
import type { Problem } from './problem.js'
import type { Day } from './time.js'

/** The kinds of proof each medium has; the usual one first. `other` is for papers, such as a form filled in by hand. */
const kindsOf: Record<Medium, readonly EvidenceKind[]> = {
  radio: ['log', 'recording', 'other'],
  tv: ['log', 'clip', 'photo', 'other'],
  print: ['page', 'other'],
  online: ['address', 'other'],
}

export function proofKinds(medium: Medium): readonly EvidenceKind[] {
  return kindsOf[medium]
}

/** What is written beside a proof: of print which page it is, of an address when it was there. */
export interface ProofFacts {
  url: string
  /** As seen by the clock on the wall: `2026-11-16T08:00`. */
  firstSeen: string
  lastSeen: string
  edition: string
  page: string
}

export const noProofFacts: ProofFacts = { url: '', firstSeen: '', lastSeen: '', edition: '', page: '' }

/** What is missing or wrong in a proof, by field; nothing when it may be kept. */
export function proofProblems(
  proof: ProofFacts & { kind: EvidenceKind; hasFile: boolean },
  outlet: { medium: Medium },
  today: Day,
): Record<string, Problem> {
  if (!proofKinds(outlet.medium).includes(proof.kind)) return { kind: { code: 'not-a-choice' } }
  if (proof.kind === 'address') return addressProblems(proof, today)
  const missing = proof.kind === 'page' ? required({ edition: proof.edition, page: proof.page }) : {}
  return proof.hasFile ? missing : { ...missing, file: { code: 'file-missing' } }
}

function addressProblems({ url, firstSeen, lastSeen }: ProofFacts, today: Day): Record<string, Problem> {
  const missing = required({ url, firstSeen, lastSeen })
  if (Object.keys(missing).length > 0) return missing
  if (lastSeen < firstSeen) return { lastSeen: { code: 'days-reversed' } }
  return lastSeen.slice(0, 10) > today ? { lastSeen: { code: 'broadcast-in-future' } } : {}
}

function required(fields: Record<string, string>): Record<string, Problem> {
  const empty = Object.entries(fields).filter(([, value]) => value === '')
  return Object.fromEntries(empty.map(([name]) => [name, { code: 'required' }]))
}

/** What the file of each kind of proof may be. */
const filesOf: Partial<Record<EvidenceKind, RegExp>> = {
  recording: /^(audio|video)\//,
  clip: /^video\//,
  photo: /^image\//,
  page: /^(image\/|application\/pdf$)/,
  screenshot: /^(image\/|application\/pdf$)/,
  log: /^(text\/|image\/|application\/)/,
}

export function fileSuits(kind: EvidenceKind, mediaType: string): boolean {
  return filesOf[kind]?.test(mediaType) ?? true
}

/** A list that a program can read is a log only once it was read and matched; on paper a person reads it. */
export function isReadableLog(kind: EvidenceKind, mediaType: string): boolean {
  return kind === 'log' && !isOnPaper(mediaType)
}

/** The kinds whose pictures are compared: forms and lists on paper look alike and prove nothing by it. */
export function isCompared(kind: EvidenceKind): boolean {
  return ['photo', 'page', 'screenshot', 'clip', 'recording'].includes(kind)
}
