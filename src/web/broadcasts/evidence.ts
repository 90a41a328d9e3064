import { describeFile } from '../hand-over-file.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

export async function sendEvidence(visit: StaffVisit): Promise<void> {
  const evidence = found(await visit.app.store.evidence.find(param(visit, 'id')), 'evidence')
  await sendStored(visit, evidence.fileId)
}

export async function sendObservation(visit: StaffVisit): Promise<void> {
  const observation = found(await visit.app.store.observations.find(param(visit, 'id')), 'observation')
  await sendStored(visit, observation.fileId)
}

/** Pictures are shown; everything else is only ever handed over as a file. */
async function sendStored({ app: { store, files }, res }: StaffVisit, fileId: string | null): Promise<void> {
  const file = found(fileId ? await store.evidence.findFile(fileId) : undefined, 'file')
  const bytes = await files.read(file.sha256)
  describeFile(res, file, { isShown: file.mediaType === 'image/jpeg' })
  res.send(bytes)
}
