import { sqlMigration } from '../../src/db/sql-migration.js'

/** Who took a material out of use, and why. */
export const { up } = sqlMigration(`
alter table materials add column retired_by text references users (id);
alter table materials add column retire_reason text;
`)
