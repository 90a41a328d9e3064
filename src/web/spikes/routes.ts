import { findSpikes } from '../../operations/find-spikes.js'
import { paths } from '../../views/paths.js'
import { redirect } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { listSpikes, sendSpikes } from './list.js'
import { addNote, showSpike } from './show.js'

export const spikeRoutes: Route[] = [
  { method: 'get', path: '/spikes', access: 'readResults', handle: listSpikes },
  { method: 'get', path: '/spikes.csv', access: 'readResults', handle: visit => sendSpikes(visit, 'csv') },
  { method: 'get', path: '/spikes.xlsx', access: 'readResults', handle: visit => sendSpikes(visit, 'xlsx') },
  { method: 'get', path: '/spikes/at', access: 'readResults', handle: showSpike },
  { method: 'post', path: '/spikes/notes', access: 'noteSpikes', handle: addNote },
  { method: 'post', path: '/analyses/run', access: 'judge', handle: find },
]

async function find(visit: StaffVisit): Promise<void> {
  await findSpikes(visit.app)
  redirect(visit, paths.spikes, visit.words.spikes.found)
}
