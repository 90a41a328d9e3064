import { sqlMigration } from '../../src/db/sql-migration.js'

/** The numbers everything else is judged by, each with the time from which and until which it was known. */
export const { up } = sqlMigration(`
create table registration_imports (
  id text primary key,
  file_name text not null,
  sha256 text not null,
  bytes integer not null,
  received_at text not null,
  received_by text references users (id),
  source text not null check (source in ('upload', 'folder', 'api', 'demo')),
  reading text not null,
  rows_read integer not null,
  rows_refused integer not null,
  cells_stored integer not null,
  cells_changed integer not null,
  total_before integer not null,
  total_after integer not null,
  first_day text,
  last_day text,
  report text not null,
  committed_at text,
  committed_by text references users (id),
  undone_at text,
  undone_by text references users (id),
  discarded_at text
) strict;

create unique index registration_imports_file on registration_imports (sha256)
  where committed_at is not null and undone_at is null;

create table registration_counts (
  district_code text not null references districts (code),
  stream_id text not null references streams (id),
  day text not null,
  known_from text not null,
  known_to text,
  span_days integer not null default 1 check (span_days >= 1),
  state text not null check (state in ('reported', 'not-reported', 'not-applicable')),
  count integer check (count >= 0),
  import_id text not null references registration_imports (id),
  primary key (district_code, stream_id, day, known_from),
  check ((state = 'reported') = (count is not null))
) strict;

create index registration_counts_day on registration_counts (day, stream_id, district_code, count)
  where known_to is null;
create index registration_counts_import on registration_counts (import_id);

create table employer_lots (
  id text primary key,
  district_code text not null references districts (code),
  stream_id text not null references streams (id),
  day text not null,
  size integer not null check (size > 0),
  firm_key text not null,
  known_from text not null,
  known_to text,
  import_id text not null references registration_imports (id)
) strict;

create index employer_lots_day on employer_lots (day, district_code);

create table target_versions (
  id text primary key,
  year integer not null,
  number integer not null,
  reason text not null,
  authors text not null,
  created_at text not null,
  submitted_at text,
  submitted_by text references users (id),
  approved_at text,
  approved_by text references users (id),
  unique (year, number),
  check ((approved_at is null) = (approved_by is null))
) strict;

create table targets (
  version_id text not null references target_versions (id),
  district_code text not null references districts (code),
  stream_id text not null references streams (id),
  month text not null,
  amount integer not null check (amount >= 0),
  primary key (version_id, district_code, stream_id, month)
) strict;

create table published_figures (
  id text primary key,
  through_day text not null,
  amount integer not null check (amount >= 0),
  scope text not null,
  source text not null,
  note text not null
) strict;

create table field_events (
  id text primary key,
  kind text not null check (kind in
    ('joint-inspection', 'job-fair', 'employer-drive', 'outage', 'policy-change', 'other')),
  title text not null,
  first_day text not null,
  last_day text not null,
  note text not null,
  created_by text not null references users (id),
  created_at text not null,
  cancelled_at text,
  version integer not null default 1,
  check (first_day <= last_day)
) strict;

create table field_event_districts (
  event_id text not null references field_events (id),
  district_code text not null references districts (code),
  primary key (event_id, district_code)
) strict;

create index field_event_districts_district on field_event_districts (district_code);
`)
