/** Which of a campaign's broadcasts a reader drills down to, and how many each tolerance rule and grade decided. */
import type { BroadcastState } from './broadcast.js'
import type { EvidenceGrade } from './confirmation.js'
import { deliveryStatus, type DeliveryStatus } from './delivery.js'
import { isVerified } from './exposure.js'
import { media, type Medium } from './outlet.js'
import { rulesOf, rulesUsed, type ToleranceRule } from './run-difference.js'
import type { Day } from './time.js'

export interface RuleChoice {
  medium: Medium
  rule: ToleranceRule
  fit: 'within' | 'beyond'
}

/** What was asked for; null asks for everything. */
export interface DeliveryChoice {
  state: DeliveryStatus | null
  outletId: string | null
  rule: RuleChoice | null
  /** A grade as verified, or what is past and not verified at all. */
  grade: EvidenceGrade | 'unverified' | null
}

export function chosenBroadcasts(
  broadcasts: readonly BroadcastState[],
  { state, outletId, rule, grade }: DeliveryChoice,
  today: Day,
): BroadcastState[] {
  return broadcasts.filter(
    broadcast =>
      (state === null || deliveryStatus(broadcast, today) === state) &&
      (outletId === null || broadcast.outletId === outletId) &&
      (rule === null || usesRule(broadcast, rule)) &&
      (grade === null || gradeNow(broadcast, today) === grade),
  )
}

function usesRule(broadcast: BroadcastState, { medium, rule, fit }: RuleChoice): boolean {
  if (broadcast.medium !== medium) return false
  return rulesUsed(broadcast).some(use => use.rule === rule && use.within === (fit === 'within'))
}

/** Nothing is asked of what is still to come or was withdrawn. */
function gradeNow(broadcast: BroadcastState, today: Day): EvidenceGrade | 'unverified' | null {
  if (broadcast.withdrawnAt || broadcast.day >= today) return null
  return isVerified(broadcast) ? broadcast.grade : 'unverified'
}

export interface RuleCount {
  medium: Medium
  rule: ToleranceRule
  /** Runs that differed and were taken as ordered, and runs beyond the limit. */
  within: number
  beyond: number
}

/** Every rule of every medium there is among the broadcasts, also where no run needed it. */
export function ruleCounts(broadcasts: readonly BroadcastState[]): RuleCount[] {
  return media
    .filter(medium => broadcasts.some(broadcast => broadcast.medium === medium))
    .flatMap(medium => {
      const uses = broadcasts.filter(broadcast => broadcast.medium === medium).flatMap(rulesUsed)
      return rulesOf(medium).map(rule => {
        const own = uses.filter(use => use.rule === rule)
        const within = own.filter(use => use.within).length
        return { medium, rule, within, beyond: own.length - within }
      })
    })
}

export interface GradeCounts {
  /** Everything that was ordered and is past. */
  past: number
  unverified: number
  /** The best first. */
  verified: { grade: EvidenceGrade; count: number; orBetter: number }[]
}

export function gradeCounts(broadcasts: readonly BroadcastState[], today: Day): GradeCounts {
  const grades = broadcasts.map(broadcast => gradeNow(broadcast, today)).filter(grade => grade !== null)
  const count = (of: EvidenceGrade | 'unverified') => grades.filter(grade => grade === of).length
  let orBetter = 0
  const verified = (['E4', 'E3', 'E2', 'E1'] as const).map(grade => {
    orBetter += count(grade)
    return { grade, count: count(grade), orBetter }
  })
  return { past: grades.length, unverified: count('unverified'), verified }
}
