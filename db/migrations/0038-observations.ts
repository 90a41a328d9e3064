import { sqlMigration } from '../../src/db/sql-migration.js'

/** What somebody who is not the outlet saw or heard of a broadcast. Nothing is overwritten: a mistake is withdrawn. */
export const { up } = sqlMigration(`
create table observations (
  id text primary key,
  broadcast_id text not null references broadcasts (id),
  observer text not null check (observer in ('office', 'monitor', 'authority', 'public')),
  seen text not null check (seen in ('ran', 'did-not-run')),
  day text not null,
  minute integer,
  note text not null,
  file_id text references files (id),
  given_by text not null references users (id),
  given_at text not null,
  withdrawn_at text,
  withdrawn_by text references users (id),
  withdraw_reason text,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdraw_reason is null))
) strict;

create index observations_broadcast on observations (broadcast_id);
`)
