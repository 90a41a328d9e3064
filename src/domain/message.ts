import type { Instant } from './time.js'

/** What a campaign says, with the legal source of its claim. */
export interface Message {
  id: string
  programme: string
  titleId: string
  titleEn: string
  claimId: string
  claimEn: string
  legalSource: string
  /** False while nobody has seen the source itself: shown, so that no claim looks firmer than it is. */
  sourceSeen: boolean
  authors: string[]
  createdAt: Instant
  approvedAt: Instant | null
  approvedBy: string | null
  retiredAt: Instant | null
  version: number
}
