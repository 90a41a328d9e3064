import type { Kysely, Selectable } from 'kysely'
import { groupBy } from '../domain/group.js'
import type { LineRate } from '../domain/line-price.js'
import type { MediaOrder, OrderVersion } from '../domain/media-order.js'
import type { OrderLine } from '../domain/order-line.js'
import { list } from './columns.js'
import type { MediaOrderTable, OrderLineTable, OrderVersionTable } from './media-orders.js'
import type { Schema } from './schema.js'

/** Orders with every version, line, material and answer they have: five statements, however many orders. */
export async function withVersions(
  db: Kysely<Schema>,
  rows: Selectable<MediaOrderTable>[],
): Promise<MediaOrder[]> {
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
  const answers = await db.selectFrom('orderLineAnswers').selectAll().where('orderId', 'in', ids).execute()
  const answersOf = groupBy(answers, answer => `${answer.orderId} ${answer.versionNumber}`)
  const materialsOf = groupBy(materials, material => material.lineId)
  const linesOf = groupBy(lines, line => `${line.orderId} ${line.versionNumber}`)
  const versionsOf = groupBy(versions, version => version.orderId)
  const toLine = (row: OrderLineTable): OrderLine => {
    const { orderId: _, versionNumber: __, ...line } = row
    const of = materialsOf.get(row.id) ?? []
    return {
      ...line,
      weekdays: list<number>(row.weekdays),
      rates: row.rates === null ? null : list<LineRate>(row.rates),
      skipHolidays: row.skipHolidays === 1,
      materials: of.map(({ materialId, weight }) => ({ materialId, weight })),
    }
  }
  const toVersion = (row: OrderVersionTable): OrderVersion => ({
    ...row,
    authors: list(row.authors),
    lines: (linesOf.get(`${row.orderId} ${row.number}`) ?? []).map(toLine),
    answers: (answersOf.get(`${row.orderId} ${row.number}`) ?? []).map(
      ({ orderId: _, versionNumber: __, ...answer }) => answer,
    ),
  })
  return rows.map(row => ({ ...row, versions: (versionsOf.get(row.id) ?? []).map(toVersion) }))
}
