import { may } from '../../domain/access.js'
import { habitsOn } from '../../domain/audience.js'
import { groupBy, keyBy } from '../../domain/group.js'
import { reachByDistrict, type ReachGivens } from '../../domain/reach.js'
import { costOfReach, peopleReached } from '../../domain/reach-cost.js'
import { pointsOver } from '../../domain/reach-points.js'
import { addDays, type Day } from '../../domain/time.js'
import type { CampaignReach, ReachFacts, ReachFilter } from '../../views/reach/page.js'
import type { StaffVisit } from '../visit.js'
import { query } from '../visit.js'

/** A campaign as a whole, or all broadcasts of one year. */
export async function reachFacts(visit: StaffVisit): Promise<ReachFacts> {
  const { store, clock } = visit.app
  const today = clock.today()
  const campaigns = (await store.campaigns.list()).filter(({ approvedAt }) => approvedAt)
  const chosen = campaigns.find(({ id }) => id === query(visit, 'campaign'))
  const filter: ReachFilter = {
    year: yearOf(query(visit, 'year')) ?? Number((chosen?.firstDay ?? today).slice(0, 4)),
    campaignId: chosen?.id ?? '',
  }
  const span = chosen
    ? { campaignId: chosen.id }
    : { from: `${filter.year}-01-01`, to: `${filter.year}-12-31` }
  const lastDay: Day = chosen ? addDays(chosen.lastDay, 60) : `${filter.year}-12-31`
  const [broadcasts, allCoverage, offAir, habits, districts] = await Promise.all([
    store.broadcasts.listStates(span),
    store.outlets.allCoverage(),
    store.outlets.allOffAir(),
    store.audienceHabits.list(),
    store.districts.listOn([lastDay, today].toSorted()[0]!),
  ])
  const heard = new Set(broadcasts.map(({ outletId }) => outletId))
  const coverage = allCoverage.filter(({ outletId }) => heard.has(outletId))
  const known = { coverage, offAir, habits: habitsOn(habits, lastDay) }
  const byCode = keyBy(districts, ({ code }) => code)
  const districtCodes = districts.map(({ code }) => code)
  const reach = reachByDistrict({ broadcasts, ...known, districtCodes })
  return {
    filter,
    years: yearsOf(campaigns, filter.year),
    campaigns,
    districts: byCode,
    reach,
    people: peopleReached(reach, byCode, 'verified'),
    cost: costOfReach(broadcasts),
    byCampaign: chosen ? [] : campaignsOf({ broadcasts, ...known, districtCodes }, byCode),
    coverage,
    habits: known.habits,
    broadcasts: broadcasts.length,
    mayKeepHabits: may(visit.user.role, 'keepOutlets'),
  }
}

function campaignsOf(givens: ReachGivens, districts: ReachFacts['districts']): CampaignReach[] {
  return [...groupBy(givens.broadcasts, ({ campaignId }) => campaignId)].map(([id, broadcasts]) => {
    const reach = reachByDistrict({ ...givens, broadcasts })
    return {
      id,
      name: broadcasts[0]!.campaignName,
      people: peopleReached(reach, districts, 'verified'),
      cost: costOfReach(broadcasts),
      grossRatingPoints: pointsOver(reach, districts, 'verified'),
    }
  })
}

function yearOf(text: string): number | undefined {
  return /^(?:19|20)\d{2}$/.test(text) ? Number(text) : undefined
}

function yearsOf(campaigns: readonly { firstDay: Day; lastDay: Day }[], shown: number): number[] {
  const years = campaigns.flatMap(({ firstDay, lastDay }) =>
    [firstDay, lastDay].map(day => Number(day.slice(0, 4))),
  )
  return [...new Set([...years, shown])].toSorted((a, b) => b - a)
}
