import type { Day, Month } from '../../../domain/time.js'

export interface PaceInput {
  id: string
  title: string
  /** The one sentence above the picture. */
  caption: string
  /** Target to date at the end of each month, in order. */
  targets: readonly { month: Month; toDate: number }[]
  /** Registrations to date, by day; null where that is not known. */
  realised: readonly { day: Day; toDate: number | null }[]
  /** From the last known day to year end; empty where nothing is forecast. */
  forecast: readonly { day: Day; low: number; middle: number; high: number }[]
  /** Figures as others printed them. `flagged` marks an impossible one. */
  published: readonly { day: Day; value: number; label: string; flagged: boolean }[]
}
