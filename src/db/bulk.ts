/** One statement over many rows. Compiling thousands of values costs more than running them: it is done once per size. */
import { setImmediate } from 'node:timers/promises'
import { CompiledQuery, type Kysely } from 'kysely'
import type { Schema } from './schema.js'

const rowsAtATime = 500

export interface BulkStatement<T> {
  /** The statement for some rows; its parameters must be `parameters` of them, in that order. */
  compile(rows: readonly T[]): CompiledQuery
  parameters(rows: readonly T[]): unknown[]
}

/** Other requests are answered between the chunks. */
export async function runBulk<T>(
  db: Kysely<Schema>,
  rows: readonly T[],
  statement: BulkStatement<T>,
): Promise<void> {
  const texts = new Map<number, string>()
  for (let start = 0; start < rows.length; start += rowsAtATime) {
    const chunk = rows.slice(start, start + rowsAtATime)
    const text = texts.get(chunk.length) ?? statement.compile(chunk).sql
    texts.set(chunk.length, text)
    await db.executeQuery(CompiledQuery.raw(text, statement.parameters(chunk)))
    await setImmediate()
  }
}
