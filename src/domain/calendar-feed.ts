import type { Day, Instant } from './time.js'
import { addDays } from './time.js'

/** A secret address under which a calendar program fetches what is to run, until it is revoked. */
export interface CalendarFeed {
  id: string
  userId: string
  /** One outlet's broadcasts; null for all. */
  outletId: string | null
  createdAt: Instant
  revokedAt: Instant | null
}

/** Far enough back to see what ran, far enough ahead to plan; the file stays small whatever history there is. */
export function feedDays(today: Day): { from: Day; to: Day } {
  return { from: addDays(today, -14), to: addDays(today, 92) }
}
