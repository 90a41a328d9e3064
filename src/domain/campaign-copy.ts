import { quoteLine } from './line-price.js'
import { groupBy } from './group.js'
import type { OrderLine } from './order-line.js'
import { plannedRuns } from './order-line.js'
import type { Rate } from './rate.js'
import type { Problem } from './problem.js'
import type { Day } from './time.js'
import { addDays } from './time.js'

type Flight = Pick<OrderLine, 'firstDay' | 'lastDay'>

/** A period moved by a number of days, which may be negative. */
export function shifted<T extends Flight>(period: T, days: number): T {
  return { ...period, firstDay: addDays(period.firstDay, days), lastDay: addDays(period.lastDay, days) }
}

/**
 * A line moved by a number of days, priced by the outlet's rates on its new days; where these say no price yet, with the
 * prices it had, for the planner to see and change.
 */
export function shiftedLine(line: OrderLine, days: number, rates: readonly Rate[]): OrderLine {
  const moved = shifted(line, days)
  if (!line.rates) return moved
  const quoted = quoteLine(rates, moved)
  return { ...moved, rates: quoted.ok ? quoted.rates : line.rates.map(rate => shifted(rate, days)) }
}

/**
 * Weekdays stay when dates move, so that a short flight may have no day left to run on. Such lines refuse the move and
 * name the nearest first day that keeps every weekday: a whole number of weeks away.
 */
export function shiftProblem(
  lines: readonly OrderLine[],
  { firstDay, days }: { firstDay: Day; days: number },
): Problem | undefined {
  const lost = lines.filter(
    line =>
      plannedRuns(line, new Set()).length > 0 && plannedRuns(shifted(line, days), new Set()).length === 0,
  )
  if (lost.length === 0) return undefined
  const count = groupBy(lost, line => line.id).size
  return {
    code: 'no-weekday-after-shift',
    values: { count, day: addDays(firstDay, Math.round(days / 7) * 7) },
  }
}
