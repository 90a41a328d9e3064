import { promises as fs } from 'node:fs'
import path from 'node:path'
import { FileMigrationProvider, Migrator } from 'kysely'
import type { Connection } from './connection.js'

/** Beside the source when run from it, beside the compiled code when that runs. */
const migrationFolder = path.resolve(import.meta.dirname, '../../db/migrations')

/** Brings the database to this version of the program; refuses one that a newer version has changed. */
export async function migrate({ writer }: Connection): Promise<string[]> {
  const migrator = new Migrator({
    db: writer,
    provider: new FileMigrationProvider({ fs, path, migrationFolder }),
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw schemaError(error, results?.find(result => result.status === 'Error')?.migrationName)
  return (results ?? []).map(result => result.migrationName)
}

function schemaError(error: unknown, failed: string | undefined): Error {
  const why = error instanceof Error ? error.message : String(error)
  if (/corrupted migrations/.test(why)) {
    return new Error(
      'this database was made by another version of Gaung: start that version, or restore a backup with `npm run restore`',
    )
  }
  return new Error(`the database could not be migrated${failed ? ` (${failed})` : ''}: ${why}`, {
    cause: error,
  })
}
