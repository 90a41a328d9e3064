import type { App } from '../app.js'
import type { Spike } from '../domain/analysis.js'
import { dayOfRun, hasRun } from '../domain/exposure.js'
import { keyBy } from '../domain/group.js'
import { coverageOn } from '../domain/outlet.js'
import { addDays } from '../domain/time.js'
import type { Formats } from '../views/formats.js'
import type { SpikeContext } from '../views/spikes/pages.js'

/** What was on air, what else was going on and which holidays fell while each spike lasted, or in the days before. */
export async function spikeContext(
  { store }: App,
  spikes: readonly Spike[],
  formats: Formats,
): Promise<SpikeContext> {
  const districts = keyBy(await store.districts.list(), district => district.code)
  const days = spikes.flatMap(spike => [spike.firstDay, spike.lastDay]).toSorted()
  if (days.length === 0) return { districts, sameTime: new Map() }
  const [from, to] = [addDays(days[0]!, -lookBackDays), days.at(-1)!]
  const [broadcasts, events, holidays, coverage, settings] = await Promise.all([
    store.broadcasts.listStates({ from, to }),
    store.fieldEvents.between(from, to),
    store.holidays.between(from, to),
    store.outlets.allCoverage(),
    store.settings.all(),
  ])
  const reached = new Set(
    coverageOn(coverage, to)
      .filter(c => c.share >= settings.exposureThreshold)
      .map(c => `${c.outletId} ${c.districtCode}`),
  )
  const ran = broadcasts.filter(hasRun)
  const sameTime = new Map<string, string[]>()
  for (const spike of spikes) {
    const since = addDays(spike.firstDay, -lookBackDays)
    const touches = (code: string) => spike.districtCode === null || spike.districtCode === code
    const campaigns = ran.filter(b => {
      const day = dayOfRun(b)
      const here = spike.districtCode === null || reached.has(`${b.outletId} ${spike.districtCode}`)
      return here && day >= since && day <= spike.lastDay
    })
    const eventsThen = events.filter(
      e => e.firstDay <= spike.lastDay && e.lastDay >= since && e.districtCodes.some(touches),
    )
    const holidaysThen = holidays.filter(h => h.day >= spike.firstDay && h.day <= spike.lastDay)
    const names = holidaysThen.map(holiday => (formats.language === 'id' ? holiday.nameId : holiday.nameEn))
    sameTime.set(spike.id, [
      ...new Set([...campaigns.map(b => b.campaignName), ...eventsThen.map(e => e.title), ...names]),
    ])
  }
  return { districts, sameTime }
}

/** A broadcast of the week before may still be at work. */
const lookBackDays = 7
