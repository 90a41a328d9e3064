import type { Generated, Kysely } from 'kysely'
import type { LineAnswer } from '../domain/line-answer.js'
import type { MediaOrder, OrderVersion } from '../domain/media-order.js'
import type { OrderLine } from '../domain/order-line.js'
import type { Day } from '../domain/time.js'
import { flag, updateVersioned } from './columns.js'
import { isPending } from './pending-orders.js'
import { withVersions } from './order-versions.js'
import type { Schema } from './schema.js'

export interface MediaOrderTable extends Omit<MediaOrder, 'versions' | 'version'> {
  version: Generated<number>
}

export interface OrderVersionTable extends Omit<OrderVersion, 'authors' | 'lines' | 'answers'> {
  authors: string
}

export interface OrderLineTable extends Omit<OrderLine, 'weekdays' | 'rates' | 'skipHolidays' | 'materials'> {
  orderId: string
  versionNumber: number
  weekdays: string
  rates: string | null
  skipHolidays: number
}

export interface OrderLineAnswerTable extends LineAnswer {
  orderId: string
  versionNumber: number
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
      return row && (await withVersions(db, [row]))[0]
    },

    async listByIds(ids: readonly string[]): Promise<MediaOrder[]> {
      if (ids.length === 0) return []
      const rows = await db.selectFrom('mediaOrders').selectAll().where('id', 'in', ids).execute()
      return withVersions(db, rows)
    },

    async list(where: { campaignId?: string; outletId?: string } = {}): Promise<MediaOrder[]> {
      let query = db.selectFrom('mediaOrders').selectAll().orderBy('number', 'desc')
      if (where.campaignId) query = query.where('campaignId', '=', where.campaignId)
      if (where.outletId) query = query.where('outletId', '=', where.outletId)
      return withVersions(db, await query.execute())
    },

    /** Those that stand and have days ahead, or whose latest version nobody has accepted. */
    async listPending(today: Day): Promise<MediaOrder[]> {
      const rows = await db
        .selectFrom('mediaOrders')
        .selectAll()
        .where('closedAt', 'is', null)
        .where('cancelledAt', 'is', null)
        .where(eb => isPending(eb, today))
        .orderBy('number')
        .execute()
      return withVersions(db, rows)
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
      const { lines, authors, answers, ...facts } = change
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
      if (answers) await replaceAnswers(order.id, number, answers)
    },
  }

  async function insertVersion(version: OrderVersion): Promise<void> {
    const { lines, authors, answers, ...row } = version
    await db
      .insertInto('orderVersions')
      .values({ ...row, authors: JSON.stringify(authors) })
      .execute()
    await insertLines(version.orderId, version.number, lines)
    await replaceAnswers(version.orderId, version.number, answers)
  }

  async function replaceAnswers(
    orderId: string,
    versionNumber: number,
    answers: readonly LineAnswer[],
  ): Promise<void> {
    await db
      .deleteFrom('orderLineAnswers')
      .where('orderId', '=', orderId)
      .where('versionNumber', '=', versionNumber)
      .execute()
    const rows = answers.map(answer => ({ ...answer, orderId, versionNumber }))
    if (rows.length > 0) await db.insertInto('orderLineAnswers').values(rows).execute()
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
    for (const { materials, weekdays, rates, skipHolidays, ...line } of lines) {
      const row = {
        ...line,
        orderId,
        versionNumber,
        weekdays: JSON.stringify(weekdays),
        rates: rates && JSON.stringify(rates),
        skipHolidays: flag(skipHolidays),
      }
      await db.insertInto('orderLines').values(row).execute()
      await db
        .insertInto('orderLineMaterials')
        .values(materials.map(m => ({ lineId: line.id, ...m })))
        .execute()
    }
  }
}
