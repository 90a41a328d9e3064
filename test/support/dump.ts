import { sql } from 'kysely'
import type { Connection } from '../../src/db/connection.js'

/** What a visit may change by itself: whom it is, and when jobs ran. */
const living = ['sessions', 'jobs', 'job_runs', 'jobRuns']

/** Every row of every table, to be compared with a later one. */
export async function dump({ reader }: Connection): Promise<Record<string, unknown[]>> {
  const tables = (await reader.introspection.getTables()).filter(({ name }) => !living.includes(name))
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const found = await sql<object>`select * from ${sql.table(name)}`.execute(reader)
      return [name, found.rows.map(row => JSON.stringify(row)).toSorted()]
    }),
  )
  return Object.fromEntries(rows)
}
