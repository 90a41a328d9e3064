/** Runs the same tests on SQLite and, where it is installed, on PostgreSQL. */
import { openDatabase, type Connection } from '../../src/db/connection.js'
import { migrate } from '../../src/db/migrate.js'
import { createStore, type Store } from '../../src/db/store.js'
import { newPostgres, postgresPrograms } from './postgres.js'
import { skipBecause } from './skip.js'
import { sqliteAddress } from './template.js'

export interface Opened {
  address: string
  connection: Connection
  store: Store
}

/** `fresh()` opens a migrated database of its own; all are closed when the group ends. */
export function onEachDatabase(
  what: string,
  tests: (fresh: () => Promise<Opened>, kind: Connection['kind']) => void,
): void {
  const places = { sqlite: () => Promise.resolve(sqliteAddress()), postgres: newPostgres }
  for (const kind of ['sqlite', 'postgres'] as const) {
    describe(`${what} (${kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'})`, function () {
      this.timeout(60_000)
      const opened: Connection[] = []
      before(function () {
        if (kind === 'postgres' && !postgresPrograms())
          skipBecause(this, 'PostgreSQL is not installed (initdb not found)')
      })
      after(async () => {
        for (const connection of opened) await connection.close()
      })
      tests(async () => {
        const address = await places[kind]()
        const connection = await openDatabase(address)
        opened.push(connection)
        await migrate(connection)
        return { address, connection, store: createStore(connection) }
      }, kind)
    })
  }
}
