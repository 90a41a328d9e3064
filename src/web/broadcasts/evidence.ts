import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

/** Pictures are shown; everything else is only ever handed over as a file. Nothing of it can run here. */
export async function sendEvidence(visit: StaffVisit): Promise<void> {
  const { store, files } = visit.app
  const evidence = found(await store.evidence.find(param(visit, 'id')), 'evidence')
  const file = found(evidence.fileId ? await store.evidence.findFile(evidence.fileId) : undefined, 'file')
  const bytes = await files.read(file.sha256)
  const isPicture = file.mediaType === 'image/jpeg'
  visit.res.set('Content-Security-Policy', "default-src 'none'; sandbox")
  visit.res.type(file.mediaType)
  if (!isPicture) visit.res.attachment(file.originalName)
  visit.res.send(bytes)
}
