import { sqlMigration } from '../../src/db/sql-migration.js'

/** A file plays 29.4 seconds as well as 30; nothing was measured before. */
export const { up } = sqlMigration(`
alter table materials drop column file_seconds;
alter table materials add column file_seconds real check (file_seconds >= 0);
`)
