import { sqlMigration } from '../../src/db/sql-migration.js'

/** What an outlet says of a broadcast, what it shows for it, and what staff make of that. Nothing is overwritten. */
export const { up } = sqlMigration(`
create table files (
  id text primary key,
  sha256 text not null unique,
  media_type text not null,
  bytes integer not null,
  original_name text not null,
  perceptual_hash text,
  stored_at text not null
) strict;

create table evidence (
  id text primary key,
  kind text not null check (kind in ('log', 'recording', 'clip', 'photo', 'page', 'screenshot', 'address', 'other')),
  file_id text references files (id),
  url text,
  first_seen text,
  last_seen text,
  edition text,
  page text,
  note text not null,
  given_by_contact text references contacts (id),
  given_by_user text references users (id),
  given_at text not null,
  withdrawn_at text,
  check ((file_id is null) <> (url is null)),
  check ((given_by_contact is null) <> (given_by_user is null))
) strict;

create table evidence_broadcasts (
  evidence_id text not null references evidence (id),
  broadcast_id text not null references broadcasts (id),
  primary key (evidence_id, broadcast_id)
) strict;

create index evidence_broadcasts_broadcast on evidence_broadcasts (broadcast_id);

create table confirmations (
  id text primary key,
  broadcast_id text not null references broadcasts (id),
  number integer not null check (number >= 1),
  is_current integer not null check (is_current in (0, 1)),
  answer text not null check (answer in ('ran', 'ran-differently', 'did-not-run', 'not-known')),
  actual_day text,
  actual_minute integer,
  actual_seconds integer,
  actual_material_id text references materials (id),
  announcer_read integer not null check (announcer_read in (0, 1)),
  reason text,
  note text not null,
  given_by_contact text references contacts (id),
  given_by_user text references users (id),
  link_id text references links (id),
  given_at text not null,
  unique (broadcast_id, number),
  check ((given_by_contact is null) <> (given_by_user is null))
) strict;

create unique index confirmations_current on confirmations (broadcast_id) where is_current = 1;

create table verifications (
  id text primary key,
  confirmation_id text not null references confirmations (id),
  broadcast_id text not null references broadcasts (id),
  decision text not null check (decision in ('verified', 'disputed', 'returned', 'reopened')),
  is_current integer not null check (is_current in (0, 1)),
  grade text not null check (grade in ('E0', 'E1', 'E2', 'E3', 'E4')),
  reason text not null,
  decided_by text not null references users (id),
  decided_at text not null
) strict;

create unique index verifications_current on verifications (broadcast_id) where is_current = 1;
create index verifications_confirmation on verifications (confirmation_id);

create table period_locks (
  id text primary key,
  through_day text not null,
  locked_at text not null,
  locked_by text not null references users (id),
  reopened_at text,
  reopened_by text references users (id),
  reopen_reason text
) strict;
`)
