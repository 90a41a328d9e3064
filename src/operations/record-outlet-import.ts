import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { OutletImport, OutletPlan } from '../domain/outlet-import.js'
import { record } from './record.js'

/** Every row that counts stands in the audit event of its import. */
export function recordOutletImport(
  app: App,
  store: Store,
  actor: UserActor,
  { batch, action, plan }: { batch: OutletImport; action: string; plan?: OutletPlan },
): Promise<void> {
  const { fileName, sha256, kind } = batch
  const rows = plan && {
    outlets: plan.outlets
      .filter(row => row.change !== 'same')
      .map(({ line, change, facts }) => ({ line, change, ...facts })),
    coverage: plan.coverage.map(row => row.coverage),
    refused: plan.refused.length,
  }
  return record(app, store, actor, {
    action,
    subject: ['outlet-import', batch.id],
    after: { fileName, sha256, kind, ...rows },
  })
}
