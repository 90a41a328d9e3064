import type { App, Store } from '../app.js'
import { Conflict, NotFound } from '../domain/errors.js'
import type { ImportWithReport } from '../domain/import-report.js'
import { importStatus } from '../domain/registration.js'
import type { Table } from '../domain/table.js'
import { asLong } from '../domain/wide-sheet.js'

/** An import that still waits as a preview, with the file it came from. */
export async function openPreview(app: App, id: string): Promise<{ batch: ImportWithReport; table: Table }> {
  const batch = await mustBePreview(app.store, id)
  const file = await app.tables.open(await app.files.read(batch.sha256))
  return { batch, table: asLong(file, batch.reading.wide ?? null) }
}

export async function mustBePreview(store: Store, id: string): Promise<ImportWithReport> {
  const batch = await store.registrationImports.find(id)
  if (!batch) throw new NotFound('import')
  if (importStatus(batch) !== 'preview') throw new Conflict('wrong-state')
  return batch
}

/** Keeps what reading found, unless the preview ended meanwhile. */
export async function savePreview(
  store: Store,
  id: string,
  change: Partial<ImportWithReport>,
): Promise<void> {
  await mustBePreview(store, id)
  await store.registrationImports.update(id, change)
}
