import { sqlMigration } from '../../src/db/sql-migration.js'

/** Districts as they were and are, and the calendar they share. Codes are Kemendagri's unless the office says otherwise. */
export const { up } = sqlMigration(`
create table branches (
  id text primary key,
  name text not null unique
) strict;

create table districts (
  code text primary key,
  bps_code text,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('regency', 'city', 'other')),
  branch_id text references branches (id),
  capital text not null,
  population integer check (population >= 0),
  population_year integer,
  working_age integer check (working_age >= 0),
  longitude real,
  latitude real,
  tile_column integer,
  tile_row integer,
  valid_from text not null,
  valid_to text
) strict;

create table district_aliases (
  alias text primary key,
  district_code text not null references districts (code),
  learned_from text not null,
  created_at text not null
) strict;

create table district_neighbours (
  district_code text not null references districts (code),
  neighbour_code text not null references districts (code),
  primary key (district_code, neighbour_code)
) strict;

create table district_changes (
  day text not null,
  from_code text not null references districts (code),
  to_code text not null references districts (code),
  share real not null check (share > 0 and share <= 1),
  source text not null,
  primary key (day, from_code, to_code)
) strict;

create table holidays (
  day text not null,
  name_id text not null,
  name_en text not null,
  kind text not null check (kind in ('public', 'shared-leave', 'election')),
  family text not null,
  provisional integer not null check (provisional in (0, 1)),
  primary key (day, name_id)
) strict;

create table ramadans (
  hijri_year integer primary key,
  first_day text not null,
  last_day text not null,
  eid_day text not null
) strict;
`)
