import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * A forward-only migration written as SQL in the SQLite dialect. For PostgreSQL three words are translated:
 * `strict` goes, `integer` becomes `bigint`, `real` becomes `double precision`.
 */
export function sqlMigration(text: string): { up: (db: Kysely<unknown>) => Promise<void> } {
  return {
    up: async db => {
      const isSqlite = db.getExecutor().adapter.constructor.name === 'SqliteAdapter'
      for (const statement of statementsOf(text)) {
        await sql.raw(isSqlite ? statement : forPostgres(statement)).execute(db)
      }
    },
  }
}

function statementsOf(text: string): string[] {
  const parts = text.split(/;\s*\n/)
  return parts.map(part => part.trim()).filter(Boolean)
}

function forPostgres(statement: string): string {
  return statement
    .replace(/\)\s*strict$/, ')')
    .replace(/\binteger\b/g, 'bigint')
    .replace(/\breal\b/g, 'double precision')
}
