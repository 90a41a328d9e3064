import { sqlMigration } from '../../src/db/sql-migration.js'

/** Spikes that are no longer in force are deleted; for each, the database looks for those it was made of. */
export const { up } = sqlMigration(`
create index spikes_common on spikes (common_id);
`)
