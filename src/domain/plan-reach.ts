/** What a plan would reach and cost, if districts began on days of their own. */
import type { District } from './district.js'
import { reachByDistrict, type ReachGivens } from './reach.js'
import { peopleReached } from './reach-cost.js'
import type { Day } from './time.js'

export interface PlanReach {
  people: { low: number; high: number } | null
  rupiah: number | null
}

interface PlanGivens extends Omit<ReachGivens, 'districtCodes'> {
  /** Share of a district from which on an outlet is ordered for its sake. */
  threshold: number
  districts: ReadonlyMap<string, District>
}

/**
 * Runs are kept on days when some district that has begun is reached by their outlet; each district hears what is kept
 * from its own first day on. Nothing is known where nothing is planned yet.
 */
export function reachOfPlan(startOf: ReadonlyMap<string, Day>, givens: PlanGivens): PlanReach {
  if (givens.broadcasts.length === 0) return { people: null, rupiah: null }
  const reached = givens.coverage.filter(
    ({ districtCode, share }) => share >= givens.threshold && startOf.has(districtCode),
  )
  const kept = givens.broadcasts.filter(({ outletId, day }) =>
    reached.some(row => row.outletId === outletId && day >= startOf.get(row.districtCode)!),
  )
  const people = { low: 0, high: 0 }
  for (const [code, start] of startOf) {
    const broadcasts = kept.filter(({ day }) => day >= start)
    const reach = reachByDistrict({ ...givens, broadcasts, districtCodes: [code] })
    const { low, high } = peopleReached(reach, givens.districts, 'planned')
    people.low += low
    people.high += high
  }
  const paid = kept.filter(({ priceKind }) => priceKind !== 'free')
  return { people, rupiah: paid.reduce((sum, { rupiah }) => sum + rupiah, 0) }
}
