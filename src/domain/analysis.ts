import type { Day, Instant } from './time.js'

/** One stored result with all it takes to make it again. `result` is JSON: a Verdict or a summary of spikes. */
export interface Analysis {
  id: string
  kind: 'verdict' | 'spikes'
  campaignId: string | null
  streamId: string | null
  asOf: Instant
  methodVersion: string
  parameters: string
  seed: number
  inputFingerprint: string
  requestedBy: string
  requestedAt: Instant
  startedAt: Instant | null
  progress: number
  finishedAt: Instant | null
  failedAt: Instant | null
  cancelledAt: Instant | null
  error: string | null
  result: string | null
  isCurrent: boolean
}

/** District-days whose count exceeds what the baseline allows; common ones are told apart. */
export interface Spike {
  id: string
  analysisId: string
  streamId: string
  districtCode: string | null
  scope: 'district' | 'common'
  firstDay: Day
  lastDay: Day
  kind: 'spike' | 'level-shift' | 'common-shock'
  level: 'watch' | 'alert'
  observed: number
  expected: number
  excess: number
  low: number
  high: number
  pValue: number
  commonId: string | null
}
