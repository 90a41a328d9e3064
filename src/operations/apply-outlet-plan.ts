import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, NotFound } from '../domain/errors.js'
import { outletImportStatus, type OutletChange, type OutletPlan } from '../domain/outlet-import.js'
import type { Outlet } from '../domain/outlet.js'
import { recordOutletImport } from './record-outlet-import.js'
import { isSameLicence } from './save-outlet.js'

/** Writes what a plan says, and returns what it takes to undo it. */
export async function applyOutletPlan(app: App, store: Store, plan: OutletPlan): Promise<OutletChange[]> {
  const changes: OutletChange[] = []
  for (const { change, id, facts, differs } of plan.outlets) {
    if (change === 'new') {
      const outlet: Outlet = {
        id: app.newId(),
        ...facts,
        verifiedAt: null,
        verifiedBy: null,
        retiredAt: null,
        createdAt: app.clock.now(),
        version: 1,
      }
      await store.outlets.insert(outlet)
      changes.push({ kind: 'added', id: outlet.id })
    } else if (change === 'changed') {
      const old = (await store.outlets.find(id!))!
      const seen = isSameLicence(old, facts) ? {} : { verifiedAt: null, verifiedBy: null }
      const before: Partial<Outlet> = { verifiedAt: old.verifiedAt, verifiedBy: old.verifiedBy }
      for (const key of differs) Object.assign(before, { [key]: old[key] })
      await store.outlets.update(old, { ...facts, ...seen })
      changes.push({ kind: 'changed', id: old.id, version: old.version + 1, before })
    }
  }
  await store.outlets.saveCoverage(plan.coverage.map(row => row.coverage))
  const figures = plan.coverage.map(({ before, coverage }): OutletChange => ({
    kind: 'coverage',
    before,
    after: coverage,
  }))
  return [...changes, ...figures]
}

/**
 * Takes an import back as a whole: what it added goes, what it changed is as before. Refused where something was built on
 * it since: an outlet with contacts, rates, orders or coverage of its own, or a value that somebody changed again.
 */
export async function undoOutlets(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const batch = await store.outletImports.find(id)
    if (!batch) throw new NotFound('import')
    if (outletImportStatus(batch) !== 'committed') throw new Conflict('wrong-state')
    for (const change of batch.changes.toReversed()) await undoChange(store, change)
    await store.outletImports.update(id, { undoneAt: app.clock.now(), undoneBy: actor.id })
    await recordOutletImport(app, store, actor, { batch, action: 'outlets-undone' })
  })
}

async function undoChange(store: Store, change: OutletChange): Promise<void> {
  if (change.kind === 'coverage') {
    const { before, after } = change
    const now = (await store.outlets.coverage(after.outletId)).find(
      row => row.districtCode === after.districtCode && row.asOf === after.asOf,
    )
    if (now?.share !== after.share || now.source !== after.source) throw new Conflict('import-built-on')
    if (before) await store.outlets.saveCoverage([{ ...after, ...before }])
    else await store.outlets.removeCoverage(after)
    return
  }
  const outlet = await store.outlets.find(change.id)
  if (change.kind === 'changed') {
    if (outlet?.version !== change.version) throw new Conflict('import-built-on')
    return store.outlets.update(outlet, change.before)
  }
  if (outlet?.version !== 1 || (await store.outlets.isUsed(change.id))) throw new Conflict('import-built-on')
  await store.outlets.remove(change.id)
}
