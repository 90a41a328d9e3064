import { may } from '../../domain/access.js'
import type { Spike } from '../../domain/analysis.js'
import { dayOfRun } from '../../domain/exposure.js'
import { keyBy } from '../../domain/group.js'
import { explainSpike } from '../../domain/spike-explanation.js'
import { streamName } from '../../domain/stream.js'
import { sumOf } from '../../domain/sum.js'
import { addDays, type Day } from '../../domain/time.js'
import type { SpikeFacts } from '../../views/spikes/show.js'
import type { StaffVisit } from '../visit.js'
import { baselineOf } from './baseline.js'
import { broadcastsReaching } from './broadcasts.js'
import { causesOf, lookBackDays } from './causes.js'
import { neighboursThen } from './others.js'

/** Days shown before and after a spike. */
const before = 56
const after = 14

export async function spikeFacts(visit: StaffVisit, spike: Spike): Promise<SpikeFacts> {
  const { app, formats } = visit
  const span = { from: spike.firstDay, to: spike.lastDay }
  const [districts, streams, notes, members, common] = await Promise.all([
    app.store.districts.list(),
    app.store.streams.list(),
    app.store.spikeNotes.touching(span, { streamId: spike.streamId, place: spike }),
    spike.districtCode === null ? app.store.spikes.between(span, spike.streamId) : [],
    spike.commonId === null ? undefined : app.store.spikes.find(spike.commonId),
  ])
  const [around, neighbours] = await Promise.all([
    aroundOf(visit, spike),
    neighboursThen(app, spike, districts),
  ])
  const { chart, air, usual } = around
  const causes = await causesOf(app, spike, {
    beside: { broadcasts: air, neighbours, common, usual },
    formats,
  })
  return {
    spike,
    districts: keyBy(districts, district => district.code),
    streamName: streamName(
      streams.find(({ id }) => id === spike.streamId)!,
      spike.firstDay,
      visit.language,
    ),
    explanation: explainSpike(spike, causes),
    air,
    neighbours,
    members: members.filter(({ commonId }) => commonId === spike.id),
    chart,
    notes,
    mayNote: may(visit.user.role, 'noteSpikes'),
  }
}

/** What the picture shows, what was on air then, and the sum of what is usual. */
async function aroundOf({ app }: StaffVisit, spike: Spike) {
  const code = spike.districtCode
  const [first, last] = [addDays(spike.firstDay, -before), addDays(spike.lastDay, after)]
  const broadcasts = await broadcastsReaching(app, code, { first, last })
  const since = addDays(spike.firstDay, -lookBackDays)
  const air = broadcasts.filter(run => dayOfRun(run) >= since && dayOfRun(run) <= spike.lastDay)
  if (code === null) return { chart: null, air, usual: () => 0 }
  const place = { streamId: spike.streamId, districtCode: code }
  const [{ baseline, status }, counts, lots, fieldEvents, holidays] = await Promise.all([
    baselineOf(app, code, spike.streamId),
    app.store.registrations.list({ from: first, to: last }, place),
    app.store.registrations.lots({ from: first, to: last, ...place }),
    app.store.fieldEvents.between(first, last),
    app.store.holidays.between(first, last),
  ])
  const within = (from: Day, to: Day) => baseline.filter(({ day }) => day >= from && day <= to)
  const chart = {
    first,
    last,
    counts,
    lots,
    baseline: within(first, last),
    baselineStatus: status,
    broadcasts,
    fieldEvents: fieldEvents.filter(event => event.districtCodes.includes(code)),
    holidays: holidays.filter(({ kind }) => kind !== 'election'),
  }
  return {
    chart,
    air,
    usual: (from: Day, to: Day) => sumOf(within(from, to).map(({ expected }) => expected)),
  }
}
