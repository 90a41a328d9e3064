import { mayApproveWorkOf } from './access.js'
import type { Decision } from './problem.js'
import { refused } from './problem.js'
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

export function mayApproveTargets(version: TargetVersion, personId: string): Decision {
  if (version.approvedAt) return refused('wrong-state')
  return mayApproveWorkOf(version.authors, personId)
}
