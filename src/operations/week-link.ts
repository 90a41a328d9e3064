import type { App, Store } from '../app.js'
import type { Link } from '../domain/link.js'
import { linkIsOpen } from '../domain/link.js'
import type { Day } from '../domain/time.js'
import { makeLink } from './make-link.js'

/** The link of a contact's week: the one it was sent, or a new one where that has ended. */
export async function weekLinkFor(
  app: App,
  store: Store,
  { contactId, week }: { contactId: string; week: Day },
): Promise<Link> {
  const now = app.clock.now()
  const known = await store.links.findWeek(contactId, week)
  if (known && linkIsOpen(known, now)) return known
  if (known) await store.links.end([known.id], now)
  return makeLink(app, store, 'week', { contactId, week })
}
