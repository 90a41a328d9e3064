import { sqlMigration } from '../../src/db/sql-migration.js'

/** Where a year is heading, how late registrations come in, and targets that stand above those of districts. */
export const { up } = sqlMigration(`
create table year_end_forecasts (
  year integer not null,
  stream_id text not null references streams (id),
  scope text not null,
  as_of text not null,
  through_day text not null,
  so_far integer not null,
  median real,
  spread real,
  back_tests integer not null,
  method_version text not null,
  input_fingerprint text not null,
  primary key (year, stream_id, scope, as_of),
  check ((median is null) = (spread is null))
) strict;

create table reporting_delays (
  stream_id text not null references streams (id),
  scope text not null,
  as_of text not null,
  status text not null check (status in ('known', 'too-little-history', 'no-registrations-before')),
  complete_through text,
  completeness text not null,
  periods text not null,
  primary key (stream_id, scope)
) strict;

create table target_totals (
  version_id text not null references target_versions (id),
  scope text not null,
  stream_id text not null,
  amount integer not null check (amount >= 0),
  primary key (version_id, scope, stream_id)
) strict;
`)
