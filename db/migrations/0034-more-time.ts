import { sqlMigration } from '../../src/db/sql-migration.js'

/** More time asked for a week: until when, from which deadline, and whether that moves it. Nothing was kept there yet. */
export const { up } = sqlMigration(`
drop table more_time;

create table more_time (
  contact_id text not null references contacts (id),
  week text not null,
  deadline text not null,
  until_day text not null,
  moves integer not null check (moves in (0, 1)),
  asked_at text not null,
  primary key (contact_id, week)
) strict;

create index more_time_week on more_time (week);
`)
