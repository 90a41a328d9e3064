import { sqlMigration } from '../../src/db/sql-migration.js'

/** Secret addresses under which a calendar program fetches what is to run. */
export const { up } = sqlMigration(`
create table calendar_feeds (
  id text primary key,
  user_id text not null references users (id),
  outlet_id text references outlets (id),
  created_at text not null,
  revoked_at text
) strict;

create index calendar_feeds_user on calendar_feeds (user_id);
`)
