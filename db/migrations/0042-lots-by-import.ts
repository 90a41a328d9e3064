import { sqlMigration } from '../../src/db/sql-migration.js'

/** Lots are found by the import that brought them and by the moment that closed them, and shown district by district. */
export const { up } = sqlMigration(`
create index employer_lots_import on employer_lots (import_id);
create index employer_lots_closed on employer_lots (known_to);
create index employer_lots_district on employer_lots (district_code, day);
`)
