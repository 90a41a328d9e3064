import { sqlMigration } from '../../src/db/sql-migration.js'

/** Outlets: who runs what, for whom, at what price. */
export const { up } = sqlMigration(`
create table outlets (
  id text primary key,
  name text not null unique,
  medium text not null check (medium in ('radio', 'tv', 'print', 'online')),
  period text not null check (period in ('continuous', 'daily', 'weekly', 'monthly')),
  owner_group text not null,
  city text not null,
  licence text not null,
  licence_until text,
  verified_at text,
  verified_by text references users (id),
  retired_at text,
  created_at text not null,
  version integer not null default 1
) strict;

create table outlet_off_air (
  id text primary key,
  outlet_id text not null references outlets (id),
  first_day text not null,
  last_day text,
  reason text not null
) strict;

create index outlet_off_air_outlet on outlet_off_air (outlet_id);

create table outlet_contacts (
  outlet_id text not null references outlets (id),
  contact_id text not null references contacts (id),
  since text not null,
  until text,
  primary key (outlet_id, contact_id, since)
) strict;

create index outlet_contacts_contact on outlet_contacts (contact_id);

create table coverage (
  outlet_id text not null references outlets (id),
  district_code text not null references districts (code),
  share real not null check (share >= 0 and share <= 1),
  source text not null,
  as_of text not null,
  primary key (outlet_id, district_code, as_of)
) strict;

create table rates (
  id text primary key,
  outlet_id text not null references outlets (id),
  format text not null,
  seconds integer,
  rupiah integer not null check (rupiah >= 0),
  valid_from text not null,
  valid_to text
) strict;

create index rates_outlet on rates (outlet_id);
`)
