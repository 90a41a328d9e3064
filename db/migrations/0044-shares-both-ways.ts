import { sqlMigration } from '../../src/db/sql-migration.js'

/** A split gives all of the new district back to the old one; of a merger it has to be said how much. */
export const { up } = sqlMigration(`
alter table district_changes add column share_back real not null default 1 check (share_back between 0 and 1);
`)
