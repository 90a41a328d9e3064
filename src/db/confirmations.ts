import type { Kysely } from 'kysely'
import type { Confirmation } from '../domain/confirmation.js'
import type { Instant } from '../domain/time.js'
import { flag, inChunks } from './columns.js'
import type { Schema } from './schema.js'

export interface ConfirmationTable extends Omit<Confirmation, 'isCurrent' | 'announcerRead'> {
  isCurrent: number
  announcerRead: number
}

export function confirmations(db: Kysely<Schema>) {
  return {
    async find(id: string): Promise<Confirmation | undefined> {
      const row = await db.selectFrom('confirmations').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    /** The current answer of each broadcast that has one. */
    async current(broadcastIds: readonly string[]): Promise<Map<string, Confirmation>> {
      const current = new Map<string, Confirmation>()
      await inChunks(broadcastIds, async ids => {
        const rows = await db
          .selectFrom('confirmations')
          .selectAll()
          .where('broadcastId', 'in', ids)
          .where('isCurrent', '=', 1)
          .execute()
        for (const row of rows) current.set(row.broadcastId, fromRow(row))
      })
      return current
    },

    /** When each broadcast was first answered with more than "not known". */
    async firstAnswers(broadcastIds: readonly string[]): Promise<Map<string, Instant>> {
      const first = new Map<string, Instant>()
      await inChunks(broadcastIds, async ids => {
        const rows = await db
          .selectFrom('confirmations')
          .select(eb => ['broadcastId', eb.fn.min('givenAt').as('at')])
          .where('broadcastId', 'in', ids)
          .where('answer', '<>', 'not-known')
          .groupBy('broadcastId')
          .execute()
        for (const { broadcastId, at } of rows) first.set(broadcastId, at)
      })
      return first
    },

    async history(broadcastId: string): Promise<Confirmation[]> {
      const rows = await db
        .selectFrom('confirmations')
        .selectAll()
        .where('broadcastId', '=', broadcastId)
        .orderBy('number')
        .execute()
      return rows.map(fromRow)
    },

    /** Adds new versions; the ones before stay, no longer current. */
    async append(rows: readonly Confirmation[]): Promise<void> {
      await inChunks(rows, async chunk => {
        const broadcastIds = chunk.map(row => row.broadcastId)
        await db
          .updateTable('confirmations')
          .set({ isCurrent: 0 })
          .where('broadcastId', 'in', broadcastIds)
          .where('isCurrent', '=', 1)
          .execute()
        await db.insertInto('confirmations').values(chunk.map(toRow)).execute()
      })
    },
  }
}

function toRow(confirmation: Confirmation): ConfirmationTable {
  return {
    ...confirmation,
    isCurrent: flag(confirmation.isCurrent),
    announcerRead: flag(confirmation.announcerRead),
  }
}

function fromRow(row: ConfirmationTable): Confirmation {
  return { ...row, isCurrent: row.isCurrent === 1, announcerRead: row.announcerRead === 1 }
}
