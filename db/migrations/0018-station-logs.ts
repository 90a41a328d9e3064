import { sqlMigration } from '../../src/db/sql-migration.js'

/**
 * A station's own list of what it ran: kept as a preview, then matched to its broadcasts for good. What was found is
 * stored with it; what staff made of a line stands beside it, with who and why. Habits are how an outlet writes its logs.
 */
export const { up } = sqlMigration(`
create table station_logs (
  id text primary key,
  outlet_id text not null references outlets (id),
  first_day text not null,
  last_day text not null,
  file_id text not null references files (id),
  file_name text not null,
  received_at text not null,
  received_by_contact text references contacts (id),
  received_by_user text references users (id),
  reading text not null,
  rows text not null,
  names text not null,
  missing text not null check (missing in ('did-not-run', 'not-known')),
  committed_at text,
  discarded_at text,
  evidence_id text references evidence (id),
  grade text check (grade in ('E1', 'E2')),
  finding text,
  trusted_at text,
  trusted_by text references users (id),
  trust_reason text,
  version integer not null default 1,
  check (first_day <= last_day),
  check ((received_by_contact is null) <> (received_by_user is null)),
  check (committed_at is null or discarded_at is null),
  check ((committed_at is null) = (grade is null)),
  check ((trusted_at is null) = (trusted_by is null))
) strict;

create index station_logs_outlet on station_logs (outlet_id, received_at);
create index station_logs_evidence on station_logs (evidence_id);

create table station_log_runs (
  log_id text not null references station_logs (id),
  position integer not null,
  broadcast_id text references broadcasts (id),
  kind text not null,
  sheet text not null,
  line integer,
  day text,
  minute integer,
  second integer,
  seconds integer,
  text text not null,
  material_id text references materials (id),
  overruled_at text,
  overruled_by text references users (id),
  overrule_reason text,
  primary key (log_id, position),
  check ((overruled_at is null) = (overruled_by is null))
) strict;

create index station_log_runs_broadcast on station_log_runs (broadcast_id);

create table outlet_log_habits (
  outlet_id text primary key references outlets (id),
  reading text not null,
  names text not null,
  updated_at text not null
) strict;
`)
