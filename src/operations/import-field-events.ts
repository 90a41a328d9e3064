import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, Invalid, NotFound } from '../domain/errors.js'
import type { FieldEvent } from '../domain/field-event.js'
import type { FieldEventColumn } from '../domain/field-event-row.js'
import { readFieldEventSheet, withKnownEvents, type FieldEventSheet } from '../domain/field-event-sheet.js'
import { looksLikeNationalId } from '../domain/personal-data.js'
import type { TableRow } from '../domain/table.js'
import { record } from './record.js'
import { keepFieldEvent } from './save-field-event.js'

const mostRows = 500
const subjectKind = 'field-event-import'

/** The file under its content, so that the same file is the same import. */
export type ReceivedEvents = { id: string } | { missing: FieldEventColumn }

/** Keeps a list of field events as a preview: nothing of it counts yet. */
export async function receiveFieldEvents(
  app: App,
  actor: UserActor,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<ReceivedEvents> {
  const sheet = await sheetOf(app.store, await rowsOf(app, bytes))
  if (sheet.missing) return { missing: sheet.missing }
  const [rows, refused] = [sheet.events.length + sheet.mistakes.length, sheet.mistakes.length]
  if (rows === 0) throw new Invalid({ file: { code: 'nothing-to-import' } })
  const { sha256 } = await app.files.keep(bytes)
  await app.store.write(store =>
    record(app, store, actor, {
      action: 'field-events-received',
      subject: [subjectKind, sha256],
      after: { fileName: name.slice(0, 200), sha256, rows, refused },
    }),
  )
  return { id: sha256 }
}

/** What a kept file would add to the diary as it is now. */
export async function lookAtFieldEvents(app: App, id: string): Promise<FieldEventSheet> {
  return sheetOf(app.store, await receivedRows(app, id))
}

/** Notes every event of the file that the diary lacks, all or none; `seen` is how many of them were shown. */
export async function importFieldEvents(
  app: App,
  actor: UserActor,
  { id, seen }: { id: string; seen: number },
): Promise<FieldEvent[]> {
  const rows = await receivedRows(app, id)
  return app.store.write(async store => {
    const { events, mistakes } = await sheetOf(store, rows)
    const fresh = events.filter(event => !event.isKnown)
    if (mistakes.length > 0 || fresh.length === 0 || fresh.length !== seen)
      throw new Conflict('changed-meanwhile')
    const added: FieldEvent[] = []
    for (const { line, facts } of fresh)
      added.push(await keepFieldEvent(app, store, actor, { ...facts, from: { sha256: id, line } }))
    await record(app, store, actor, {
      action: 'field-events-imported',
      subject: [subjectKind, id],
      after: { sha256: id, rows: events.length, added: added.length },
    })
    app.wake('judge-campaigns')
    return added
  })
}

/** Files kept for anything else are none of these. */
async function receivedRows(app: App, id: string): Promise<TableRow[]> {
  const received = await app.store.audit.count({ subjectKind, subjectId: id })
  if (received === 0) throw new NotFound('import')
  return rowsOf(app, await app.files.read(id))
}

async function sheetOf(store: Store, rows: readonly TableRow[]): Promise<FieldEventSheet> {
  const [districts, aliases] = await Promise.all([store.districts.list(), store.districts.aliases()])
  const sheet = readFieldEventSheet(rows, { districts, aliases })
  const days = sheet.events.flatMap(({ facts }) => [facts.firstDay, facts.lastDay]).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  return first && last ? withKnownEvents(sheet, await store.fieldEvents.between(first, last)) : sheet
}

async function rowsOf(app: App, bytes: Buffer): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const batch of (await app.tables.open(bytes)).batches()) {
    rows.push(...batch)
    if (rows.length > mostRows)
      throw new Invalid({ file: { code: 'too-many-rows', values: { most: mostRows } } })
  }
  for (const { cells, line } of rows) {
    const column = cells.findIndex(looksLikeNationalId)
    if (column !== -1)
      throw new Invalid({ file: { code: 'looks-like-national-ids', values: { column: column + 1, line } } })
  }
  return rows
}
