import { streamName } from '../../domain/stream.js'
import { addDays, type Day } from '../../domain/time.js'
import { periodDays, type PeriodName, type StreamChoice } from '../../views/districts/tabs.js'
import type { StaffVisit } from '../visit.js'
import { query } from '../visit.js'

export interface AskedPeriod extends StreamChoice {
  first: Day
  last: Day
}

/** The stream and the days a page of districts is asked for; the days end with the last that is reported. */
export async function askedPeriod(visit: StaffVisit, usual: PeriodName = 'half'): Promise<AskedPeriod> {
  const { store, clock } = visit.app
  const all = await store.streams.list()
  const wanted = query(visit, 'stream')
  const streamId = wanted === 'all' ? null : (all.find(({ id }) => id === wanted)?.id ?? all[0]?.id ?? null)
  const name = query(visit, 'period')
  const period = name in periodDays ? (name as PeriodName) : usual
  const last = (await store.registrations.lastDay(streamId ?? undefined)) ?? clock.today()
  return {
    streams: all.map(stream => ({ id: stream.id, name: streamName(stream, last, visit.language) })),
    streamId,
    period,
    first: addDays(last, 1 - periodDays[period]),
    last,
  }
}
