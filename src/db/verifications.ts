import type { Kysely } from 'kysely'
import type { Verification } from '../domain/confirmation.js'
import { flag, inChunks } from './columns.js'
import type { Schema } from './schema.js'

export interface VerificationTable extends Omit<Verification, 'isCurrent'> {
  isCurrent: number
}

export function verifications(db: Kysely<Schema>) {
  return {
    async current(broadcastIds: readonly string[]): Promise<Map<string, Verification>> {
      const current = new Map<string, Verification>()
      await inChunks(broadcastIds, async ids => {
        const rows = await db
          .selectFrom('verifications')
          .selectAll()
          .where('broadcastId', 'in', ids)
          .where('isCurrent', '=', 1)
          .execute()
        for (const row of rows) current.set(row.broadcastId, fromRow(row))
      })
      return current
    },

    async history(broadcastId: string): Promise<Verification[]> {
      const rows = await db
        .selectFrom('verifications')
        .selectAll()
        .where('broadcastId', '=', broadcastId)
        .orderBy('decidedAt')
        .orderBy('id')
        .execute()
      return rows.map(fromRow)
    },

    async append(rows: readonly Verification[]): Promise<void> {
      await inChunks(rows, async chunk => {
        const broadcastIds = chunk.map(row => row.broadcastId)
        await db
          .updateTable('verifications')
          .set({ isCurrent: 0 })
          .where('broadcastId', 'in', broadcastIds)
          .where('isCurrent', '=', 1)
          .execute()
        await db
          .insertInto('verifications')
          .values(chunk.map(row => ({ ...row, isCurrent: flag(row.isCurrent) })))
          .execute()
      })
    },
  }
}

function fromRow(row: VerificationTable): Verification {
  return { ...row, isCurrent: row.isCurrent === 1 }
}
