import type { Generated, Kysely } from 'kysely'
import type { Makegood } from '../domain/makegood.js'
import { noPolicy, type MakegoodPolicy } from '../domain/makegood-proposal.js'
import { groupBy } from '../domain/group.js'
import type { Instant } from '../domain/time.js'
import { inChunks, updateVersioned } from './columns.js'
import type { Schema } from './schema.js'

export interface MakegoodTable extends Omit<Makegood, 'version'> {
  version: Generated<number>
}

export interface MakegoodPolicyTable extends MakegoodPolicy {
  outletId: string
  updatedAt: Instant
  updatedBy: string
}

export function makegoods(db: Kysely<Schema>) {
  return {
    find: (id: string): Promise<Makegood | undefined> =>
      db.selectFrom('makegoods').selectAll().where('id', '=', id).executeTakeFirst(),

    /** Every attempt to remedy these broadcasts, by broadcast, the first attempt first. */
    async listOfMisses(missedIds: readonly string[]): Promise<Map<string, Makegood[]>> {
      const rows: Makegood[] = []
      await inChunks(missedIds, async ids => {
        const found = await db
          .selectFrom('makegoods')
          .selectAll()
          .where('missedId', 'in', ids)
          .orderBy('offeredAt')
          .orderBy('id')
          .execute()
        rows.push(...found)
      })
      return groupBy(rows, row => row.missedId)
    },

    insert: async (makegood: Makegood): Promise<void> => {
      await db.insertInto('makegoods').values(makegood).execute()
    },

    update: (makegood: Pick<Makegood, 'id' | 'version'>, change: Partial<Makegood>): Promise<void> =>
      updateVersioned(db, 'makegoods', makegood, change),

    async policyOf(outletId: string): Promise<MakegoodPolicy> {
      const row = await db
        .selectFrom('makegoodPolicies')
        .select(['days', 'runsPerDay'])
        .where('outletId', '=', outletId)
        .executeTakeFirst()
      return row ?? noPolicy
    },
  }
}
