import type { Kysely } from 'kysely'
import type { CalendarFeed } from '../domain/calendar-feed.js'
import type { Instant } from '../domain/time.js'
import type { Schema } from './schema.js'

export type CalendarFeedTable = CalendarFeed

export function calendarFeeds(db: Kysely<Schema>) {
  return {
    find: (id: string): Promise<CalendarFeed | undefined> =>
      db.selectFrom('calendarFeeds').selectAll().where('id', '=', id).executeTakeFirst(),

    /** What a person may still revoke. */
    listOpen: (userId: string): Promise<CalendarFeed[]> =>
      db
        .selectFrom('calendarFeeds')
        .selectAll()
        .where('userId', '=', userId)
        .where('revokedAt', 'is', null)
        .orderBy('createdAt')
        .execute(),

    insert: async (feed: CalendarFeed): Promise<void> => {
      await db.insertInto('calendarFeeds').values(feed).execute()
    },

    revoke: async (id: string, revokedAt: Instant): Promise<void> => {
      await db.updateTable('calendarFeeds').set({ revokedAt }).where('id', '=', id).execute()
    },
  }
}
