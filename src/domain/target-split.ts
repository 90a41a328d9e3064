/** One target for all districts and the whole year, divided among them: every part whole, together exactly it. */
import { apportion } from './district-map.js'
import type { Target } from './target.js'
import { lastDayOfMonth, type Month } from './time.js'

/** By how many people live there, or by what came in the year before. */
export const splitBases = ['population', 'last-year'] as const
export type SplitBasis = (typeof splitBases)[number]

export interface Weights {
  /** Per district; more weight, more target. */
  districts: ReadonlyMap<string, number>
  /** Per month from January on. */
  months: readonly number[]
}

export function splitTarget(
  { year, streamId, amount }: { year: number; streamId: string; amount: number },
  { districts, months }: Weights,
): Target[] {
  const codes = [...districts.keys()]
  const parts = apportion(amount, sharesOf([...districts.values()]))
  const byMonth = sharesOf(months)
  return codes.flatMap((districtCode, i) =>
    apportion(parts[i]!, byMonth).map((part, month): Target => ({
      districtCode,
      streamId,
      month: monthOf(year, month),
      amount: part,
    })),
  )
}

/** Months weigh as many days as they have. */
export function evenMonths(year: number): number[] {
  return Array.from({ length: 12 }, (_, month) => Number(lastDayOfMonth(monthOf(year, month)).slice(8)))
}

function monthOf(year: number, month: number): Month {
  return `${year}-${String(month + 1).padStart(2, '0')}`
}

function sharesOf(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map(weight => weight / all)
}
