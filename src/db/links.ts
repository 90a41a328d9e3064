import type { Kysely } from 'kysely'
import type { Link } from '../domain/link.js'
import type { Day, Instant } from '../domain/time.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type LinkTable = Link

export function links(db: Kysely<Schema>) {
  return {
    find: (id: string): Promise<Link | undefined> =>
      db.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst(),

    insert: async (link: Link): Promise<void> => {
      await db.insertInto('links').values(link).execute()
    },

    findWeek: (contactId: string, week: Day): Promise<Link | undefined> =>
      db
        .selectFrom('links')
        .selectAll()
        .where('kind', '=', 'week')
        .where('contactId', '=', contactId)
        .where('week', '=', week)
        .where('revokedAt', 'is', null)
        .where('copiedBy', 'is', null)
        .executeTakeFirst(),

    /** What this person took of a contact's week to paste into a chat. */
    findCopied: (contactId: string, week: Day, userId: string): Promise<Link | undefined> =>
      db
        .selectFrom('links')
        .selectAll()
        .where('kind', '=', 'week')
        .where('contactId', '=', contactId)
        .where('week', '=', week)
        .where('revokedAt', 'is', null)
        .where('copiedBy', '=', userId)
        .executeTakeFirst(),

    /** By link, who copied it into a chat; those that were only mailed are left out. */
    async copiedBy(ids: readonly string[]): Promise<Map<string, string>> {
      const copied = new Map<string, string>()
      await inChunks([...new Set(ids)], async chunk => {
        const rows = await db
          .selectFrom('links')
          .select(['id', 'copiedBy'])
          .where('id', 'in', chunk)
          .where('copiedBy', 'is not', null)
          .execute()
        for (const { id, copiedBy } of rows) copied.set(id, copiedBy!)
      })
      return copied
    },

    /** Every week a contact can still open. */
    listWeeks: (contactId: string, now: Instant): Promise<Link[]> =>
      db
        .selectFrom('links')
        .selectAll()
        .where('kind', '=', 'week')
        .where('contactId', '=', contactId)
        .where('revokedAt', 'is', null)
        .where('expiresAt', '>', now)
        .where('copiedBy', 'is', null)
        .orderBy('week')
        .execute(),

    /** A contact's links for weeks and orders that nobody has ended. */
    listOpenOfContact: (contactId: string, now: Instant): Promise<Link[]> =>
      db
        .selectFrom('links')
        .selectAll()
        .where('contactId', '=', contactId)
        .where('revokedAt', 'is', null)
        .where('expiresAt', '>', now)
        .orderBy('createdAt')
        .execute(),

    end: async (ids: readonly string[], at: Instant): Promise<void> => {
      if (ids.length > 0)
        await db.updateTable('links').set({ revokedAt: at }).where('id', 'in', ids).execute()
    },

    listOfOrder: (orderId: string): Promise<Link[]> =>
      db.selectFrom('links').selectAll().where('orderId', '=', orderId).orderBy('createdAt').execute(),

    /** The first time the page was opened by a person who then posted: GET leaves no trace. */
    markUsed: async (id: string, at: Instant): Promise<void> => {
      await db
        .updateTable('links')
        .set({ usedAt: at })
        .where('id', '=', id)
        .where('usedAt', 'is', null)
        .execute()
    },

    async revoke(
      where: { kind: Link['kind']; userId?: string; orderId?: string },
      at: Instant,
    ): Promise<void> {
      let update = db.updateTable('links').set({ revokedAt: at }).where('kind', '=', where.kind)
      if (where.userId) update = update.where('userId', '=', where.userId)
      if (where.orderId) update = update.where('orderId', '=', where.orderId)
      await update.where('revokedAt', 'is', null).execute()
    },
  }
}
