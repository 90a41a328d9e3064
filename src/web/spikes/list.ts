import { may } from '../../domain/access.js'
import { groupBy, keyBy } from '../../domain/group.js'
import { streamName } from '../../domain/stream.js'
import { addDays, isDay, mondayOf, type Day } from '../../domain/time.js'
import {
  localOf,
  mostListed,
  spikesPage,
  type SpikeFilter,
  type SpikesFacts,
} from '../../views/spikes/pages.js'
import { spikeTable } from '../../views/spikes/list.js'
import { show } from '../respond.js'
import { sendTables } from '../send-tables.js'
import { spikeContext } from './context.js'
import type { StaffVisit } from '../visit.js'
import { query } from '../visit.js'

/** A quarter of a year is what one looks at together. */
const weeksShown = 13

export async function listSpikes(visit: StaffVisit): Promise<void> {
  show(visit, 'spikes/list', spikesPage(visit, await spikesFacts(visit, mostListed)))
}

/** Exactly the list of the page, without its end. */
export async function sendSpikes(visit: StaffVisit, kind: 'csv' | 'xlsx'): Promise<void> {
  const facts = await spikesFacts(visit, Infinity)
  const options = { empty: '', showsDistrict: true, noted: facts.noted }
  const t = visit.words.spikes
  sendTables(visit, kind, {
    name: `${t.fileName}-${facts.filter.from}-${facts.filter.to}`,
    tables: [spikeTable(visit, localOf(facts), facts.context, options)],
  })
}

async function spikesFacts(visit: StaffVisit, most: number): Promise<SpikesFacts> {
  const { store } = visit.app
  const [streams, districts] = await Promise.all([store.streams.list(), store.districts.list()])
  const streamId = streams.find(({ id }) => id === query(visit, 'stream'))?.id ?? streams[0]?.id ?? ''
  const byCode = keyBy(districts, ({ code }) => code)
  const { filter, weeks, last, first } = await filterOf(visit, streamId, byCode)
  const [all, noted, analyses] = await Promise.all([
    store.spikes.between({ from: filter.from, to: filter.to }, streamId),
    store.spikeNotes.touching({ from: filter.from, to: filter.to }, { streamId }),
    store.analyses.current('spikes'),
  ])
  const spikes = all.filter(
    spike =>
      (!filter.districtCode || spike.districtCode === filter.districtCode) &&
      (!filter.alertsOnly || spike.level === 'alert'),
  )
  const local = localOf({ spikes })
  const common = spikes.filter(({ scope }) => scope === 'common')
  const analysis = analyses.find(found => found.streamId === streamId)
  const members = groupBy(all, ({ commonId }) => commonId ?? '')
  return {
    filter,
    weeks,
    hasEarlier: first !== null && filter.from > first,
    hasLater: filter.to < last,
    spikes,
    members: new Map(
      common.map(({ id }) => [id, new Set((members.get(id) ?? []).map(s => s.districtCode)).size]),
    ),
    streams: streams.map(stream => ({ id: stream.id, name: streamName(stream, last, visit.language) })),
    context: {
      ...(await spikeContext(visit.app, [...common, ...local.slice(0, most)], visit)),
      districts: byCode,
    },
    noted,
    searchedDistricts: analysis
      ? (JSON.parse(analysis.result ?? '{}') as { districts: number }).districts
      : null,
    updated: analysis ? visit.words.common.updated(visit.formats.instant(analysis.asOf)) : '',
    mayFind: may(visit.user.role, 'judge'),
  }
}

/** The last weeks that data reaches, or those up to the week that is asked for. */
async function filterOf(
  visit: StaffVisit,
  streamId: string,
  districts: ReadonlyMap<string, unknown>,
): Promise<{ filter: SpikeFilter; weeks: Day[]; last: Day; first: Day | null }> {
  const { store, clock } = visit.app
  const [first, last] = [
    await store.registrations.firstDay(streamId),
    (await store.registrations.lastDay(streamId)) ?? clock.today(),
  ]
  const asked = query(visit, 'until')
  const until = mondayOf(isDay(asked) && asked < last ? asked : last)
  const weeks = Array.from({ length: weeksShown }, (_, i) => addDays(until, 7 * (i + 1 - weeksShown)))
  const wanted = query(visit, 'district')
  const filter = {
    streamId,
    districtCode: districts.has(wanted) ? wanted : '',
    alertsOnly: query(visit, 'level') === 'alert',
    from: weeks[0]!,
    to: addDays(until, 6),
  }
  return { filter, weeks, last, first }
}
