/** What reach cost. Free airtime is valued, and never added to spending. */
import type { BroadcastState } from './broadcast.js'
import type { District } from './district.js'
import { hasRun, isVerified } from './exposure.js'
import type { Certainty, DistrictReach } from './reach.js'

export interface ReachCost {
  /** Rupiah for the paid runs that took place by the outlets' word. */
  spent: number
  /** Price of the free runs that took place, had they been paid for. */
  freeValue: number
  verifiedRuns: number
  /** Spending on all paid runs over the verified ones among them: unproven runs make the proven ones dearer. */
  perVerifiedRun: number | null
}

export function costOfReach(broadcasts: readonly BroadcastState[]): ReachCost {
  const ran = broadcasts.filter(hasRun)
  const paid = ran.filter(b => b.priceKind !== 'free')
  const sum = (runs: readonly BroadcastState[]) => runs.reduce((total, { rupiah }) => total + rupiah, 0)
  const verifiedPaid = paid.filter(isVerified).length
  const spent = sum(paid)
  return {
    spent,
    freeValue: sum(ran.filter(b => b.priceKind === 'free')),
    verifiedRuns: ran.filter(isVerified).length,
    perVerifiedRun: verifiedPaid > 0 ? spent / verifiedPaid : null,
  }
}

/** People estimated to have met at least one run, over the districts whose population is known. */
export interface PeopleReached {
  estimate: number
  low: number
  high: number
  /** People of working age (all people where that is not known) in those districts. */
  of: number
}

export function peopleReached(
  reach: readonly DistrictReach[],
  districts: ReadonlyMap<string, District>,
  certainty: Certainty,
): PeopleReached {
  const total = { estimate: 0, low: 0, high: 0, of: 0 }
  for (const { districtCode, heard } of reach) {
    const people = peopleOf(districts.get(districtCode))
    if (people === null) continue
    total.of += people
    total.estimate += people * heard[certainty].reach.estimate
    total.low += people * heard[certainty].reach.low
    total.high += people * heard[certainty].reach.high
  }
  return total
}

/** Estimates are told with as many digits as they deserve: three. */
export function roughly(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) - 2)
  return Math.round(value / unit) * unit
}

export function peopleOf(district: District | undefined): number | null {
  return district?.workingAge ?? district?.population ?? null
}

/** Rupiah per thousand people reached: dear when few were, so the low end of reach is the high end of cost. */
export function costPerThousand(
  spent: number,
  { low, high }: PeopleReached,
): { low: number; high: number } | null {
  return spent > 0 && low > 0 ? { low: (1000 * spent) / high, high: (1000 * spent) / low } : null
}
