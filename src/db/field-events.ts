import type { Generated, Kysely } from 'kysely'
import type { FieldEvent } from '../domain/field-event.js'
import { groupBy } from '../domain/group.js'
import type { Day } from '../domain/time.js'
import { inChunks, updateVersioned } from './columns.js'
import type { Schema } from './schema.js'

export interface FieldEventTable extends Omit<FieldEvent, 'districtCodes' | 'version'> {
  version: Generated<number>
}

export interface FieldEventDistrictTable {
  eventId: string
  districtCode: string
}

export function fieldEvents(db: Kysely<Schema>) {
  return {
    /** Events that touch any of the days, not cancelled. */
    between: (first: Day, last: Day): Promise<FieldEvent[]> =>
      withDistricts(touching(first, last).where('cancelledAt', 'is', null).orderBy('firstDay')),

    /** The same with the cancelled ones, the latest first: what the diary shows. */
    listBetween: (first: Day, last: Day): Promise<FieldEvent[]> =>
      withDistricts(touching(first, last).orderBy('firstDay', 'desc').orderBy('id', 'desc')),

    async find(id: string): Promise<FieldEvent | undefined> {
      const [event] = await withDistricts(db.selectFrom('fieldEvents').selectAll().where('id', '=', id))
      return event
    },

    /** The days the diary spans. */
    async period(): Promise<{ first: Day; last: Day } | null> {
      const row = await db
        .selectFrom('fieldEvents')
        .select(eb => [eb.fn.min('firstDay').as('first'), eb.fn.max('lastDay').as('last')])
        .executeTakeFirst()
      return row?.first && row.last ? { first: row.first, last: row.last } : null
    },

    async insert(event: FieldEvent): Promise<void> {
      const { districtCodes, ...row } = event
      await db.insertInto('fieldEvents').values(row).execute()
      await db
        .insertInto('fieldEventDistricts')
        .values(districtCodes.map(districtCode => ({ eventId: event.id, districtCode })))
        .execute()
    },

    update: (
      event: Pick<FieldEvent, 'id' | 'version'>,
      change: Partial<Omit<FieldEvent, 'districtCodes'>>,
    ): Promise<void> => updateVersioned(db, 'fieldEvents', event, change),
  }

  function touching(first: Day, last: Day) {
    return db
      .selectFrom('fieldEvents')
      .selectAll()
      .where('firstDay', '<=', last)
      .where('lastDay', '>=', first)
  }

  async function withDistricts(query: {
    execute(): Promise<Omit<FieldEvent, 'districtCodes'>[]>
  }): Promise<FieldEvent[]> {
    const rows = await query.execute()
    const districts: FieldEventDistrictTable[] = []
    await inChunks(
      rows.map(row => row.id),
      async ids => {
        const found = db
          .selectFrom('fieldEventDistricts')
          .selectAll()
          .where('eventId', 'in', ids)
          .orderBy('districtCode')
        districts.push(...(await found.execute()))
      },
    )
    const byEvent = groupBy(districts, row => row.eventId)
    return rows.map(row => ({
      ...row,
      districtCodes: (byEvent.get(row.id) ?? []).map(place => place.districtCode),
    }))
  }
}
