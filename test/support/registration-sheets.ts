/** Hand-made sheets as offices make them, and what becomes of one of them: how it is read, and which cells it holds. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { App } from '../../src/app.js'
import type { UserActor } from '../../src/domain/actor.js'
import type { ImportWithReport } from '../../src/domain/import-report.js'
import { changeImportReading } from '../../src/operations/change-import-reading.js'
import { commitRegistrationImport } from '../../src/operations/commit-registration-import.js'
import { planImport } from '../../src/operations/plan-registration-import.js'
import { receiveRegistrations } from '../../src/operations/receive-registrations.js'
import { asLong } from '../../src/domain/wide-sheet.js'
import { people } from './people.js'

const folder = path.resolve('test/known-values/registrations')

const { id, name, role } = people.bayu
export const bayu: UserActor = { kind: 'user', id, name, role }

export function sheet(file: string): Buffer {
  return readFileSync(path.join(folder, file))
}

export async function receiveSheet(
  app: App,
  bytes: Buffer | string,
  fileName = 'sheet.csv',
): Promise<ImportWithReport> {
  const received = await receiveRegistrations(app, bayu, {
    name: fileName,
    bytes: Buffer.from(bytes),
    source: 'upload',
  })
  return (await app.store.registrationImports.find(received.id))!
}

/** `2026-10-01 18.71 self 12`, in order; a span of days as `12/2`, what is no count by its state. */
export async function cellsOf(app: App, batch: ImportWithReport): Promise<string[]> {
  const table = asLong(await app.tables.open(await app.files.read(batch.sha256)), batch.reading.wide)
  const { changes } = await planImport(app, { table, reading: batch.reading, columns: batch.report.columns })
  return [...changes.added, ...changes.changed]
    .map(({ day, districtCode, streamId, state, count, spanDays }) => {
      const value = state === 'reported' ? `${count}${spanDays > 1 ? `/${spanDays}` : ''}` : state
      return `${day} ${districtCode} ${streamId} ${value}`
    })
    .toSorted()
}

/** `line reason`, in order. */
export function refusalsOf({ report }: ImportWithReport): string[] {
  return report.refusals.map(({ line, reason }) => `${line} ${reason}`)
}

/** Lines of a file that hold anything, from the one the data begins on. */
export function linesOfData(bytes: Buffer, encoding: BufferEncoding, from: number): number {
  const lines = bytes.toString(encoding).split(/\r\n|\r|\n/)
  return lines.slice(from - 1).filter(line => /[^;,\t\s]/.test(line)).length
}

/** Reads a preview anew as a person answers. */
export async function readAs(
  app: App,
  batch: ImportWithReport,
  answers: Partial<Parameters<typeof changeImportReading>[3]>,
): Promise<ImportWithReport> {
  const { roles, dayOrder, dash } = batch.reading
  await changeImportReading(app, bayu, batch.id, { roles, dayOrder, dash, measure: null, ...answers })
  return (await app.store.registrationImports.find(batch.id))!
}

/** Receives a sheet, answers what it asks and makes it count. */
export async function take(
  app: App,
  bytes: Buffer | string,
  { leaveOutRefused = true, ...answers }: Parameters<typeof readAs>[2] & { leaveOutRefused?: boolean } = {},
): Promise<ImportWithReport> {
  const batch = await receiveSheet(app, bytes)
  if (Object.keys(answers).length > 0) await readAs(app, batch, answers)
  await commitRegistrationImport(app, bayu, batch.id, { leaveOutRefused })
  return (await app.store.registrationImports.find(batch.id))!
}

export function lotsOf(app: App) {
  return app.store.registrations.lots({ from: '2000-01-01', to: '2030-12-31' })
}
