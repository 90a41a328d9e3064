import { sqlMigration } from '../../src/db/sql-migration.js'

/**
 * What an outlet answers to each line of an order, the rates a line was priced with, and why an order was sent in spite
 * of a warning.
 */
export const { up } = sqlMigration(`
alter table order_lines add column rates text;

create table order_line_answers (
  order_id text not null,
  version_number integer not null,
  line_key text not null,
  answer text not null check (answer in ('accepted', 'declined', 'other-time')),
  from_minute integer,
  to_minute integer,
  note text not null,
  answered_at text not null,
  primary key (order_id, version_number, line_key),
  foreign key (order_id, version_number) references order_versions (order_id, number),
  check ((answer = 'other-time') = (from_minute is not null)),
  check ((from_minute is null) = (to_minute is null))
) strict;

create table order_warning_reasons (
  order_id text not null,
  version_number integer not null,
  rule text not null,
  reason text not null,
  given_by text not null references users (id),
  given_at text not null,
  primary key (order_id, version_number, rule),
  foreign key (order_id, version_number) references order_versions (order_id, number)
) strict;
`)
