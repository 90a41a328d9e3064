import { sqlMigration } from '../../src/db/sql-migration.js'

/** Replacements through another outlet's order, at its price; several of them may be needed for one missed run. */
export const { up } = sqlMigration(`
alter table makegoods add column order_id text references media_orders (id);
alter table makegoods add column line_key text;
alter table makegoods add column rupiah integer;
alter table makegoods add column bundle_id text;
alter table makegoods add column parts integer check (parts between 1 and 50);

create index makegoods_order on makegoods (order_id);
`)
