import type { Kysely } from 'kysely'
import type { Link } from '../domain/link.js'
import type { Day, Instant } from '../domain/time.js'
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
        .executeTakeFirst(),

    /** Every week a contact can still open. */
    listWeeks: (contactId: string, now: Instant): Promise<Link[]> =>
      db
        .selectFrom('links')
        .selectAll()
        .where('kind', '=', 'week')
        .where('contactId', '=', contactId)
        .where('revokedAt', 'is', null)
        .where('expiresAt', '>', now)
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
