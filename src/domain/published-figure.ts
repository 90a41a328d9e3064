/** Figures that somebody published, and what makes them hard to believe. */
import { sumOf } from './sum.js'
import { targetThrough, type MonthAmount } from './pace.js'
import type { Day } from './time.js'
import { daysBetween, monthOf } from './time.js'

export interface PublishedFigure {
  id: string
  /** The last day it counts. */
  throughDay: Day
  amount: number
  /** The code of a district, or `all`. */
  scope: string
  source: string
  note: string
}

export const wholeScope = 'all'

export type FigureAlarm =
  | { kind: 'equals-target'; target: number }
  | { kind: 'equals-months'; target: number; months: number }
  | { kind: 'equals-days'; target: number; days: number }
  | { kind: 'equals-steps'; toDate: number }
  | { kind: 'over-target'; target: number; share: number }
  | { kind: 'repeats'; day: Day }

/**
 * A realisation that equals its target, or the part of it that is due by then, to the unit is likelier the target
 * printed as the realisation: 39,088 to October 2011 is 46,906 × 10/12.
 */
export function figureAlarms(
  figure: PublishedFigure,
  known: { targets: readonly MonthAmount[]; others: readonly PublishedFigure[] },
): FigureAlarm[] {
  const target = sumOf(known.targets.map(({ amount }) => amount))
  return [
    ...(target > 0 ? againstTarget(figure, target, known.targets) : []),
    ...repeats(figure, known.others),
  ]
}

function againstTarget(
  { amount, throughDay }: PublishedFigure,
  target: number,
  targets: readonly MonthAmount[],
): FigureAlarm[] {
  const year = throughDay.slice(0, 4)
  const months = Number(monthOf(throughDay).slice(5))
  const days = daysBetween(`${year}-01-01`, throughDay) + 1
  const daysOfYear = daysBetween(`${year}-01-01`, `${year}-12-31`) + 1
  if (amount === target) return [{ kind: 'equals-target', target }]
  if (amount > target) return [{ kind: 'over-target', target, share: amount / target }]
  if (toTheUnit(amount, (target * months) / 12)) return [{ kind: 'equals-months', target, months }]
  if (toTheUnit(amount, (target * days) / daysOfYear)) return [{ kind: 'equals-days', target, days }]
  const toDate = targetThrough(targets, throughDay)
  return toTheUnit(amount, toDate) ? [{ kind: 'equals-steps', toDate: Math.round(toDate) }] : []
}

/** Rounded up, down or to the nearest. */
function toTheUnit(amount: number, exact: number): boolean {
  return amount > 0 && Math.abs(amount - exact) < 1
}

function repeats(figure: PublishedFigure, others: readonly PublishedFigure[]): FigureAlarm[] {
  const same = others.filter(
    other =>
      other.id !== figure.id &&
      other.scope === figure.scope &&
      other.amount === figure.amount &&
      other.throughDay < figure.throughDay,
  )
  const last = same.toSorted((a, b) => (a.throughDay < b.throughDay ? 1 : -1))[0]
  return last ? [{ kind: 'repeats', day: last.throughDay }] : []
}
