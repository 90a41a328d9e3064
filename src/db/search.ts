import { sql, type Kysely } from 'kysely'
import type { Schema } from './schema.js'

export interface Found {
  id: string
  name: string
  /** What tells it from others of its name: a code, a city, an outlet. */
  note: string
}

/** Finds by a part of a name, a code or a number, whatever its case; never more than `limit` of a kind. */
export function search(db: Kysely<Schema>) {
  return {
    campaigns: (text: string, limit: number): Promise<Found[]> =>
      db
        .selectFrom('campaigns')
        .select(['id', 'name', 'code as note'])
        .where(eb => eb.or([holds('campaigns.name', text), holds('campaigns.code', text)]))
        .orderBy('firstDay', 'desc')
        .limit(limit)
        .execute(),

    outlets: (text: string, limit: number): Promise<Found[]> =>
      db
        .selectFrom('outlets')
        .select(['id', 'name', 'city as note'])
        .where(eb =>
          eb.or([
            holds('outlets.name', text),
            holds('outlets.city', text),
            holds('outlets.owner_group', text),
          ]),
        )
        .orderBy('name')
        .limit(limit)
        .execute(),

    orders: (text: string, limit: number): Promise<Found[]> =>
      db
        .selectFrom('mediaOrders')
        .innerJoin('outlets', 'outlets.id', 'mediaOrders.outletId')
        .select(['mediaOrders.id', 'number as name', 'outlets.name as note'])
        .where(eb => eb.or([holds('media_orders.number', text), holds('outlets.name', text)]))
        .orderBy('number', 'desc')
        .limit(limit)
        .execute(),
  }
}

function holds(column: string, text: string) {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`
}
