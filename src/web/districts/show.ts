import { completeThrough } from '../../domain/registration-panel.js'
import { everywhere, type PeriodForecast } from '../../domain/reporting-delay.js'
import { streamsTogether } from '../../domain/streams-together.js'
import { addDays, type Day } from '../../domain/time.js'
import type { BaselineDay } from '../../views/charts/district-time/input.js'
import { districtPage, type DistrictFacts } from '../../views/districts/show.js'
import { paths } from '../../views/paths.js'
import { show } from '../respond.js'
import { sendPicture } from '../send-picture.js'
import { broadcastsReaching } from '../spikes/broadcasts.js'
import { baselineOf } from '../spikes/baseline.js'
import { spikeContext } from '../spikes/context.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { askedPeriod } from './asked.js'
import { figuresByTime } from './figures.js'

export async function showDistrict(visit: StaffVisit): Promise<void> {
  show(visit, 'districts/show', districtPage(visit.words, visit.formats, await districtFacts(visit)))
}

export async function sendDistrictChart(visit: StaffVisit, kind: 'svg' | 'png'): Promise<void> {
  const facts = await districtFacts(visit)
  const page = districtPage(visit.words, visit.formats, facts)
  await sendPicture(visit, kind, { page, back: paths.district(facts.district.code) })
}

async function districtFacts(visit: StaffVisit): Promise<DistrictFacts> {
  const { store } = visit.app
  const district = found(await store.districts.find(param(visit, 'code')), 'district')
  const asked = await askedPeriod(visit)
  const { streams, streamId, first, last } = asked
  const only = { districtCode: district.code, ...(streamId === null ? {} : { streamId }) }
  const [counts, lots, figures, broadcasts, fieldEvents, holidays, neighbours, all] = await Promise.all([
    store.registrations.list({ from: first, to: last }, only),
    store.registrations.lots({ from: first, to: last, ...only }),
    figuresByTime(visit, { ...asked, districts: [district] }),
    broadcastsReaching(visit.app, district.code, { first, last }),
    store.fieldEvents.between(first, last),
    store.holidays.between(first, last),
    store.districts.neighbours(),
    store.districts.list(),
  ])
  const { baseline, status } =
    streamId === null ? noBaseline : await baselineOf(visit.app, district.code, streamId)
  const shown = streams.map(({ id }) => id).filter(id => streamId === null || id === streamId)
  const spikesFound = await Promise.all(shown.map(id => store.spikes.ofDistrict(district.code, id)))
  const spikes = spikesFound.flat().filter(spike => spike.lastDay >= first)
  const noted = await Promise.all(
    shown.map(id =>
      store.spikeNotes.touching(
        { from: first, to: last },
        { streamId: id, place: { districtCode: district.code } },
      ),
    ),
  )
  const beside = new Set(
    neighbours.filter(pair => pair.districtCode === district.code).map(pair => pair.neighbourCode),
  )
  return {
    district,
    neighbours: all.filter(({ code }) => beside.has(code)),
    ...asked,
    counts: streamId === null ? streamsTogether(counts) : counts,
    lots,
    figures,
    baseline: baseline.filter(({ day }) => day >= first && day <= last),
    baselineStatus: status,
    spikes,
    broadcasts,
    fieldEvents: fieldEvents.filter(event => event.districtCodes.includes(district.code)),
    holidays: holidays.filter(holiday => holiday.kind !== 'election'),
    ...(await comingOf(visit, shown, { code: district.code, last })),
    noted: noted.flat(),
    context: await spikeContext(visit.app, spikes, visit),
    updated: visit.words.common.updated(visit.formats.day(last)),
  }
}

/** Each stream has its own: of several together none is known. */
const noBaseline = { baseline: [] as BaselineDay[], status: 'together' }

/** Of several streams together, days are incomplete as long as one of them is. */
async function comingOf(visit: StaffVisit, streamIds: readonly string[], place: { code: string; last: Day }) {
  const coming = await Promise.all(streamIds.map(id => stillComing(visit, id, place)))
  const from = coming.flatMap(({ incompleteFrom }) => incompleteFrom ?? []).toSorted()[0] ?? null
  return { incompleteFrom: from, periods: coming.length === 1 ? coming[0]!.periods : [] }
}

/** Which days are still coming in, and what to expect of them: from the district's own delays, or those of all. */
async function stillComing(
  visit: StaffVisit,
  streamId: string,
  { code, last }: { code: string; last: Day },
): Promise<{ incompleteFrom: Day | null; periods: PeriodForecast[] }> {
  const { forecasts } = visit.app.store
  const own = await forecasts.delay(streamId, code)
  const delay = own?.status === 'known' ? own : await forecasts.delay(streamId, everywhere)
  const complete = delay?.completeThrough ?? (await reportedThrough(visit, streamId, last))
  return {
    incompleteFrom: complete === null || complete >= last ? null : addDays(complete, 1),
    periods: own?.status === 'known' ? own.periods.filter(period => period.first <= last) : [],
  }
}

/** Where delays are not known yet: the last day that nearly every district has reported. */
async function reportedThrough(
  { app: { store } }: StaffVisit,
  streamId: string,
  last: Day,
): Promise<Day | null> {
  return completeThrough(await store.registrations.list({ from: addDays(last, -60), to: last }, { streamId }))
}
