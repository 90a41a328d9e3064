/** Opens the database: SQLite in a file, or PostgreSQL by its address. One Kysely to read with, one to write with. */
import type { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'
import type { Schema } from './schema.js'
import { openSqlite } from './sqlite-connection.js'

export interface Connection {
  kind: 'sqlite' | 'postgres'
  reader: Kysely<Schema>
  writer: Kysely<Schema>
  /** True inside `store.write`: there the reader is out of bounds. */
  writing: AsyncLocalStorage<true>
  /** Copies the whole database to a file while it is in use (SQLite only). */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

export async function openDatabase(address: string): Promise<Connection> {
  if (!address.startsWith('postgres')) return openSqlite(address.replace(/^sqlite:/, ''))
  const { openPostgres } = await import('./postgres-connection.js')
  return openPostgres(address)
}
