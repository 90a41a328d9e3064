import type { App, Store } from '../app.js'
import type { KeptFile, StoredFile } from '../domain/evidence.js'

/** A file's row, once per content; its picture can be found by its looks from then on. */
export async function keepFile(
  app: App,
  store: Store,
  kept: KeptFile & { originalName: string },
): Promise<StoredFile> {
  const known = await store.evidence.findFileByHash(kept.sha256)
  if (known) return known
  const file: StoredFile = { id: app.newId(), ...kept, storedAt: app.clock.now() }
  await store.evidence.insertFile(file)
  if (file.perceptualHash) await store.evidenceAlarms.addPicture(file.id, file.perceptualHash)
  return file
}
