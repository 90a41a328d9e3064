import { sqlMigration } from '../../src/db/sql-migration.js'

/** Whether somebody wants the weekly digest. Nobody gets one unasked. */
export const { up } = sqlMigration(`
create table digest_wishes (
  user_id text primary key references users (id),
  wanted integer not null check (wanted in (0, 1)),
  changed_at text not null
) strict;
`)
