import { sqlMigration } from '../../src/db/sql-migration.js'

/** What planners fill in over several sittings, bring in from files, and say anew: drafts, imports, later versions. */
export const { up } = sqlMigration(`
alter table campaigns add column budget_negotiated_rupiah integer check (budget_negotiated_rupiah >= 0);
alter table campaigns add column budget_free_rupiah integer check (budget_free_rupiah >= 0);
alter table campaigns add column copied_from text references campaigns (id);

alter table messages add column replaces_id text references messages (id);
alter table messages add column returned_at text;
alter table messages add column returned_by text references users (id);
alter table messages add column return_reason text;
alter table messages add column retired_by text references users (id);
alter table messages add column retire_reason text;

alter table materials add column replaces_id text references materials (id);
alter table materials add column file_seconds integer check (file_seconds >= 0);

create index materials_replaces on materials (replaces_id);

create table form_drafts (
  user_id text not null references users (id) on delete cascade,
  form text not null,
  typed text not null,
  saved_at text not null,
  primary key (user_id, form)
) strict;

create table outlet_imports (
  id text primary key,
  kind text not null check (kind in ('outlets', 'coverage')),
  file_name text not null,
  sha256 text not null,
  source text not null,
  as_of text,
  rows_read integer not null,
  rows_refused integer not null,
  report text not null,
  changes text not null,
  created_at text not null,
  created_by text not null references users (id),
  committed_at text,
  committed_by text references users (id),
  undone_at text,
  undone_by text references users (id),
  discarded_at text
) strict;

create index outlet_imports_sha256 on outlet_imports (sha256);
`)
