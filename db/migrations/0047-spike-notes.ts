import { sqlMigration } from '../../src/db/sql-migration.js'

/** What people know of a rise. Bound to stream, district and days: the search finds its spikes anew every night. */
export const { up } = sqlMigration(`
create table spike_notes (
  id text primary key,
  stream_id text not null references streams (id),
  district_code text references districts (code),
  first_day text not null,
  last_day text not null,
  cause text not null check (cause in ('campaign', 'field-event', 'employer-lot', 'data-error', 'other', 'not-known')),
  note text not null,
  written_by text not null references users (id),
  written_at text not null,
  check (first_day <= last_day)
) strict;

create index spike_notes_place on spike_notes (stream_id, district_code, first_day);
`)
