/** How values that SQL has no type for are kept: lists as JSON text, truth as 0 or 1, versions as a guard. */
import type { Kysely } from 'kysely'
import { Conflict } from '../domain/errors.js'
import type { Schema } from './schema.js'

export function list<T = string>(json: string): T[] {
  return JSON.parse(json) as T[]
}

export function flag(value: boolean): number {
  return value ? 1 : 0
}

type Versioned =
  | 'campaigns'
  | 'contacts'
  | 'fieldEvents'
  | 'makegoods'
  | 'materials'
  | 'mediaOrders'
  | 'messages'
  | 'outlets'
  | 'stationLogs'
  | 'users'

/** Changes one row if nobody else has since it was read; refuses with "changed meanwhile" otherwise. */
export async function updateVersioned(
  db: Kysely<Schema>,
  table: Versioned,
  { id, version }: { id: string; version: number },
  change: object,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable(table as 'users')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Conflict('changed-meanwhile')
}

/** Many rows in statements of a size every database takes. */
export async function inChunks<T>(
  rows: readonly T[],
  write: (chunk: T[]) => Promise<unknown>,
): Promise<void> {
  const size = 500
  for (let start = 0; start < rows.length; start += size) await write(rows.slice(start, start + size))
}
