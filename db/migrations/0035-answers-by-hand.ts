import { sqlMigration } from '../../src/db/sql-migration.js'

/** Answers that came by paper or telephone, and links that staff copied into a chat: who copied one never judges by it. */
export const { up } = sqlMigration(`
alter table confirmations add column how text check (how in ('paper', 'telephone'));
alter table links add column copied_by text references users (id);

drop index links_week;

create unique index links_week on links (contact_id, week)
  where kind = 'week' and revoked_at is null and copied_by is null;
`)
