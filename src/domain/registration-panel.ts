/** Registrations as a panel: a row per district, a column per day, and what is not known said to be so. */
import type { Panel } from '../statistics/index.js'
import { groupBy } from './group.js'
import type { RegistrationCount } from './registration.js'
import type { Day } from './time.js'
import { addDays, dayNumber, daysBetween, weekdayOf } from './time.js'

export interface RegistrationPanel extends Panel {
  counts: Float64Array[]
  known: Uint8Array[]
  districtCodes: string[]
  firstDay: Day
  days: number
}

/**
 * The panel of one stream. A count over several days cannot be told apart by day, so its days stay unknown; a day
 * after `completeThrough` is still coming in and stays unknown too.
 */
export function registrationPanel(
  counts: readonly RegistrationCount[],
  given: { districtCodes: readonly string[]; firstDay: Day; lastDay: Day; completeThrough: Day },
): RegistrationPanel {
  const days = daysBetween(given.firstDay, given.lastDay) + 1
  const districtCodes = [...given.districtCodes]
  const rowOf = new Map(districtCodes.map((code, row) => [code, row]))
  const panel: RegistrationPanel = {
    counts: districtCodes.map(() => new Float64Array(days)),
    known: districtCodes.map(() => new Uint8Array(days)),
    firstWeekday: weekdayOf(given.firstDay),
    districtCodes,
    firstDay: given.firstDay,
    days,
  }
  const start = dayNumber(given.firstDay)
  for (const cell of counts) {
    const row = rowOf.get(cell.districtCode)
    const column = dayNumber(cell.day) - start
    const isDaily = cell.state === 'reported' && cell.spanDays === 1 && cell.day <= given.completeThrough
    if (row === undefined || column < 0 || column >= days || !isDaily) continue
    panel.counts[row]![column] = cell.count!
    panel.known[row]![column] = 1
  }
  return panel
}

/**
 * The last day for which nine in ten of the districts that report at all have reported; days after it are
 * preliminary. Districts that never report are unknown everywhere and hold nothing up.
 */
export function completeThrough(counts: readonly RegistrationCount[]): Day | null {
  const reported = counts.filter(cell => cell.state === 'reported')
  const districts = new Set(reported.map(cell => cell.districtCode)).size
  const perDay = groupBy(reported, cell => cell.day)
  const complete = [...perDay].filter(([, cells]) => cells.length >= 0.9 * districts).map(([day]) => day)
  return complete.toSorted().at(-1) ?? null
}

export function columnOf(panel: RegistrationPanel, day: Day): number {
  return daysBetween(panel.firstDay, day)
}

export function dayOfColumn(panel: { firstDay: Day }, column: number): Day {
  return addDays(panel.firstDay, column)
}
