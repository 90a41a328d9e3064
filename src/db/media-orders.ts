import type { Generated, Kysely, Selectable } from 'kysely'
import { groupBy } from '../domain/group.js'
import type { MediaOrder, OrderVersion } from '../domain/media-order.js'
import type { OrderLine } from '../domain/order-line.js'
import { flag, list, updateVersioned } from './columns.js'
import type { Schema } from './schema.js'

export interface MediaOrderTable extends Omit<MediaOrder, 'versions' | 'version'> {
  version: Generated<number>
}

export interface OrderVersionTable extends Omit<OrderVersion, 'authors' | 'lines'> {
  authors: string
}

export interface OrderLineTable extends Omit<OrderLine, 'weekdays' | 'skipHolidays' | 'materials'> {
  orderId: string
  versionNumber: number
  weekdays: string
  skipHolidays: number
}

export interface OrderLineMaterialTable {
  lineId: string
  materialId: string
  weight: number
}

export function mediaOrders(db: Kysely<Schema>) {
  return {
    async find(id: string): Promise<MediaOrder | undefined> {
      const row = await db.selectFrom('mediaOrders').selectAll().where('id', '=', id).executeTakeFirst()
      return row && (await withVersions([row]))[0]
    },

    async listByIds(ids: readonly string[]): Promise<MediaOrder[]> {
      if (ids.length === 0) return []
      return withVersions(await db.selectFrom('mediaOrders').selectAll().where('id', 'in', ids).execute())
    },

    async list(where: { campaignId?: string; outletId?: string } = {}): Promise<MediaOrder[]> {
      let query = db.selectFrom('mediaOrders').selectAll().orderBy('number', 'desc')
      if (where.campaignId) query = query.where('campaignId', '=', where.campaignId)
      if (where.outletId) query = query.where('outletId', '=', where.outletId)
      return withVersions(await query.execute())
    },

    async countOfYear(year: string): Promise<number> {
      const row = await db
        .selectFrom('mediaOrders')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .where('number', 'like', `MO-${year}-%`)
        .executeTakeFirstOrThrow()
      return row.count
    },

    async insert(order: MediaOrder): Promise<void> {
      const { versions, ...row } = order
      await db.insertInto('mediaOrders').values(row).execute()
      for (const version of versions) await insertVersion(version)
    },

    update: (
      order: Pick<MediaOrder, 'id' | 'version'>,
      change: Partial<Omit<MediaOrder, 'versions'>>,
    ): Promise<void> => updateVersioned(db, 'mediaOrders', order, change),

    insertVersion,

    /** Changes a version's facts or its lines; the order's own version number is the guard. */
    async updateVersion(
      order: Pick<MediaOrder, 'id' | 'version'>,
      number: number,
      change: Partial<OrderVersion>,
    ): Promise<void> {
      await updateVersioned(db, 'mediaOrders', order, {})
      const { lines, authors, ...facts } = change
      const columns = { ...facts, ...(authors ? { authors: JSON.stringify(authors) } : {}) }
      if (Object.keys(columns).length > 0) {
        await db
          .updateTable('orderVersions')
          .set(columns)
          .where('orderId', '=', order.id)
          .where('number', '=', number)
          .execute()
      }
      if (lines) await replaceLines(order.id, number, lines)
    },
  }

  async function insertVersion(version: OrderVersion): Promise<void> {
    const { lines, authors, ...row } = version
    await db
      .insertInto('orderVersions')
      .values({ ...row, authors: JSON.stringify(authors) })
      .execute()
    await insertLines(version.orderId, version.number, lines)
  }

  async function replaceLines(
    orderId: string,
    versionNumber: number,
    lines: readonly OrderLine[],
  ): Promise<void> {
    await db
      .deleteFrom('orderLines')
      .where('orderId', '=', orderId)
      .where('versionNumber', '=', versionNumber)
      .execute()
    await insertLines(orderId, versionNumber, lines)
  }

  async function insertLines(
    orderId: string,
    versionNumber: number,
    lines: readonly OrderLine[],
  ): Promise<void> {
    for (const { materials, weekdays, skipHolidays, ...line } of lines) {
      const row = {
        ...line,
        orderId,
        versionNumber,
        weekdays: JSON.stringify(weekdays),
        skipHolidays: flag(skipHolidays),
      }
      await db.insertInto('orderLines').values(row).execute()
      await db
        .insertInto('orderLineMaterials')
        .values(materials.map(m => ({ lineId: line.id, ...m })))
        .execute()
    }
  }

  async function withVersions(rows: Selectable<MediaOrderTable>[]): Promise<MediaOrder[]> {
    const ids = rows.map(row => row.id)
    if (ids.length === 0) return []
    const versions = await db
      .selectFrom('orderVersions')
      .selectAll()
      .where('orderId', 'in', ids)
      .orderBy('number')
      .execute()
    const lines = await db
      .selectFrom('orderLines')
      .selectAll()
      .where('orderId', 'in', ids)
      .orderBy('position')
      .execute()
    const materials = await db
      .selectFrom('orderLineMaterials')
      .innerJoin('orderLines', 'orderLines.id', 'orderLineMaterials.lineId')
      .select(['lineId', 'materialId', 'weight'])
      .where('orderId', 'in', ids)
      .orderBy('materialId')
      .execute()
    const materialsOf = groupBy(materials, material => material.lineId)
    const linesOf = groupBy(lines, line => `${line.orderId} ${line.versionNumber}`)
    const versionsOf = groupBy(versions, version => version.orderId)
    const toLine = (row: OrderLineTable): OrderLine => {
      const { orderId: _, versionNumber: __, ...line } = row
      const of = materialsOf.get(row.id) ?? []
      return {
        ...line,
        weekdays: list<number>(row.weekdays),
        skipHolidays: row.skipHolidays === 1,
        materials: of.map(({ materialId, weight }) => ({ materialId, weight })),
      }
    }
    const toVersion = (row: OrderVersionTable): OrderVersion => ({
      ...row,
      authors: list(row.authors),
      lines: (linesOf.get(`${row.orderId} ${row.number}`) ?? []).map(toLine),
    })
    return rows.map(row => ({ ...row, versions: (versionsOf.get(row.id) ?? []).map(toVersion) }))
  }
}
