import type { Generated, Kysely } from 'kysely'
import type { FieldEvent } from '../domain/field-event.js'
import { groupBy } from '../domain/group.js'
import type { Day } from '../domain/time.js'
import { updateVersioned } from './columns.js'
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
    async between(first: Day, last: Day): Promise<FieldEvent[]> {
      const rows = await db
        .selectFrom('fieldEvents')
        .selectAll()
        .where('firstDay', '<=', last)
        .where('lastDay', '>=', first)
        .where('cancelledAt', 'is', null)
        .orderBy('firstDay')
        .execute()
      const ids = rows.map(row => row.id)
      if (ids.length === 0) return []
      const districts = groupBy(
        await db
          .selectFrom('fieldEventDistricts')
          .selectAll()
          .where('eventId', 'in', ids)
          .orderBy('districtCode')
          .execute(),
        row => row.eventId,
      )
      return rows.map(row => ({
        ...row,
        districtCodes: (districts.get(row.id) ?? []).map(d => d.districtCode),
      }))
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
}
