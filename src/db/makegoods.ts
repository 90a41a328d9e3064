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

    /** Replacements that these outlets are asked to run for another one, and have not answered yet. */
    listAskedOf: (outletIds: readonly string[], now: Instant): Promise<Makegood[]> =>
      outletIds.length === 0
        ? Promise.resolve([])
        : db
            .selectFrom('makegoods')
            .innerJoin('mediaOrders', 'mediaOrders.id', 'makegoods.orderId')
            .selectAll('makegoods')
            .where('mediaOrders.outletId', 'in', outletIds)
            .where('acceptedAt', 'is', null)
            .where('declinedAt', 'is', null)
            .where('expiresAt', '>', now)
            .orderBy('makegoods.day')
            .execute(),

    savePolicy: async (policy: MakegoodPolicyTable): Promise<void> => {
      const { outletId: _, ...change } = policy
      await db
        .insertInto('makegoodPolicies')
        .values(policy)
        .onConflict(conflict => conflict.column('outletId').doUpdateSet(change))
        .execute()
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
