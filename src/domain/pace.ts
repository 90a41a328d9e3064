/** Are we on pace: target to date, realisation to date, and what the rest of the year still needs. */
import { sumOf } from './sum.js'
import type { Day, Month } from './time.js'
import { daysBetween, lastDayOfMonth, monthOf } from './time.js'

export interface MonthAmount {
  month: Month
  amount: number
}

/** The same targets as a staircase: what is to be reached by the end of each month. */
export function targetSteps(targets: readonly MonthAmount[]): { month: Month; toDate: number }[] {
  const months = [...new Set(targets.map(target => target.month))].toSorted()
  let toDate = 0
  return months.map(month => {
    toDate += sumOf(targets.filter(target => target.month === month).map(target => target.amount))
    return { month, toDate }
  })
}

/** Whole months that are over, and of the month of `day` as much as its days that are over. */
export function targetThrough(targets: readonly MonthAmount[], day: Day): number {
  const month = monthOf(day)
  const over = sumOf(targets.filter(target => target.month < month).map(target => target.amount))
  const running = sumOf(targets.filter(target => target.month === month).map(target => target.amount))
  return over + running * (Number(day.slice(8)) / Number(lastDayOfMonth(month).slice(8)))
}

export interface Pace {
  /** Of the whole year. */
  target: number
  targetToDate: number
  realised: number
  /** Realisation against target to date; null while nothing was to be reached. */
  share: number | null
  weeksLeft: number
  /** What each week that is left has to bring; null when none is left. */
  weeklyNeeded: number | null
  /** What each week brought so far. */
  weeklySoFar: number
}

/** `day` is the last day that is reported: later days say nothing yet. */
export function paceOn(day: Day, targets: readonly MonthAmount[], realised: number): Pace {
  const year = day.slice(0, 4)
  const target = sumOf(targets.map(({ amount }) => amount))
  const targetToDate = targetThrough(targets, day)
  const weeksLeft = Math.max(0, daysBetween(day, `${year}-12-31`)) / 7
  const weeksGone = (daysBetween(`${year}-01-01`, day) + 1) / 7
  return {
    target,
    targetToDate,
    realised,
    share: targetToDate > 0 ? realised / targetToDate : null,
    weeksLeft,
    weeklyNeeded: weeksLeft > 0 ? Math.max(0, target - realised) / weeksLeft : null,
    weeklySoFar: realised / weeksGone,
  }
}

/** What a parent has beyond its parts: parts must add up to it, or the rest is shown. */
export function remainder(parent: number, parts: readonly number[]): number {
  return parent - sumOf(parts)
}
