import { sqlMigration } from '../../src/db/sql-migration.js'

/** What was measured of a proof's file, and which proofs are the same or nearly the same picture. */
export const { up } = sqlMigration(`
alter table files add column width integer;
alter table files add column height integer;
alter table files add column seconds real;

create table picture_bands (
  key integer not null,
  file_id text not null references files (id),
  primary key (key, file_id)
) strict;

create table evidence_alarms (
  id text primary key,
  evidence_id text not null references evidence (id),
  other_id text not null references evidence (id),
  kind text not null check (kind in ('same-file', 'similar-picture')),
  distance integer not null check (distance between 0 and 256),
  raised_at text not null,
  settled_at text,
  settled_by text references users (id),
  settlement text,
  unique (evidence_id, other_id),
  check ((settled_at is null) = (settled_by is null)),
  check ((settled_at is null) = (settlement is null))
) strict;

create index evidence_alarms_other on evidence_alarms (other_id);
create index evidence_alarms_open on evidence_alarms (raised_at) where settled_at is null;
create index evidence_file on evidence (file_id);
`)
