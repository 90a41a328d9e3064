import { setImmediate } from 'node:timers/promises'
import type { App, Store } from '../app.js'
import type { Actor, UserActor } from '../domain/actor.js'
import { Conflict, NotFound } from '../domain/errors.js'
import { importStatus, momentAfter, type RegistrationImport } from '../domain/registration.js'
import { mustBePreview } from './open-import-preview.js'
import { record } from './record.js'

/** Takes an import back: from now on what was known before it is known again. That it was known in between stays on record. */
export async function undoRegistrationImport(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const batch = await store.registrationImports.find(id)
    if (!batch) throw new NotFound('import')
    if (importStatus(batch) !== 'committed') throw new Conflict('wrong-state')
    const at = momentAfter(app.clock.now(), await store.registrations.lastKnownFrom())
    await restoreBefore(app, store, { batch, at })
    await store.registrationImports.update(id, { undoneAt: at, undoneBy: actor.id })
    const { fileName, cellsStored, totalBefore, totalAfter } = batch
    await record(app, store, actor, {
      action: 'registrations-undone',
      subject: ['registration-import', id],
      before: { fileName, cellsStored, total: totalAfter },
      after: { total: totalBefore },
    })
  })
  app.wake('find-spikes')
  app.wake('judge-campaigns')
  app.wake('forecast-pace')
}

async function restoreBefore(
  app: App,
  store: Store,
  { batch, at }: { batch: RegistrationImport; at: string },
): Promise<void> {
  const districts = await store.registrations.openOfImport(batch.id)
  const lots = await store.registrations.openLotsOfImport(batch.id)
  const open = districts.reduce((sum, district) => sum + district.cells, 0) + lots.length
  if (open < batch.cellsStored || (await isConfirmedLater(store, batch)))
    throw new Conflict('not-the-latest-import')
  const { committedAt, firstDay, lastDay } = batch
  for (const { districtCode } of districts) {
    const place = { importId: batch.id, districtCode, firstDay: firstDay!, lastDay: lastDay! }
    await store.registrations.closeImport(place, at)
    await store.registrations.restoreClosed(place, { closedAt: committedAt!, at })
    await setImmediate()
  }
  await restoreLots(app, store, { ids: lots.map(({ id }) => id), closedAt: committedAt!, at })
}

/** Lots have no place of their own to be found by: those that a commit closed are known by its moment. */
async function restoreLots(
  app: App,
  store: Store,
  { ids, closedAt, at }: { ids: string[]; closedAt: string; at: string },
): Promise<void> {
  const replaced = await store.registrations.lotsClosedAt(closedAt)
  await store.registrations.closeLots(ids, at)
  await store.registrations.insertLots(
    replaced.map(lot => ({ ...lot, id: app.newId(), knownFrom: at, knownTo: null })),
  )
}

/** A later file delivered some of its values again and left them as they were: without this import they would be lost. */
async function isConfirmedLater(store: Store, { id, committedAt }: RegistrationImport): Promise<boolean> {
  const later = await store.registrationImports.committedAfter(committedAt!)
  return later.some(({ report }) => report.confirmed.includes(id))
}

/** Drops a preview: nothing of it ever counted. */
export async function discardRegistrationImport(app: App, actor: Actor, id: string): Promise<void> {
  await app.store.write(async store => {
    const { fileName } = await mustBePreview(store, id)
    await store.registrationImports.update(id, { discardedAt: app.clock.now() })
    await record(app, store, actor, {
      action: 'registrations-discarded',
      subject: ['registration-import', id],
      before: { fileName },
    })
  })
}
