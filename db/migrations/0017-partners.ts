import { sqlMigration } from '../../src/db/sql-migration.js'

/** What partners and staff settle between them: remedies, more time, payment files. */
export const { up } = sqlMigration(`
alter table makegoods add column accepted_by_contact text references contacts (id);
alter table makegoods add column declined_by_contact text references contacts (id);

create index makegoods_replacement on makegoods (replacement_id);

create table makegood_policies (
  outlet_id text primary key references outlets (id),
  days integer check (days between 0 and 366),
  runs_per_day integer check (runs_per_day between 1 and 100),
  updated_at text not null,
  updated_by text not null references users (id)
) strict;

create table more_time (
  contact_id text not null references contacts (id),
  week text not null,
  days integer not null check (days between 1 and 14),
  asked_at text not null,
  primary key (contact_id, week)
) strict;

create table payment_steps (
  id text primary key,
  order_id text not null references media_orders (id),
  step text not null check (step in ('received', 'verified', 'with-finance', 'paid')),
  day text not null,
  note text not null,
  noted_by text not null references users (id),
  noted_at text not null
) strict;

create index payment_steps_order on payment_steps (order_id, noted_at);
create index broadcasts_replaces on broadcasts (replaces_id);
`)
