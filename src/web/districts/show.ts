import { completeThrough } from '../../domain/registration-panel.js'
import { everywhere, type PeriodForecast } from '../../domain/reporting-delay.js'
import { streamName } from '../../domain/stream.js'
import { addDays, type Day } from '../../domain/time.js'
import { districtPage, periodDays, type PeriodName } from '../../views/districts/show.js'
import { show } from '../respond.js'
import { broadcastsReaching } from '../spikes/broadcasts.js'
import { baselineOf } from '../spikes/baseline.js'
import { spikeContext } from '../spikes/context.js'
import type { StaffVisit } from '../visit.js'
import { found, param, query } from '../visit.js'

export async function showDistrict(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const district = found(await store.districts.find(param(visit, 'code')), 'district')
  const streams = await store.streams.list()
  const streamId = streams.find(({ id }) => id === query(visit, 'stream'))?.id ?? streams[0]?.id ?? ''
  const period = periodOf(query(visit, 'period'))
  const last = (await store.registrations.lastDay(streamId)) ?? clock.today()
  const first = addDays(last, 1 - periodDays[period])
  const [counts, broadcasts, fieldEvents, holidays, neighbours, all] = await Promise.all([
    store.registrations.list({ from: first, to: last }, { streamId, districtCode: district.code }),
    broadcastsReaching(visit.app, district.code, { first, last }),
    store.fieldEvents.between(first, last),
    store.holidays.between(first, last),
    store.districts.neighbours(),
    store.districts.list(),
  ])
  const { baseline, status } = await baselineOf(visit.app, district.code, streamId)
  const spikes = (await store.spikes.ofDistrict(district.code, streamId)).filter(
    spike => spike.lastDay >= first,
  )
  const beside = new Set(
    neighbours.filter(pair => pair.districtCode === district.code).map(pair => pair.neighbourCode),
  )
  const facts = {
    district,
    neighbours: all.filter(({ code }) => beside.has(code)),
    streams: streams.map(stream => ({ id: stream.id, name: streamName(stream, last, visit.language) })),
    streamId,
    period,
    first,
    last,
    counts,
    baseline: baseline.filter(({ day }) => day >= first && day <= last),
    baselineStatus: status,
    spikes,
    broadcasts,
    fieldEvents: fieldEvents.filter(event => event.districtCodes.includes(district.code)),
    holidays: holidays.filter(holiday => holiday.kind !== 'election'),
    ...(await stillComing(visit, streamId, { code: district.code, last })),
    noted: await store.spikeNotes.touching(
      { from: first, to: last },
      { streamId, place: { districtCode: district.code } },
    ),
    context: await spikeContext(visit.app, spikes, visit),
    updated: visit.words.common.updated(visit.formats.day(last)),
  }
  show(visit, 'districts/show', districtPage(visit.words, visit.formats, facts))
}

function periodOf(name: string): PeriodName {
  return name in periodDays ? (name as PeriodName) : 'half'
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
