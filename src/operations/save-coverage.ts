import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { NotFound } from '../domain/errors.js'
import type { Day } from '../domain/time.js'
import { record } from './record.js'

export interface CoverageFigures {
  source: string
  asOf: Day
  /** District code → share between 0 and 1. */
  shares: Record<string, number>
}

export async function saveCoverage(
  app: App,
  actor: UserActor,
  outletId: string,
  figures: CoverageFigures,
): Promise<void> {
  await app.store.write(async store => {
    if (!(await store.outlets.find(outletId))) throw new NotFound('outlet')
    const { source, asOf, shares } = figures
    const rows = Object.entries(shares).map(([districtCode, share]) => ({
      outletId,
      districtCode,
      share,
      source,
      asOf,
    }))
    await store.outlets.saveCoverage(rows)
    await record(app, store, actor, {
      action: 'coverage-saved',
      subject: ['outlet', outletId],
      after: { source, asOf, shares },
    })
    app.wake('judge-campaigns')
  })
}
