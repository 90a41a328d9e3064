/** Where a next campaign would find most: districts behind their pace, little reached, and that have answered before. */
import type { Interval } from '../statistics/index.js'
import type { ComparedCampaign } from './comparison.js'
import { compareBy } from './comparison.js'

export interface DistrictNeed {
  districtCode: string
  target: number
  realised: number
  /** Estimated share reached at least once in the last quarter by verified broadcasts. */
  reached: number
  /** Partially pooled lift of campaigns that reached the district; null while nothing can be said. */
  lift: Interval | null
}

export interface RankedNeed extends DistrictNeed {
  /** Registrations behind the target to date. */
  gap: number
  /** Gap × unreached × responsive, largest first; 0 where there is no gap. */
  score: number
}

/** What is assumed of districts that no campaign has been judged in: as little as is usual. */
const usualLift = 0.05

export function whereNext(needs: readonly DistrictNeed[]): RankedNeed[] {
  const ranked = needs.map(need => {
    const gap = Math.max(0, need.target - need.realised)
    const responsive = Math.max(0.01, need.lift?.estimate ?? usualLift)
    return { ...need, gap, score: gap * (1 - need.reached) * responsive }
  })
  return ranked.toSorted((a, b) => b.score - a.score || (a.districtCode < b.districtCode ? -1 : 1))
}

/** How districts answered, each drawn towards the others: one entry per district that a judged campaign reached. */
export function districtLifts(
  judged: readonly (Pick<ComparedCampaign, 'lift' | 'verifiedRuns'> & { districts: readonly string[] })[],
): Map<string, Interval> {
  const spread = judged.flatMap(({ districts, lift, verifiedRuns }) =>
    districts.map(code => ({ name: code, lift, verifiedRuns, labels: {} })),
  )
  const { rows } = compareBy('campaign', spread)
  return new Map(rows.flatMap(({ label, lift }) => (lift ? [[label, lift] as const] : [])))
}
