import type { Day, Instant } from './time.js'

export const fieldEventKinds = [
  'joint-inspection',
  'job-fair',
  'employer-drive',
  'outage',
  'policy-change',
  'other',
] as const
export type FieldEventKind = (typeof fieldEventKinds)[number]

/** Anything but a campaign that moves registrations, with its districts and days. */
export interface FieldEvent {
  id: string
  kind: FieldEventKind
  title: string
  firstDay: Day
  lastDay: Day
  note: string
  districtCodes: string[]
  createdBy: string
  createdAt: Instant
  cancelledAt: Instant | null
  version: number
}
