/** What a week brought that a manager has not read before. */
import type { Day } from './time.js'
import type { VerdictKind } from './verdict.js'

export interface Digest {
  /** Monday of the week that is told. */
  week: Day
  /** Registrations of the week, and of the one before. */
  registrations: { count: number; before: number }
  /** Verdicts that say something else than at the end of the week before. */
  verdicts: { campaignId: string; name: string; kind: VerdictKind; before: VerdictKind | null }[]
  alerts: { districtCode: string; name: string; firstDay: Day; lastDay: Day; low: number; high: number }[]
  /** Broadcasts of the week, by what is known of them. */
  broadcasts: { ran: number; missed: number; unanswered: number }
}

/** A week that brought nothing is no reason to write. */
export function hasNews({ registrations, verdicts, alerts, broadcasts }: Digest): boolean {
  const { ran, missed, unanswered } = broadcasts
  return registrations.count + verdicts.length + alerts.length + ran + missed + unanswered > 0
}
