import type { Generated, Kysely } from 'kysely'
import type { Coverage, OffAir, Outlet } from '../domain/outlet.js'
import type { Day } from '../domain/time.js'
import { inChunks, updateVersioned } from './columns.js'
import type { Schema } from './schema.js'

export interface OutletTable extends Omit<Outlet, 'version'> {
  version: Generated<number>
}

export type OutletOffAirTable = OffAir
export type CoverageTable = Coverage

export function outlets(db: Kysely<Schema>) {
  return {
    list: (): Promise<Outlet[]> => db.selectFrom('outlets').selectAll().orderBy('name').execute(),

    find: (id: string): Promise<Outlet | undefined> =>
      db.selectFrom('outlets').selectAll().where('id', '=', id).executeTakeFirst(),

    findByName: (name: string): Promise<Outlet | undefined> =>
      db.selectFrom('outlets').selectAll().where('name', '=', name).executeTakeFirst(),

    insert: async (outlet: Outlet): Promise<void> => {
      await db.insertInto('outlets').values(outlet).execute()
    },

    update: (outlet: Pick<Outlet, 'id' | 'version'>, change: Partial<Outlet>): Promise<void> =>
      updateVersioned(db, 'outlets', outlet, change),

    offAir: (outletId: string): Promise<OffAir[]> =>
      db
        .selectFrom('outletOffAir')
        .selectAll()
        .where('outletId', '=', outletId)
        .orderBy('firstDay')
        .execute(),

    allOffAir: (): Promise<OffAir[]> =>
      db.selectFrom('outletOffAir').selectAll().orderBy('firstDay').execute(),

    insertOffAir: async (row: OffAir): Promise<void> => {
      await db.insertInto('outletOffAir').values(row).execute()
    },

    endOffAir: async (id: string, lastDay: Day): Promise<void> => {
      await db.updateTable('outletOffAir').set({ lastDay }).where('id', '=', id).execute()
    },

    removeOffAir: async (id: string): Promise<void> => {
      await db.deleteFrom('outletOffAir').where('id', '=', id).execute()
    },

    coverage: (outletId: string): Promise<Coverage[]> =>
      db
        .selectFrom('coverage')
        .selectAll()
        .where('outletId', '=', outletId)
        .orderBy('districtCode')
        .orderBy('asOf')
        .execute(),

    removeCoverage: async ({ outletId, districtCode, asOf }: Coverage): Promise<void> => {
      await db
        .deleteFrom('coverage')
        .where('outletId', '=', outletId)
        .where('districtCode', '=', districtCode)
        .where('asOf', '=', asOf)
        .execute()
    },

    /** Whether anything else holds on to an outlet. */
    async isUsed(id: string): Promise<boolean> {
      const tables = ['coverage', 'rates', 'outletOffAir', 'outletContacts', 'mediaOrders'] as const
      const used = await Promise.all(
        tables.map(table =>
          db
            .selectFrom(table as 'rates')
            .select('outletId')
            .where('outletId', '=', id)
            .limit(1)
            .executeTakeFirst(),
        ),
      )
      return used.some(Boolean)
    },

    remove: async (id: string): Promise<void> => {
      await db.deleteFrom('outlets').where('id', '=', id).execute()
    },

    allCoverage: (): Promise<Coverage[]> => db.selectFrom('coverage').selectAll().orderBy('asOf').execute(),

    /** What is known as of a day replaces what was entered for that same day; older figures stay. */
    saveCoverage: (rows: Coverage[]): Promise<void> =>
      inChunks(rows, chunk =>
        db
          .insertInto('coverage')
          .values(chunk)
          .onConflict(conflict =>
            conflict
              .columns(['outletId', 'districtCode', 'asOf'])
              .doUpdateSet(eb => ({ share: eb.ref('excluded.share'), source: eb.ref('excluded.source') })),
          )
          .execute(),
      ),
  }
}
