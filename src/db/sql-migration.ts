import type { Kysely, Migration } from 'kysely'
import { sql } from 'kysely'

/**
 * A forward-only migration written as SQL in the SQLite dialect. For PostgreSQL three words are translated:
 * `strict` goes, `integer` becomes `bigint`, `real` becomes `double precision`.
 */
export function sqlMigration(text: string): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const isSqlite = db.getExecutor().adapter.constructor.name === 'SqliteAdapter'
      for (const statement of text
        .split(/;\s*\n/)
        .map(part => part.trim())
        .filter(Boolean)) {
        await sql.raw(isSqlite ? statement : forPostgres(statement)).execute(db)
      }
    },
  }
}

function forPostgres(statement: string): string {
  return statement
    .replace(/\)\s*strict$/, ')')
    .replace(/\binteger\b/g, 'bigint')
    .replace(/\breal\b/g, 'double precision')
}
