import { sqlMigration } from '../../src/db/sql-migration.js'

/** What an outlet is asked to run, every version of it, and the dated runs that come of it. */
export const { up } = sqlMigration(`
create table media_orders (
  id text primary key,
  number text not null unique,
  campaign_id text not null references campaigns (id),
  outlet_id text not null references outlets (id),
  created_at text not null,
  closed_at text,
  closed_by text references users (id),
  cancelled_at text,
  cancelled_by text references users (id),
  cancel_reason text,
  version integer not null default 1
) strict;

create index media_orders_campaign on media_orders (campaign_id);
create index media_orders_outlet on media_orders (outlet_id);

create table order_versions (
  order_id text not null references media_orders (id),
  number integer not null check (number >= 1),
  reason text not null,
  note text not null,
  authors text not null,
  created_at text not null,
  submitted_at text,
  submitted_by text references users (id),
  returned_at text,
  returned_by text references users (id),
  return_reason text,
  approved_at text,
  approved_by text references users (id),
  sent_at text,
  sent_by text references users (id),
  accepted_at text,
  accepted_how text check (accepted_how in ('link', 'paper', 'on-behalf')),
  accepted_by_contact text references contacts (id),
  accepted_by_user text references users (id),
  acceptance_file_id text,
  declined_at text,
  decline_reason text,
  primary key (order_id, number),
  check ((approved_at is null) = (approved_by is null)),
  check ((accepted_at is null) = (accepted_how is null)),
  check (accepted_at is null or declined_at is null)
) strict;

create table order_lines (
  id text primary key,
  order_id text not null,
  version_number integer not null,
  line_key text not null,
  position integer not null,
  format text not null,
  first_day text not null,
  last_day text not null,
  weekdays text not null,
  from_minute integer not null check (from_minute between 0 and 1439),
  to_minute integer not null check (to_minute between 1 and 2880),
  runs_per_day integer not null check (runs_per_day between 1 and 100),
  seconds integer check (seconds > 0),
  millimetres integer check (millimetres > 0),
  price_kind text not null check (price_kind in ('paid', 'negotiated', 'free')),
  rupiah integer not null check (rupiah >= 0),
  skip_holidays integer not null check (skip_holidays in (0, 1)),
  unique (order_id, version_number, line_key),
  foreign key (order_id, version_number) references order_versions (order_id, number),
  check (first_day <= last_day),
  check (from_minute < to_minute)
) strict;

create table order_line_materials (
  line_id text not null references order_lines (id) on delete cascade,
  material_id text not null references materials (id),
  weight integer not null check (weight > 0),
  primary key (line_id, material_id)
) strict;

create table broadcasts (
  id text primary key,
  order_id text not null references media_orders (id),
  line_key text not null,
  day text not null,
  ordinal integer not null check (ordinal >= 1),
  campaign_id text not null references campaigns (id),
  outlet_id text not null references outlets (id),
  material_id text not null references materials (id),
  format text not null,
  from_minute integer not null,
  to_minute integer not null,
  seconds integer,
  price_kind text not null check (price_kind in ('paid', 'negotiated', 'free')),
  rupiah integer not null,
  first_version integer not null,
  last_version integer not null,
  withdrawn_at text,
  replaces_id text references broadcasts (id),
  unique (order_id, line_key, day, ordinal)
) strict;

create index broadcasts_outlet_day on broadcasts (outlet_id, day);
create index broadcasts_campaign_day on broadcasts (campaign_id, day);
create index broadcasts_day on broadcasts (day);

create table makegoods (
  id text primary key,
  missed_id text not null references broadcasts (id),
  offered_by_contact text references contacts (id),
  offered_by_user text references users (id),
  offered_at text not null,
  day text,
  from_minute integer,
  to_minute integer,
  expires_at text,
  accepted_at text,
  accepted_by text references users (id),
  declined_at text,
  declined_by text references users (id),
  decline_reason text,
  waived_at text,
  waived_by text references users (id),
  waive_reason text,
  credited_at text,
  credited_by text references users (id),
  credit_rupiah integer,
  replacement_id text references broadcasts (id),
  version integer not null default 1
) strict;

create index makegoods_missed on makegoods (missed_id);
`)
