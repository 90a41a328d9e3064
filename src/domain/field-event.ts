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

export type FieldEventStatus = 'planned' | 'under-way' | 'over' | 'cancelled'

export function fieldEventStatus(event: FieldEvent, today: Day): FieldEventStatus {
  if (event.cancelledAt) return 'cancelled'
  if (today < event.firstDay) return 'planned'
  return today <= event.lastDay ? 'under-way' : 'over'
}
