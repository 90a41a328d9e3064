import { sqlMigration } from '../../src/db/sql-migration.js'

/** What a campaign says, to whom, where and when, and the material it runs. */
export const { up } = sqlMigration(`
create table streams (
  id text primary key,
  kind text not null check (kind in ('self', 'employer')),
  position integer not null
) strict;

create table stream_names (
  stream_id text not null references streams (id),
  name_id text not null,
  name_en text not null,
  valid_from text not null,
  valid_to text,
  primary key (stream_id, valid_from)
) strict;

create table messages (
  id text primary key,
  programme text not null,
  title_id text not null,
  title_en text not null,
  claim_id text not null,
  claim_en text not null,
  legal_source text not null,
  source_seen integer not null check (source_seen in (0, 1)),
  authors text not null,
  created_at text not null,
  approved_at text,
  approved_by text references users (id),
  retired_at text,
  version integer not null default 1
) strict;

create table campaigns (
  id text primary key,
  code text not null unique,
  name text not null,
  objective text not null,
  first_day text not null,
  last_day text not null,
  budget_rupiah integer not null check (budget_rupiah >= 0),
  owner_id text not null references users (id),
  authors text not null,
  created_at text not null,
  submitted_at text,
  submitted_by text references users (id),
  returned_at text,
  returned_by text references users (id),
  return_reason text,
  approved_at text,
  approved_by text references users (id),
  closed_at text,
  closed_by text references users (id),
  cancelled_at text,
  cancelled_by text references users (id),
  cancel_reason text,
  version integer not null default 1,
  check (first_day <= last_day),
  check ((approved_at is null) = (approved_by is null)),
  check ((cancelled_at is null) = (cancel_reason is null)),
  check (approved_by is null or approved_by <> owner_id)
) strict;

create table campaign_districts (
  campaign_id text not null references campaigns (id),
  district_code text not null references districts (code),
  primary key (campaign_id, district_code)
) strict;

create table campaign_streams (
  campaign_id text not null references campaigns (id),
  stream_id text not null references streams (id),
  primary key (campaign_id, stream_id)
) strict;

create table campaign_messages (
  campaign_id text not null references campaigns (id),
  message_id text not null references messages (id),
  primary key (campaign_id, message_id)
) strict;

create table materials (
  id text primary key,
  campaign_id text not null references campaigns (id),
  code text not null,
  title text not null,
  medium text not null check (medium in ('radio', 'tv', 'print', 'online')),
  language text not null,
  script text not null,
  seconds integer check (seconds > 0),
  file_id text,
  authors text not null,
  created_at text not null,
  checked_at text,
  checked_by text references users (id),
  returned_at text,
  returned_by text references users (id),
  return_reason text,
  retired_at text,
  version integer not null default 1,
  unique (campaign_id, code),
  check ((checked_at is null) = (checked_by is null))
) strict;
`)
