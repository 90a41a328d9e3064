import { may } from '../../domain/access.js'
import { streamName } from '../../domain/stream.js'
import { addDays } from '../../domain/time.js'
import { findSpikes } from '../../operations/find-spikes.js'
import { paths } from '../../views/paths.js'
import { spikesPage } from '../../views/spikes/pages.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import { spikeContext } from '../spike-context.js'
import type { StaffVisit } from '../visit.js'
import { query } from '../visit.js'

export const spikeRoutes: Route[] = [
  { method: 'get', path: '/spikes', access: 'readResults', handle: listSpikes },
  { method: 'post', path: '/analyses/run', access: 'judge', handle: find },
]

async function listSpikes(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const streams = await store.streams.list()
  const streamId = streams.find(({ id }) => id === query(visit, 'stream'))?.id ?? streams[0]?.id ?? ''
  const last = (await store.registrations.lastDay(streamId)) ?? clock.today()
  const spikes = await store.spikes.since(addDays(last, -365), streamId)
  const [analysis] = (await store.analyses.current('spikes')).filter(found => found.streamId === streamId)
  const facts = {
    spikes,
    streams: streams.map(stream => ({ id: stream.id, name: streamName(stream, last, visit.language) })),
    streamId,
    context: await spikeContext(visit.app, spikes, visit.formats),
    searchedDistricts: analysis
      ? (JSON.parse(analysis.result ?? '{}') as { districts: number }).districts
      : null,
    updated: analysis ? visit.words.common.updated(visit.formats.instant(analysis.asOf)) : '',
    mayFind: may(visit.user.role, 'judge'),
  }
  show(visit, 'spikes/list', spikesPage(visit.words, visit.formats, facts))
}

async function find(visit: StaffVisit): Promise<void> {
  await findSpikes(visit.app)
  redirect(visit, paths.spikes, visit.words.spikes.found)
}
