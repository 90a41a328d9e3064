import { sqlMigration } from '../../src/db/sql-migration.js'

/** Keys for other programs. Only a hash of each is kept: the database alone opens nothing. */
export const { up } = sqlMigration(`
create table api_tokens (
  id text primary key,
  name text not null,
  scopes text not null,
  secret_hash text not null unique,
  created_at text not null,
  created_by text not null references users (id),
  expires_at text not null,
  revoked_at text,
  revoked_by text references users (id),
  check ((revoked_at is null) = (revoked_by is null))
) strict;
`)
