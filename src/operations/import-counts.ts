/** Counts that another program sends: the same rules as for a file, all of them kept or none. */
import { createHash } from 'node:crypto'
import type { App } from '../app.js'
import type { Actor } from '../domain/actor.js'
import { storedBy } from '../domain/registration-changes.js'
import type { Refusal } from '../domain/registration-refusal.js'
import type { ImportWithReport, RowSums } from '../domain/import-report.js'
import type { Reading } from '../domain/registration-sheet.js'
import { isTotalLabel } from '../domain/sheet-cells.js'
import { addDays, type Day } from '../domain/time.js'
import { commitRegistrationImport } from './commit-registration-import.js'
import { planReceived, receiveRegistrations } from './receive-registrations.js'

export interface SentCount {
  day: Day
  /** A name or a code, as in a file. */
  district: string
  stream: string
  /** Null for a day that is not reported. */
  count: number | null
  /** How many days end on `day`; 1 when it is left out. */
  spanDays?: number | undefined
}

export interface CountsImported {
  /** Null where everything was known already. */
  importId: string | null
  /** False where the very same counts, or nothing but known ones, were sent. */
  changed: boolean
  rows: RowSums
  cellsStored: number
  cellsChanged: number
}

/** Refused whole: every count that is wrong, by its place in what was sent. */
export class CountsRefused extends Error {
  readonly refusals: (Pick<Refusal, 'reason' | 'column' | 'text' | 'detail'> & { index: number })[]
  constructor(refusals: readonly Refusal[]) {
    super(`${refusals.length} counts refused`)
    this.refusals = refusals.map(({ line, ...refusal }) => ({ index: line - 2, ...refusal }))
  }
}

export async function importCounts(
  app: App,
  actor: Actor,
  { source, counts }: { source: string; counts: readonly SentCount[] },
): Promise<CountsImported> {
  refuseTotals(counts)
  const bytes = Buffer.from(
    app.tables.csv([['day', 'district', 'stream', 'count'], ...counts.map(rowOf)], ','),
  )
  const known = await app.store.registrationImports.findCommittedByHash(hashOf(bytes))
  if (known) return answer((await app.store.registrationImports.find(known.id))!)
  const file = { name: source, bytes, source: 'api' as const, told }
  const { report, changes } = await planReceived(app, file)
  if (report.rows.refused > 0) throw new CountsRefused(report.refusals)
  if (storedBy(changes).stored === 0)
    return { importId: null, changed: false, rows: report.rows, cellsStored: 0, cellsChanged: 0 }
  const { id } = await receiveRegistrations(app, actor, file)
  const batch = (await app.store.registrationImports.find(id))!
  const committed = await commitRegistrationImport(app, actor, id, { leaveOutRefused: false })
  return { ...answer({ ...batch, ...committed }), changed: true }
}

/** Nothing is guessed: the columns are as they are described. */
const told: Partial<Reading> = {
  roles: ['day', 'district', 'stream', 'count'],
  dataFrom: 2,
  dash: 'not-reported',
  dayOrder: 'day-month',
  measure: 'daily',
  measureChosen: true,
  wide: null,
  lots: null,
}

/** In a file a row of totals is left out and told; a program that sends one has made a mistake. */
function refuseTotals(counts: readonly SentCount[]): void {
  const refusals = counts.flatMap(({ district, stream }, index): Refusal[] => {
    const text = [district, stream].find(isTotalLabel)
    const place = { line: index + 2, column: text === district ? 'district' : 'stream' }
    const reason = text === district ? 'district-unknown' : 'stream-unknown'
    return text === undefined ? [] : [{ ...place, text, reason, detail: null }]
  })
  if (refusals.length > 0) throw new CountsRefused(refusals)
}

function rowOf({ day, district, stream, count, spanDays = 1 }: SentCount): (string | number)[] {
  const days = spanDays === 1 ? day : `${addDays(day, 1 - spanDays)} – ${day}`
  return [days, district, stream, count ?? '']
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function answer({ id, report, cellsStored, cellsChanged }: ImportWithReport): CountsImported {
  return { importId: id, changed: false, rows: report.rows, cellsStored, cellsChanged }
}
