import { sqlMigration } from '../../src/db/sql-migration.js'

/** Sums by day, week and month are answered from the index alone. */
export const { up } = sqlMigration(`
drop index registration_counts_day;
create index registration_counts_day on registration_counts (day, stream_id, district_code, count, span_days)
  where known_to is null;
`)
