import type { Kysely, Selectable } from 'kysely'
import type { OutletImport } from '../domain/outlet-import.js'
import { list } from './columns.js'
import type { Schema } from './schema.js'

export interface OutletImportTable extends Omit<OutletImport, 'changes'> {
  /** How many rows did what, for the list. */
  report: string
  changes: string
}

export function outletImports(db: Kysely<Schema>) {
  return {
    async find(id: string): Promise<OutletImport | undefined> {
      const row = await db.selectFrom('outletImports').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    async list(limit: number): Promise<OutletImport[]> {
      const rows = await db
        .selectFrom('outletImports')
        .selectAll()
        .where('discardedAt', 'is', null)
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },

    /** The same file, taken over or waiting. */
    async findByHash(sha256: string): Promise<OutletImport | undefined> {
      const row = await db
        .selectFrom('outletImports')
        .selectAll()
        .where('sha256', '=', sha256)
        .where('discardedAt', 'is', null)
        .where('undoneAt', 'is', null)
        .executeTakeFirst()
      return row && fromRow(row)
    },

    insert: async ({ changes, ...row }: OutletImport): Promise<void> => {
      await db
        .insertInto('outletImports')
        .values({ ...row, report: '{}', changes: JSON.stringify(changes) })
        .execute()
    },

    update: async (id: string, { changes, ...row }: Partial<OutletImport>): Promise<void> => {
      await db
        .updateTable('outletImports')
        .set({ ...row, ...(changes ? { changes: JSON.stringify(changes) } : {}) })
        .where('id', '=', id)
        .execute()
    },
  }
}

function fromRow({ report: _, ...row }: Selectable<OutletImportTable>): OutletImport {
  return { ...row, changes: list(row.changes) }
}
