import type { BroadcastState } from '../../domain/broadcast.js'
import { hasRun, isVerified } from '../../domain/exposure.js'
import { groupBy } from '../../domain/group.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import { paths } from '../paths.js'
import type { Texts } from './texts.js'

/** Per campaign and outlet: what ran, how well that is proven, and what nobody answered for. */
export function airTable({ words, formats }: Texts, air: readonly BroadcastState[]): TableModel {
  const t = words.spikes
  const groups = [...groupBy(air, run => `${run.campaignId} ${run.outletId}`).values()]
  return table(
    t.airTitle,
    [t.outlet, numeric(t.runs), numeric(t.verified), t.bestGrades, numeric(t.missed), numeric(t.noAnswer)],
    groups.map(runs => {
      const [{ campaignId, campaignName, outletName }] = runs as [BroadcastState]
      const ran = runs.filter(hasRun)
      const count = (rows: readonly BroadcastState[]) => formats.number(rows.length)
      return [
        { strong: outletName, soft: campaignName, to: paths.campaignDelivery(campaignId) },
        count(ran),
        count(ran.filter(isVerified)),
        gradesOf(ran) || '–',
        count(runs.filter(({ answer }) => answer === 'did-not-run')),
        count(runs.filter(({ answer }) => answer === null || answer === 'not-known')),
      ]
    }),
    { empty: t.airNone },
  )
}

/** "3 × E3, 1 × E1": the best first; what ran by the outlet's word alone is E1. */
function gradesOf(ran: readonly BroadcastState[]): string {
  return [...groupBy(ran, ({ grade }) => grade ?? 'E1')]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([grade, runs]) => `${runs.length} × ${grade}`)
    .join(', ')
}
