/** PostgreSQL by its address: connections that may only read, and one that writes. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { CamelCasePlugin, CompiledQuery, HandleEmptyInListsPlugin, Kysely } from 'kysely'
import { PostgresDialect, PostgresDriver, replaceWithNoncontingentExpression } from 'kysely'
import type { DatabaseConnection, Driver, KyselyPlugin, TransactionSettings } from 'kysely'
import pg from 'pg'
import type { Connection } from './connection.js'
import { outOfBounds } from './out-of-bounds.js'
import type { Schema } from './schema.js'

export function openPostgres(address: string): Connection {
  // Counts come as INT8, sums of them as NUMERIC; both stay far below what a number holds exactly.
  for (const type of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) pg.types.setTypeParser(type, Number)
  const readers = new pg.Pool({
    connectionString: address,
    connectionTimeoutMillis: 10_000,
    options: '-c default_transaction_read_only=on',
  })
  // Whoever wants to write waits in line, however long the change before takes.
  const writers = new pg.Pool({ connectionString: address, max: 1 })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  for (const pool of [readers, writers]) pool.on('error', () => {})
  const writing = new AsyncLocalStorage<true>()
  const reader = postgresKysely(readers, [outOfBounds(writing)])
  const writer = postgresKysely(writers)
  return {
    kind: 'postgres',
    reader,
    writer,
    writing,
    backup: () => Promise.reject(new Error('PostgreSQL is backed up with its own tools (pg_dump)')),
    close: async () => {
      await reader.destroy()
      await writer.destroy()
    },
  }
}

/** PostgreSQL knows no empty list: `in ()` is made false and `not in ()` true, as SQLite has them. */
const emptyLists = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })

function postgresKysely(pool: pg.Pool, plugins: KyselyPlugin[] = []): Kysely<Schema> {
  class Dialect extends PostgresDialect {
    override createDriver(): Driver {
      return new SerialDriver({ pool })
    }
  }
  return new Kysely<Schema>({
    dialect: new Dialect({ pool }),
    plugins: [new CamelCasePlugin(), emptyLists, ...plugins],
  })
}

/** One change after another, from every process: operations load, decide and write, as if they were alone. */
class SerialDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    await super.beginTransaction(connection, settings)
    await connection.executeQuery(CompiledQuery.raw('select pg_advisory_xact_lock(4715023)'))
  }
}
