import type { Kysely } from 'kysely'
import type { MoreTime } from '../domain/more-time.js'
import type { Day } from '../domain/time.js'
import { flag } from './columns.js'
import type { Schema } from './schema.js'

export interface MoreTimeTable extends Omit<MoreTime, 'moves'> {
  moves: number
}

export function moreTime(db: Kysely<Schema>) {
  const rows = () => db.selectFrom('moreTime').selectAll()

  return {
    /** What a contact asked for, by week. */
    async ofContact(contactId: string, from: Day): Promise<Map<Day, MoreTime>> {
      const found = await rows().where('contactId', '=', contactId).where('week', '>=', from).execute()
      return new Map(found.map(row => [row.week, fromRow(row)]))
    },

    /** What anybody asked for, for weeks since `from`. */
    async since(from: Day): Promise<MoreTime[]> {
      return (await rows().where('week', '>=', from).orderBy('askedAt').execute()).map(fromRow)
    },

    insert: async (asked: MoreTime): Promise<void> => {
      await db
        .insertInto('moreTime')
        .values({ ...asked, moves: flag(asked.moves) })
        .execute()
    },
  }
}

function fromRow(row: MoreTimeTable): MoreTime {
  return { ...row, moves: row.moves === 1 }
}
