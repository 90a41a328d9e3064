import type { App } from '../../app.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import { coverageOn } from '../../domain/outlet.js'
import type { Day } from '../../domain/time.js'

/** Broadcasts of outlets that reach a district well enough; of any district where none is given. */
export async function broadcastsReaching(
  { store }: App,
  code: string | null,
  { first, last }: { first: Day; last: Day },
): Promise<BroadcastState[]> {
  const settings = await store.settings.all()
  const coverage = coverageOn(await store.outlets.allCoverage(), last)
  const outlets = coverage.filter(
    figure => (code === null || figure.districtCode === code) && figure.share >= settings.exposureThreshold,
  )
  const broadcasts = await store.broadcasts.listStates({
    outletIds: [...new Set(outlets.map(({ outletId }) => outletId))],
    from: first,
    to: last,
  })
  return broadcasts.filter(broadcast => !broadcast.withdrawnAt || broadcast.answer)
}
