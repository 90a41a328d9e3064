import { sqlMigration } from '../../src/db/sql-migration.js'

/** How audiences listen, by medium: what reach is estimated from. Older figures stay. */
export const { up } = sqlMigration(`
create table audience_habits (
  medium text not null check (medium in ('radio', 'tv', 'print', 'online')),
  as_of text not null,
  rating real not null check (rating > 0 and rating <= 1),
  alikeness real not null check (alikeness >= 0 and alikeness < 1),
  source text not null,
  kept_by text not null references users (id),
  kept_at text not null,
  primary key (medium, as_of)
) strict;
`)
