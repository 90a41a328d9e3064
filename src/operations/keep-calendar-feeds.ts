import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { CalendarFeed } from '../domain/calendar-feed.js'
import { Conflict, Invalid, NotFound } from '../domain/errors.js'
import { record } from './record.js'

/** A person needs a few; more would only be lost. */
const mostFeeds = 20

/** Makes a secret address for a person's calendar: of one outlet, or of everything. */
export async function makeCalendarFeed(
  app: App,
  actor: UserActor,
  outletId: string | null,
): Promise<CalendarFeed> {
  return app.store.write(async store => {
    if (outletId && !(await store.outlets.find(outletId)))
      throw new Invalid({ outletId: { code: 'not-a-choice' } })
    if ((await store.calendarFeeds.listOpen(actor.id)).length >= mostFeeds)
      throw new Invalid({ outletId: { code: 'too-large', values: { most: mostFeeds } } })
    const feed = { id: app.newId(), userId: actor.id, outletId, createdAt: app.clock.now(), revokedAt: null }
    await store.calendarFeeds.insert(feed)
    const after = { outletId }
    await record(app, store, actor, {
      action: 'calendar-feed-made',
      subject: ['calendar-feed', feed.id],
      after,
    })
    return feed
  })
}

/** From now on the address gives nothing any more. */
export async function revokeCalendarFeed(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const feed = await store.calendarFeeds.find(id)
    if (!feed || feed.userId !== actor.id) throw new NotFound('calendar feed')
    if (feed.revokedAt) throw new Conflict('wrong-state')
    await store.calendarFeeds.revoke(id, app.clock.now())
    await record(app, store, actor, { action: 'calendar-feed-revoked', subject: ['calendar-feed', id] })
  })
}
