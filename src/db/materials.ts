import type { Generated, Kysely } from 'kysely'
import type { Material } from '../domain/material.js'
import { list, updateVersioned } from './columns.js'
import type { Schema } from './schema.js'

export interface MaterialTable extends Omit<Material, 'authors' | 'version'> {
  authors: string
  version: Generated<number>
}

export function materials(db: Kysely<Schema>) {
  return {
    async find(id: string): Promise<Material | undefined> {
      const row = await db.selectFrom('materials').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    async listOfCampaign(campaignId: string): Promise<Material[]> {
      const rows = await db
        .selectFrom('materials')
        .selectAll()
        .where('campaignId', '=', campaignId)
        .orderBy('code')
        .execute()
      return rows.map(fromRow)
    },

    /** What may not run, in campaigns that are not over: nobody has found it right yet, or it is withdrawn. */
    async listUnfit(): Promise<Material[]> {
      const rows = await db
        .selectFrom('materials')
        .innerJoin('campaigns', 'campaigns.id', 'materials.campaignId')
        .selectAll('materials')
        .where(eb =>
          eb.or([eb('materials.checkedAt', 'is', null), eb('materials.retiredAt', 'is not', null)]),
        )
        .where('campaigns.closedAt', 'is', null)
        .where('campaigns.cancelledAt', 'is', null)
        .orderBy('materials.createdAt')
        .execute()
      return rows.map(fromRow)
    },

    async listByIds(ids: readonly string[]): Promise<Material[]> {
      if (ids.length === 0) return []
      const rows = await db.selectFrom('materials').selectAll().where('id', 'in', ids).execute()
      return rows.map(fromRow)
    },

    insert: async (material: Material): Promise<void> => {
      await db
        .insertInto('materials')
        .values({ ...material, authors: JSON.stringify(material.authors) })
        .execute()
    },

    update: (material: Pick<Material, 'id' | 'version'>, change: Partial<Material>): Promise<void> => {
      const { authors, ...columns } = change
      return updateVersioned(db, 'materials', material, {
        ...columns,
        ...(authors ? { authors: JSON.stringify(authors) } : {}),
      })
    },
  }
}

function fromRow(row: Omit<MaterialTable, 'version'> & { version: number }): Material {
  return { ...row, authors: list(row.authors) }
}
