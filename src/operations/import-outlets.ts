import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, Invalid, NotFound } from '../domain/errors.js'
import { outletImportStatus, type OutletImport, type OutletPlan } from '../domain/outlet-import.js'
import type { Day } from '../domain/time.js'
import { applyOutletPlan } from './apply-outlet-plan.js'
import { planOutletImport, readOutletSheet, refusedRows, type ReadSheet } from './plan-outlet-import.js'
import { recordOutletImport } from './record-outlet-import.js'

export interface ReceivedSheet {
  name: string
  bytes: Buffer
  source: string
  asOf: Day | null
}

/** Keeps a file of outlets or coverage as a preview: nothing of it counts yet. The same file waits once. */
export async function receiveOutlets(app: App, actor: UserActor, file: ReceivedSheet): Promise<OutletImport> {
  const read = await readOutletSheet(app, app.store, file.bytes)
  const { sha256 } = await app.files.keep(file.bytes)
  return app.store.write(async store => {
    const known = await store.outletImports.findByHash(sha256)
    if (known?.committedAt)
      throw new Invalid({ file: { code: 'same-file-again', values: { file: known.fileName } } })
    if (known && known.source === file.source && known.asOf === file.asOf) return known
    const { name, source, asOf } = file
    const plan = await planOutletImport(store, read, { source, asOf, today: app.clock.today() })
    if (plan.rowsRead === 0) throw new Invalid({ file: { code: 'nothing-to-import' } })
    const batch: OutletImport = {
      id: app.newId(),
      kind: read.sheet.kind,
      fileName: name.slice(0, 200),
      sha256,
      source,
      asOf,
      rowsRead: plan.rowsRead,
      rowsRefused: refusedRows(plan),
      changes: [],
      createdAt: app.clock.now(),
      createdBy: actor.id,
      committedAt: null,
      committedBy: null,
      undoneAt: null,
      undoneBy: null,
      discardedAt: null,
    }
    await store.outletImports.insert(batch)
    await recordOutletImport(app, store, actor, { batch, action: 'outlets-received' })
    return batch
  })
}

/** The file as it would be taken over now. */
export async function lookAtImport(app: App, batch: OutletImport): Promise<OutletPlan> {
  const read = await readOutletSheet(app, app.store, await app.files.read(batch.sha256))
  return planOf(app, app.store, { batch, read })
}

function planOf(
  app: App,
  store: Store,
  { batch, read }: { batch: OutletImport; read: ReadSheet },
): Promise<OutletPlan> {
  const { source, asOf, createdAt } = batch
  return planOutletImport(store, read, { source, asOf, today: createdAt.slice(0, 10) })
}

/** Takes over every row that is right, as one whole; refused rows only stay behind where somebody said so. */
export async function commitOutlets(
  app: App,
  actor: UserActor,
  id: string,
  { leaveOutRefused, seen }: { leaveOutRefused: boolean; seen: string },
): Promise<OutletImport> {
  const known = await app.store.outletImports.find(id)
  if (!known) throw new NotFound('import')
  const read = await readOutletSheet(app, app.store, await app.files.read(known.sha256))
  return app.store.write(async store => {
    const batch = await mustWait(store, id)
    const plan = await planOf(app, store, { batch, read })
    if (planSeen(plan) !== seen) throw new Conflict('changed-meanwhile')
    const refused = refusedRows(plan)
    if (refused > 0 && !leaveOutRefused)
      throw new Invalid({ leaveOut: { code: 'has-errors', values: { count: refused } } })
    const changes = await applyOutletPlan(app, store, plan)
    const counts = { rowsRead: plan.rowsRead, rowsRefused: refused }
    const done = { ...counts, changes, committedAt: app.clock.now(), committedBy: actor.id }
    await store.outletImports.update(id, done)
    await recordOutletImport(app, store, actor, { batch, action: 'outlets-imported', plan })
    return { ...batch, ...done }
  })
}

/** What was shown, in short: a preview that outlets changed under is shown again before it counts. */
export function planSeen({ outlets, coverage, refused }: OutletPlan): string {
  const changed = outlets.filter(row => row.change === 'changed').length
  const added = outlets.filter(row => row.change === 'new').length
  const replaced = coverage.filter(row => row.before).length
  return [added, changed, coverage.length, replaced, refused.length].join('-')
}

export async function discardOutlets(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const batch = await mustWait(store, id)
    await store.outletImports.update(id, { discardedAt: app.clock.now() })
    await recordOutletImport(app, store, actor, { batch, action: 'outlets-discarded' })
  })
}

async function mustWait(store: Store, id: string): Promise<OutletImport> {
  const batch = await store.outletImports.find(id)
  if (!batch) throw new NotFound('import')
  if (outletImportStatus(batch) !== 'preview') throw new Conflict('wrong-state')
  return batch
}
