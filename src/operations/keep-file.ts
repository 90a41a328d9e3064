import type { App, Store } from '../app.js'
import type { StoredFile } from '../domain/evidence.js'

/** The row of a file that was stored; the same bytes have one row, whoever sends them. */
export async function keepFile(
  app: App,
  store: Store,
  kept: { sha256: string; bytes: number; mediaType: string; originalName: string },
): Promise<StoredFile> {
  const known = await store.evidence.findFileByHash(kept.sha256)
  if (known) return known
  const file: StoredFile = { id: app.newId(), ...kept, perceptualHash: null, storedAt: app.clock.now() }
  await store.evidence.insertFile(file)
  return file
}
