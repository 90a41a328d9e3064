/** How much of what should be reported is reported: no total stands without it. */
import type { District } from './district.js'
import type { Day } from './time.js'
import { dayNumber } from './time.js'

/** District-days that were to be reported between two days, both included. */
export function expectedDays(districts: readonly District[], first: Day, last: Day): number {
  return districts.reduce((sum, district) => sum + expectedOf(district, first, last), 0)
}

export function expectedOf({ validFrom, validTo }: District, first: Day, last: Day): number {
  const from = validFrom > first ? validFrom : first
  const to = validTo !== null && validTo < last ? validTo : last
  return Math.max(0, dayNumber(to) - dayNumber(from) + 1)
}

export interface Coverage {
  reported: number
  expected: number
}

/** A report that covers days before the period counts for no more than there was to report. */
export function coverage(reported: number, expected: number): Coverage {
  return { reported: Math.min(reported, expected), expected }
}

export function joinCoverage(parts: readonly Coverage[]): Coverage {
  return parts.reduce(
    (sum, part) => ({ reported: sum.reported + part.reported, expected: sum.expected + part.expected }),
    { reported: 0, expected: 0 },
  )
}

/** 0 to 1; a period in which nothing was to be reported is whole. */
export function coverageShare({ reported, expected }: Coverage): number {
  return expected === 0 ? 1 : reported / expected
}
