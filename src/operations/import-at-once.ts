/** Imports that no person watches: a sheet that raises no question counts at once, whole; any other counts not at all. */
import type { App } from '../app.js'
import type { Actor } from '../domain/actor.js'
import type { ImportWithReport } from '../domain/import-report.js'
import { commitRegistrationImport } from './commit-registration-import.js'
import { receiveRegistrations, type ReceivedFile } from './receive-registrations.js'

export interface ImportedAtOnce {
  /** `waiting`: kept as a preview, for a person has to answer something or leave rows out. */
  outcome: 'committed' | 'waiting' | 'nothing-new'
  batch: ImportWithReport
}

export async function importAtOnce(app: App, actor: Actor, file: ReceivedFile): Promise<ImportedAtOnce> {
  const { id } = await receiveRegistrations(app, actor, file)
  const batch = (await app.store.registrationImports.find(id))!
  const { questions, rows } = batch.report
  if (questions.length > 0 || rows.refused > 0) return { outcome: 'waiting', batch }
  if (batch.cellsStored === 0) return { outcome: 'nothing-new', batch }
  const committed = await commitRegistrationImport(app, actor, id, { leaveOutRefused: false })
  return { outcome: 'committed', batch: { ...batch, ...committed } }
}
