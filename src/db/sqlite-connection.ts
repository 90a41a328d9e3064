/** SQLite in a file: one handle that only reads, one that writes. */
import { AsyncLocalStorage } from 'node:async_hooks'
import Database from 'better-sqlite3'
import { CamelCasePlugin, CompiledQuery, Kysely, SqliteDialect, SqliteDriver } from 'kysely'
import type { DatabaseConnection, Driver, KyselyPlugin } from 'kysely'
import type { Connection } from './connection.js'
import { outOfBounds } from './out-of-bounds.js'
import type { Schema } from './schema.js'

export function openSqlite(file: string): Connection {
  const writing = new AsyncLocalStorage<true>()
  const writeHandle = new Database(file)
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'busy_timeout = 5000',
    // A large import would otherwise write its pages out and read them back while it runs.
    'cache_size = -65536',
  ]) {
    writeHandle.pragma(pragma)
  }
  const readHandle = new Database(file, { readonly: true })
  readHandle.pragma('busy_timeout = 5000')
  readHandle.pragma('cache_size = -65536')
  const reader = sqliteKysely(readHandle, [outOfBounds(writing)])
  const writer = sqliteKysely(writeHandle)
  return {
    kind: 'sqlite',
    reader,
    writer,
    writing,
    backup: target => copySnapshot(file, target),
    close: async () => {
      await reader.destroy()
      await writer.destroy()
      // Kysely closes only what it has used; the writer closes last, and takes the -wal file with it.
      readHandle.close()
      writeHandle.close()
    },
  }
}

/** From one read transaction: what is written meanwhile neither gets into the copy nor makes it begin again. */
async function copySnapshot(file: string, target: string): Promise<void> {
  const source = new Database(file, { readonly: true })
  try {
    source.exec('begin')
    source.prepare('select count(*) from sqlite_schema').get()
    await source.backup(target)
  } finally {
    source.close()
  }
  const copy = new Database(target)
  copy.pragma('journal_mode = DELETE') // one file, that opens from a read-only disk too
  copy.close()
}

/** A database file that nobody writes: to look into a backup without changing it. */
export function openToRead(file: string): Kysely<Schema> {
  const handle = new Database(file, { readonly: true })
  return sqliteKysely(handle)
}

function sqliteKysely(handle: Database.Database, plugins: KyselyPlugin[] = []): Kysely<Schema> {
  const database = withPreparedStatements(handle)
  class Dialect extends SqliteDialect {
    override createDriver(): Driver {
      return new ImmediateDriver({ database })
    }
  }
  return new Kysely<Schema>({
    dialect: new Dialect({ database }),
    plugins: [new CamelCasePlugin(), ...plugins],
  })
}

/** Begins writes at once (a read that turns into a write would fail when another process wrote meanwhile). */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** Kysely prepares each statement anew; keeping them by their text saves a third of a short query. */
function withPreparedStatements(handle: Database.Database) {
  const kept = new Map<string, Database.Statement>()
  return {
    close: () => void handle.close(),
    prepare(sql: string) {
      const known = kept.get(sql)
      if (known) return known
      if (kept.size >= 500) kept.clear()
      const statement = handle.prepare(sql)
      kept.set(sql, statement)
      return statement
    },
  }
}
