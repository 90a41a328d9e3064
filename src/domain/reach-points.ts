import type { District } from './district.js'
import type { Certainty, DistrictReach } from './reach.js'
import { peopleOf } from './reach-cost.js'

/** Gross rating points over several districts: their mean by people, over the districts whose population is known. */
export function pointsOver(
  reach: readonly DistrictReach[],
  districts: ReadonlyMap<string, District>,
  certainty: Certainty,
): number {
  let points = 0
  let all = 0
  for (const { districtCode, heard } of reach) {
    const people = peopleOf(districts.get(districtCode)) ?? 0
    points += people * heard[certainty].grossRatingPoints
    all += people
  }
  return all > 0 ? points / all : 0
}
