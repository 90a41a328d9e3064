/** What is on record beside a spike: lots, other districts, campaigns, field events and holidays. */
import type { App } from '../../app.js'
import type { Spike } from '../../domain/analysis.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import { dayOfRun, hasRun } from '../../domain/exposure.js'
import { groupBy } from '../../domain/group.js'
import type { MeasuredLift, SpikeCause } from '../../domain/spike-explanation.js'
import { sumOf } from '../../domain/sum.js'
import { addDays, type Day } from '../../domain/time.js'
import type { Formats } from '../../views/formats.js'
import { verdictIn } from '../results/facts.js'
import type { DistrictThen } from './others.js'

/** A broadcast or an event of the week before may still be at work. */
export const lookBackDays = 7

export interface Beside {
  /** Broadcasts that reached the place, from the days before on. */
  broadcasts: readonly BroadcastState[]
  neighbours: readonly DistrictThen[]
  /** The rise of many districts that this one is part of. */
  common: Spike | undefined
  /** What is usual between two days in the place. */
  usual: (first: Day, last: Day) => number
}

export async function causesOf(
  app: App,
  spike: Spike,
  { beside, formats }: { beside: Beside; formats: Formats },
): Promise<SpikeCause[]> {
  const since = addDays(spike.firstDay, -lookBackDays)
  const here = (codes: readonly string[]) => spike.districtCode === null || codes.includes(spike.districtCode)
  const [lots, events, holidays, campaigns] = await Promise.all([
    app.store.registrations.lotsDuring(spike),
    app.store.fieldEvents.between(since, spike.lastDay),
    app.store.holidays.between(since, spike.lastDay),
    campaignCauses(app, spike, beside),
  ])
  return [
    ...(lots.lots > 0 ? [{ kind: 'lots' as const, ...lots }] : []),
    ...elsewhere(beside),
    ...campaigns,
    ...events
      .filter(event => here(event.districtCodes))
      .map(({ id, title, firstDay, lastDay }) => ({
        kind: 'event' as const,
        id,
        name: title,
        firstDay,
        lastDay,
      })),
    ...holidays
      .filter(({ kind }) => kind !== 'election')
      .map(({ day, nameId, nameEn }) => ({
        kind: 'holiday' as const,
        day,
        name: formats.language === 'id' ? nameId : nameEn,
      })),
  ]
}

/** How far the others were above their usual level: all of them in a common rise, the neighbours otherwise. */
function elsewhere({ neighbours, common }: Beside): SpikeCause[] {
  if (common && common.expected > 0) {
    const rise = common.observed / common.expected - 1
    return [{ kind: 'elsewhere', rise, neighbours: 0, isCommon: true }]
  }
  const expected = sumOf(neighbours.map(row => row.expected))
  if (expected === 0) return []
  const rise = sumOf(neighbours.map(row => row.observed)) / expected - 1
  return [{ kind: 'elsewhere', rise, neighbours: neighbours.length, isCommon: false }]
}

async function campaignCauses(app: App, spike: Spike, { broadcasts, usual }: Beside): Promise<SpikeCause[]> {
  const ran = broadcasts.filter(run => hasRun(run) && dayOfRun(run) <= spike.lastDay)
  const analyses = await app.store.analyses.current('verdict')
  return [...groupBy(ran, ({ campaignId }) => campaignId)].map(([id, runs]) => {
    const judged = analyses.find(each => each.campaignId === id && each.streamId === spike.streamId)
    const lift = judged ? measured(spike, verdictIn(judged), usual) : null
    return { kind: 'campaign', id, name: runs[0]!.campaignName, lift }
  })
}

/** What the verdict on a campaign says of the days it shares with the spike; nothing where it says nothing of the district. */
function measured(
  spike: Spike,
  { estimate, joint, exposed, firstDay, lastDay }: ReturnType<typeof verdictIn>,
  usual: Beside['usual'],
): MeasuredLift | null {
  const lift = joint ? joint.own?.lift : estimate?.lift
  if (!lift || !firstDay || !lastDay || !exposed.includes(spike.districtCode ?? '')) return null
  const from = [firstDay, spike.firstDay].toSorted()[1]!
  const to = [lastDay, spike.lastDay].toSorted()[0]!
  return from > to ? null : { low: lift.low, high: lift.high, usual: usual(from, to) }
}
