import { habitsOn } from '../../domain/audience.js'
import { compareBy, dimensions } from '../../domain/comparison.js'
import { groupBy, keyBy } from '../../domain/group.js'
import { targetThrough } from '../../domain/pace.js'
import { reachByDistrict } from '../../domain/reach.js'
import { sumOf } from '../../domain/sum.js'
import { addDays } from '../../domain/time.js'
import { districtLifts, whereNext } from '../../domain/where-next.js'
import { comparisonPage } from '../../views/answers/comparison-page.js'
import { nextPage } from '../../views/answers/next-page.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { judgedCampaigns } from './judged.js'

export const answerRoutes: Route[] = [
  { method: 'get', path: '/comparisons', access: 'readResults', handle: showComparisons },
  { method: 'get', path: '/where-next', access: 'readResults', handle: showNext },
]

async function showComparisons(visit: StaffVisit): Promise<void> {
  const judged = await judgedCampaigns(visit)
  const comparisons = dimensions.map(dimension => compareBy(dimension, judged))
  show(visit, 'answers/comparison', comparisonPage(visit.words, visit.formats, comparisons))
}

/** A quarter: who was reached longer ago has forgotten. */
const reachDays = 91

async function showNext(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const last = await store.registrations.lastDay()
  const through = last ?? today
  const year = through.slice(0, 4)
  const [districts, targets, totals, judged, reached] = await Promise.all([
    store.districts.listOn(today),
    store.targets.inForce(Number(year)),
    store.registrations.bucketTotals({ starts: [`${year}-01-01`], to: through }),
    judgedCampaigns(visit),
    recentReach(visit),
  ])
  const lifts = districtLifts(judged)
  const targetsOf = groupBy(targets, ({ districtCode }) => districtCode)
  const totalsOf = groupBy(totals, ({ districtCode }) => districtCode)
  const needs = districts.map(({ code }) => ({
    districtCode: code,
    target: targetThrough(targetsOf.get(code) ?? [], through),
    realised: sumOf((totalsOf.get(code) ?? []).map(({ total }) => total)),
    reached: reached.get(code) ?? 0,
    lift: lifts.get(code) ?? null,
  }))
  const facts = {
    needs: whereNext(needs),
    districts: keyBy(districts, ({ code }) => code),
    through: last,
    hasTargets: targets.length > 0,
  }
  show(visit, 'answers/next', nextPage(visit.words, visit.formats, facts))
}

async function recentReach({ app: { store, clock } }: StaffVisit): Promise<Map<string, number>> {
  const today = clock.today()
  const [broadcasts, coverage, offAir, habits, districts] = await Promise.all([
    store.broadcasts.listStates({ from: addDays(today, -reachDays), to: today }),
    store.outlets.allCoverage(),
    store.outlets.allOffAir(),
    store.audienceHabits.list(),
    store.districts.listOn(today),
  ])
  const heard = new Set(broadcasts.map(({ outletId }) => outletId))
  const reach = reachByDistrict({
    broadcasts,
    coverage: coverage.filter(({ outletId }) => heard.has(outletId)),
    offAir,
    habits: habitsOn(habits, today),
    districtCodes: districts.map(({ code }) => code),
  })
  return new Map(
    reach.map(({ districtCode, heard: { verified } }) => [districtCode, verified.reach.estimate]),
  )
}
