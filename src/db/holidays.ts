import type { Kysely } from 'kysely'
import type { Holiday, Ramadan } from '../domain/holiday.js'
import type { Day } from '../domain/time.js'
import { flag, inChunks } from './columns.js'
import type { Schema } from './schema.js'

export interface HolidayTable extends Omit<Holiday, 'provisional'> {
  provisional: number
}

export type RamadanTable = Ramadan

export function holidays(db: Kysely<Schema>) {
  return {
    async between(first: Day, last: Day): Promise<Holiday[]> {
      const rows = await db
        .selectFrom('holidays')
        .selectAll()
        .where('day', '>=', first)
        .where('day', '<=', last)
        .orderBy('day')
        .execute()
      return rows.map(row => ({ ...row, provisional: row.provisional === 1 }))
    },

    ramadans: (): Promise<Ramadan[]> => db.selectFrom('ramadans').selectAll().orderBy('firstDay').execute(),

    insert: (rows: Holiday[]): Promise<void> =>
      inChunks(rows, chunk =>
        db
          .insertInto('holidays')
          .values(chunk.map(row => ({ ...row, provisional: flag(row.provisional) })))
          .execute(),
      ),

    insertRamadans: (rows: Ramadan[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('ramadans').values(chunk).execute()),
  }
}
