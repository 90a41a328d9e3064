import { sqlMigration } from '../../src/db/sql-migration.js'

/** What an import brought is found by its districts and days; the index of imports only made every import slower. */
export const { up } = sqlMigration(`
drop index registration_counts_import;
`)
