import type { Day, Instant } from './time.js'

export const spikeNoteCauses = [
  'campaign',
  'field-event',
  'employer-lot',
  'data-error',
  'other',
  'not-known',
] as const
export type SpikeNoteCause = (typeof spikeNoteCauses)[number]

/** What somebody knows of a rise: for people to read. No verdict and no figure changes by it. */
export interface SpikeNote {
  id: string
  streamId: string
  /** Null for a rise of many districts at once. */
  districtCode: string | null
  firstDay: Day
  lastDay: Day
  cause: SpikeNoteCause
  note: string
  writtenBy: string
  writtenAt: Instant
}
