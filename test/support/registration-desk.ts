/** Somebody who brings registrations in and takes them back, and what is known by then. */
import { Conflict } from '../../src/domain/errors.js'
import type { ImportWithReport } from '../../src/domain/import-report.js'
import { addMinutes } from '../../src/domain/time.js'
import { commitRegistrationImport } from '../../src/operations/commit-registration-import.js'
import { undoRegistrationImport } from '../../src/operations/undo-registration-import.js'
import { bayu, receiveSheet } from './registration-sheets.js'
import type { TestServer } from './server.js'

/** Above rows such as `2026-10-01;Metro;4;9`. */
export const heading = 'tanggal;kabupaten;BPU;PU\n'

export function registrationDesk({ app, clock }: TestServer) {
  const commit = (batch: { id: string }) =>
    commitRegistrationImport(app, bayu, batch.id, { leaveOutRefused: false })
  return {
    commit,
    undo: (batch: { id: string }) => undoRegistrationImport(app, bayu, batch.id),
    later: () => clock.set(addMinutes(clock.now(), 10)),
    receive: (rows: string) => receiveSheet(app, heading + rows),

    async take(rows: string): Promise<ImportWithReport> {
      const batch = await receiveSheet(app, heading + rows)
      await commit(batch)
      return (await app.store.registrationImports.find(batch.id))!
    },

    async known(asOf?: string): Promise<string[]> {
      const period = { from: '2000-01-01', to: '2030-12-31' }
      const cells = await app.store.registrations.list(period, asOf ? { asOf } : {})
      return cells
        .map(cell => `${cell.day} ${cell.districtCode} ${cell.streamId} ${cell.count ?? cell.state}`)
        .toSorted()
    },
  }
}

/** The code an act is refused with for the state things are in. */
export async function conflictOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Conflict) return error.problem.code
    throw error
  }
  return 'nothing was refused'
}
