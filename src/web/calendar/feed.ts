import { feedDays } from '../../domain/calendar-feed.js'
import { feedCalendar } from '../../views/orders/calendar.js'
import { LinkRefused } from '../errors.js'
import { countAttempt } from '../rate-limits.js'
import type { Visit } from '../visit.js'
import { param } from '../visit.js'

/** What a calendar program fetches: refused alike when altered, revoked, or of somebody who left. */
export async function sendFeed(visit: Visit): Promise<void> {
  const { store, clock, tokens } = visit.app
  const id = tokens.linkId(param(visit, 'token'))
  const feed = id ? await store.calendarFeeds.find(id) : undefined
  const user = feed && (await store.users.find(feed.userId))
  if (!feed || feed.revokedAt || !user || user.deactivatedAt) {
    await countAttempt(visit, 'wrongLink')
    throw new LinkRefused()
  }
  const outletIds = feed.outletId ? [feed.outletId] : undefined
  const broadcasts = await store.broadcasts.listStates({ ...feedDays(clock.today()), outletIds })
  const { officeName } = await store.settings.all()
  visit.res.set('Cache-Control', 'private, max-age=900').type('text/calendar')
  visit.res.send(feedCalendar(officeName, broadcasts, clock.zone))
}
