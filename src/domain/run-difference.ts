/**
 * How a run differed from what was ordered, measured against the tolerances of its medium. Each rule has a name and is
 * counted where it was used, so that nobody has to guess what "as ordered" was taken to mean.
 */
import type { BroadcastState } from './broadcast.js'
import { hasRun } from './exposure.js'
import { isTimeless, tolerances } from './match-tolerance.js'
import type { Medium } from './outlet.js'
import { dayNumber, type Day, type Minute } from './time.js'

export const toleranceRules = ['time', 'length', 'material'] as const
export type ToleranceRule = (typeof toleranceRules)[number]

/** One rule that had to be asked about a run: by how much it differed, and whether that was taken as ordered. */
export interface RuleUse {
  rule: ToleranceRule
  /** Minutes outside the daypart (negative is early), seconds too short, or 1 for another material. */
  by: number
  within: boolean
}

/** How far from the order a run may be and still be as ordered: minutes, seconds, and no other material. */
export function limitOf(medium: Medium, rule: ToleranceRule): number {
  const { minutes, seconds } = tolerances[medium]
  return { time: minutes, length: seconds, material: 0 }[rule]
}

/** The rules each medium has: papers and sites are judged by the day and have no length. */
export function rulesOf(medium: Medium): readonly ToleranceRule[] {
  return isTimeless(medium) ? ['time', 'material'] : toleranceRules
}

/** The rules a run had to be held against; none where the outlet says it ran and names no difference. */
export function rulesUsed(broadcast: BroadcastState): RuleUse[] {
  if (!hasRun(broadcast)) return []
  const differences: Record<ToleranceRule, number> = {
    time: timeDifference(broadcast),
    length: lengthDifference(broadcast),
    material: materialDifference(broadcast),
  }
  return toleranceRules
    .filter(rule => differences[rule] !== 0)
    .map(rule => {
      const by = differences[rule]
      return { rule, by, within: Math.abs(by) <= limitOf(broadcast.medium, rule) }
    })
}

function timeDifference(broadcast: BroadcastState): number {
  const { day, actualDay, actualMinute } = broadcast
  if (actualDay === null && actualMinute === null) return 0
  return minutesOutside(broadcast, { day: actualDay ?? day, minute: actualMinute })
}

function lengthDifference({ seconds, actualSeconds }: BroadcastState): number {
  if (seconds === null || actualSeconds === null) return 0
  return Math.max(0, seconds - actualSeconds)
}

function materialDifference({ materialId, actualMaterialId }: BroadcastState): number {
  return actualMaterialId !== null && actualMaterialId !== materialId ? 1 : 0
}

type Slot = Pick<BroadcastState, 'day' | 'fromMinute' | 'toMinute' | 'medium'>

/** Minutes outside the ordered daypart; negative is before it. A moment without a time is whole days away. */
export function minutesOutside(slot: Slot, at: { day: Day; minute: Minute | null }): number {
  const days = (dayNumber(at.day) - dayNumber(slot.day)) * 1440
  if (at.minute === null || isTimeless(slot.medium)) return days
  const minute = days + at.minute
  if (minute < slot.fromMinute) return minute - slot.fromMinute
  return Math.max(0, minute - slot.toMinute)
}
