import { sqlMigration } from '../../src/db/sql-migration.js'

/** When registrations last changed is asked on every page that sums them: the index answers it alone. */
export const { up } = sqlMigration(`
create index registration_imports_moments on registration_imports (committed_at, undone_at);
`)
