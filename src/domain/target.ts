import { mayApproveWorkOf } from './access.js'
import type { Decision } from './problem.js'
import { allowed, refused } from './problem.js'
import type { Instant, Month } from './time.js'

export interface TargetVersion {
  id: string
  year: number
  number: number
  reason: string
  authors: string[]
  createdAt: Instant
  submittedAt: Instant | null
  submittedBy: string | null
  approvedAt: Instant | null
  approvedBy: string | null
}

export interface Target {
  districtCode: string
  streamId: string
  month: Month
  amount: number
}

/** A target of a branch (`branch <id>`) or of the whole (`all`): what its districts together should have. */
export interface TargetTotal {
  scope: string
  /** Empty for all streams together. */
  streamId: string
  amount: number
}

export type TargetStatus = 'draft' | 'submitted' | 'approved'

export function targetStatus(version: TargetVersion): TargetStatus {
  if (version.approvedAt) return 'approved'
  return version.submittedAt ? 'submitted' : 'draft'
}

/** The version whose targets count: the last approved one of its year. */
export function versionInForce(versions: readonly TargetVersion[]): TargetVersion | undefined {
  return versions.filter(version => version.approvedAt).toSorted((a, b) => b.number - a.number)[0]
}

export function maySubmitTargets(version: TargetVersion): Decision {
  return targetStatus(version) === 'draft' ? allowed : refused('wrong-state')
}

/** Only what nobody has approved yet, by those who wrote it. */
export function mayDiscardTargets(version: TargetVersion, personId: string): Decision {
  if (version.approvedAt) return refused('wrong-state')
  return version.authors.includes(personId) ? allowed : refused('not-allowed')
}

/** `inForce` is the version that counts now: an older one cannot replace it any more. */
export function mayApproveTargets(
  version: TargetVersion,
  personId: string,
  inForce?: TargetVersion,
): Decision {
  if (targetStatus(version) !== 'submitted') return refused('wrong-state')
  if (inForce && inForce.number > version.number) return refused('wrong-state')
  return mayApproveWorkOf(version.authors, personId)
}
