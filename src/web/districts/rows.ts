import { hasRun } from '../../domain/exposure.js'
import { groupBy } from '../../domain/group.js'
import { coverageOn } from '../../domain/outlet.js'
import { addDays, mondayOf, type Day } from '../../domain/time.js'
import type { DistrictRow } from '../../views/districts/list.js'
import type { TileMark } from '../../views/charts/tiles/input.js'
import type { StaffVisit } from '../visit.js'

const rateDays = 28

/** Every district of today with its recent rate of self-enrolled registrations and what is to be noted about it. */
export async function districtRows({
  app,
}: StaffVisit): Promise<{ rows: DistrictRow[]; first: Day; last: Day; silent: string[] }> {
  const { store, clock } = app
  const today = clock.today()
  const streams = await store.streams.list()
  const self = streams.find(({ kind }) => kind === 'self')?.id ?? ''
  const last = (await store.registrations.lastDay(self)) ?? today
  const first = addDays(last, 1 - rateDays)
  const week = { from: mondayOf(today), to: addDays(mondayOf(today), 6) }
  const [districts, counts, spikes, broadcasts, coverage, settings] = await Promise.all([
    store.districts.listOn(today),
    store.registrations.list({ from: first, to: last }, { streamId: self }),
    store.spikes.since(first, self),
    store.broadcasts.listStates(week),
    store.outlets.allCoverage(),
    store.settings.all(),
  ])
  const sums = groupBy(counts, cell => cell.districtCode)
  const reach = coverageOn(coverage, today).filter(figure => figure.share >= settings.exposureThreshold)
  const reachedBy = (runs: typeof broadcasts) => {
    const outlets = new Set(runs.map(broadcast => broadcast.outletId))
    return new Set(reach.filter(figure => outlets.has(figure.outletId)).map(figure => figure.districtCode))
  }
  const planned = reachedBy(broadcasts.filter(broadcast => !broadcast.withdrawnAt))
  const exposed = reachedBy(broadcasts.filter(hasRun))
  const spiking = new Set(spikes.filter(spike => spike.level === 'alert').map(spike => spike.districtCode))
  const rows = districts.map(district => {
    const total = (sums.get(district.code) ?? []).reduce((sum, cell) => sum + (cell.count ?? 0), 0)
    const isKnown = sums.has(district.code) && Boolean(district.population)
    const marks: TileMark[] = []
    if (exposed.has(district.code)) marks.push('exposed')
    if (spiking.has(district.code)) marks.push('spike')
    if (!planned.has(district.code)) marks.push('silent')
    return { district, rate: isKnown ? (total / district.population!) * 10_000 : null, marks }
  })
  return {
    rows,
    first,
    last,
    silent: districts.filter(({ code }) => !planned.has(code)).map(({ code }) => code),
  }
}
