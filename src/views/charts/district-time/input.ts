/** What the district time chart is given: plain figures, and labels in the reader's language. */
import type { Day } from '../../../domain/time.js'

export type RunState = 'verified' | 'confirmed' | 'planned' | 'missed'
export const runStates = ['verified', 'confirmed', 'planned', 'missed'] as const satisfies readonly RunState[]

/** Registrations of one day, or of the `spanDays` days that end on it; null was not reported. */
export interface Count {
  day: Day
  spanDays: number
  count: number | null
}

export interface BaselineDay {
  day: Day
  expected: number
  low: number
  high: number
}

export interface SpikeMark {
  firstDay: Day
  lastDay: Day
  level: 'watch' | 'alert'
  kind: 'spike' | 'level-shift' | 'common-shock'
  /** Registrations beyond the baseline. */
  excess: number
}

export interface Lane {
  label: string
  /** One per broadcast; several may share a day. */
  runs: readonly { day: Day; state: RunState }[]
}

export interface Happening {
  label: string
  firstDay: Day
  lastDay: Day
}

export interface DistrictTimeInput {
  id: string
  title: string
  first: Day
  last: Day
  counts: readonly Count[]
  /** Days without one are drawn without a band. */
  baseline: readonly BaselineDay[]
  /** Why there is no band, such as a short history; empty when there is one. */
  baselineNote: string
  spikes: readonly SpikeMark[]
  lanes: readonly Lane[]
  fieldEvents: readonly Happening[]
  /** Large employer lots; in a lane of their own under the field events. */
  lots?: readonly Happening[]
  holidays: readonly { day: Day; label: string }[]
  /** From this day on the figures are still coming in; empty when all are complete. */
  incompleteFrom: Day
}
