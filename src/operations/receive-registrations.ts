import type { App } from '../app.js'
import type { Actor } from '../domain/actor.js'
import { Invalid } from '../domain/errors.js'
import { bestFirmColumn } from '../domain/concealed-sheet.js'
import { guessReading } from '../domain/guess-reading.js'
import { columnFindings, importSums } from '../domain/import-report.js'
import { canonicalJson } from '../domain/audit.js'
import type { ReadingContext } from '../domain/registration-columns.js'
import { RowReader } from '../domain/registration-rows.js'
import { columnOf, valueColumns, type Reading } from '../domain/registration-sheet.js'
import type { RegistrationImport } from '../domain/registration.js'
import type { Names } from '../domain/sheet-cells.js'
import { refuseFirms, SheetProfiler, type SheetProfile } from '../domain/sheet-profile.js'
import type { Table } from '../domain/table.js'
import { asLong, findWideLayout, type WideLayout } from '../domain/wide-sheet.js'
import { concealFirms } from './conceal-firms.js'
import { planAsFound, readingContext, type ImportPlan } from './plan-registration-import.js'
import { record } from './record.js'

export interface ReceivedFile {
  name: string
  bytes: Buffer
  source: 'upload' | 'folder' | 'api'
  /** How it is read, where the sender says so and nothing is to be guessed. */
  told?: Partial<Reading>
}

export interface Received {
  id: string
  /** True when the same file already waits as a preview. */
  waiting: boolean
}

/** Reads a file and keeps it as a preview: nothing counts yet. What shows names or national IDs is never stored. */
export async function receiveRegistrations(app: App, actor: Actor, file: ReceivedFile): Promise<Received> {
  const plan = await planReceived(app, file)
  const { sha256 } = await app.files.keep(plan.kept)
  return app.store.write(async store => {
    const known = await store.registrationImports.findCommittedByHash(sha256)
    if (known) throw new Invalid({ file: { code: 'same-file-again', values: { file: known.fileName } } })
    const waiting = await store.registrationImports.findPreviewByHash(sha256)
    if (waiting) return { id: waiting.id, waiting: true }
    const batch: RegistrationImport = {
      ...newImport(app, actor, { ...file, sha256 }),
      ...importSums(plan.report, plan.changes),
    }
    await store.registrationImports.insert({ ...batch, reading: plan.reading, report: plan.report })
    await record(app, store, actor, {
      action: 'registrations-received',
      subject: ['registration-import', batch.id],
      after: { fileName: batch.fileName, sha256, rowsRead: batch.rowsRead, rowsRefused: batch.rowsRefused },
    })
    return { id: batch.id, waiting: false }
  })
}

export interface ReceivedPlan extends ImportPlan {
  /** The bytes as they may be kept: firms are in them under keyed hashes only. */
  kept: Buffer
}

/** What a file would change, without keeping anything of it. */
export async function planReceived(app: App, { bytes, told }: ReceivedFile): Promise<ReceivedPlan> {
  const file = await app.tables.open(bytes)
  const found = await firstPlan(app, file, { told })
  if (!('profile' in found)) return { ...found, kept: bytes }
  const { profile, reading, names } = found
  const isLots = columnOf(reading, 'day') !== -1 && columnOf(reading, 'district') !== -1
  if (told || !isLots || valueColumns(reading).length === 0) refuseFirms(profile)
  const firm = bestFirmColumn(profile)
  const kept = await concealFirms(app, file, { firm, reading, names })
  const plan = await firstPlan(app, await app.tables.open(kept), { firm })
  if ('profile' in plan) refuseFirms(plan.profile)
  return { ...plan, reading: { ...plan.reading, format: file.format }, kept }
}

interface WithFirms {
  profile: SheetProfile
  reading: Reading
  names: Names
}

async function firstPlan(
  app: App,
  file: Table,
  { told = {}, firm = null }: { told?: Partial<Reading> | undefined; firm?: number | null },
): Promise<ImportPlan | WithFirms> {
  const context = await readingContext(app)
  const { names } = context
  const wide = 'wide' in told || firm !== null ? null : await wideLayoutOf(file, names)
  if (wide) await refusePersonal(file, names)
  const table = asLong(file, wide)
  const profiler = new SheetProfiler(names)
  const guess = (): Reading => ({
    ...guessReading({ format: table.format, profile: profiler.profile, streams: names.streams, wide, firm }),
    ...told,
  })
  let early: { reading: Reading; reader: RowReader } | undefined
  for await (const rows of table.batches()) {
    profiler.take(rows)
    early ??= beginReading(guess(), context)
    early.reader.take(rows)
  }
  const profile = profiler.finish()
  if (profile.columns.every(column => column.filled === 0))
    throw new Invalid({ file: { code: 'nothing-to-import' } })
  const reading = guess()
  const open = profile.firms.filter(index => index !== firm)
  if (open.length > 0) return { profile: { ...profile, firms: open }, reading, names }
  const read =
    early && canonicalJson(early.reading) === canonicalJson(reading) ? early.reader.finish() : undefined
  return planAsFound(app, { table, reading, columns: columnFindings(profile), read })
}

async function wideLayoutOf(file: Table, names: Names): Promise<WideLayout | null> {
  for await (const rows of file.batches()) return findWideLayout(rows, names) ?? null
  return null
}

/** What stands beside the counts of a wide sheet is looked through as it was sent, titles too. */
async function refusePersonal(file: Table, names: Names): Promise<void> {
  const profiler = new SheetProfiler(names)
  for await (const rows of file.batches()) profiler.take(rows)
  const profile = profiler.finish()
  if (profile.firms.length > 0) refuseFirms(profile)
}

/** The first rows mostly show already how all are to be read; if the last ones show otherwise, they are read again. */
function beginReading(reading: Reading, context: ReadingContext) {
  return { reading, reader: new RowReader(reading, context) }
}

/** An import of which nothing is known yet but where it comes from. */
export function newImport(
  app: App,
  actor: Actor,
  file: { name: string; sha256: string; bytes: { length: number }; source: RegistrationImport['source'] },
): RegistrationImport {
  return {
    id: app.newId(),
    fileName: file.name.slice(0, 200),
    sha256: file.sha256,
    bytes: file.bytes.length,
    receivedAt: app.clock.now(),
    receivedBy: actor.kind === 'user' ? actor.id : null,
    source: file.source,
    rowsRead: 0,
    rowsRefused: 0,
    cellsStored: 0,
    cellsChanged: 0,
    totalBefore: 0,
    totalAfter: 0,
    firstDay: null,
    lastDay: null,
    committedAt: null,
    committedBy: null,
    undoneAt: null,
    undoneBy: null,
    discardedAt: null,
  }
}
