import type { App } from '../../app.js'
import type { Spike } from '../../domain/analysis.js'
import { dayOfRun, hasRun } from '../../domain/exposure.js'
import { keyBy } from '../../domain/group.js'
import { coverageOn } from '../../domain/outlet.js'
import { addDays, type Day } from '../../domain/time.js'
import type { Formats } from '../../views/formats.js'
import type { SpikeContext } from '../../views/spikes/pages.js'
import type { Words } from '../../language/words.js'
import { lookBackDays } from './causes.js'

/** What was on air, what else was going on and which holidays fell while each spike lasted, or in the days before. */
export async function spikeContext(
  app: App,
  spikes: readonly Spike[],
  texts: { words: Words; formats: Formats },
): Promise<SpikeContext> {
  const districts = keyBy(await app.store.districts.list(), district => district.code)
  const days = spikes.flatMap(spike => [spike.firstDay, spike.lastDay]).toSorted()
  if (days.length === 0) return { districts, sameTime: new Map() }
  const known = await knownBetween(app, { from: addDays(days[0]!, -lookBackDays), to: days.at(-1)! })
  const sameTime = new Map<string, string[]>()
  for (const spike of spikes) {
    const names = [...(await lotText(app, spike, texts)), ...namesDuring(spike, known, texts.formats)]
    sameTime.set(spike.id, [...new Set(names)])
  }
  return { districts, sameTime }
}

async function knownBetween({ store }: App, { from, to }: { from: Day; to: Day }) {
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
  return { ran: broadcasts.filter(hasRun), events, holidays, reached }
}

function namesDuring(
  spike: Spike,
  { ran, events, holidays, reached }: Awaited<ReturnType<typeof knownBetween>>,
  formats: Formats,
): string[] {
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
  return [
    ...campaigns.map(b => b.campaignName),
    ...eventsThen.map(e => e.title),
    ...holidaysThen.map(holiday => (formats.language === 'id' ? holiday.nameId : holiday.nameEn)),
  ]
}

async function lotText(
  { store }: App,
  spike: Spike,
  { words, formats }: { words: Words; formats: Formats },
): Promise<string[]> {
  const { lots, workers } = await store.registrations.lotsDuring(spike)
  if (lots === 0) return []
  return [words.spikes.lots({ lots: formats.number(lots), workers: formats.number(workers) })]
}
