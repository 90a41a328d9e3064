import type { App, Store } from '../app.js'
import type { BroadcastState } from '../domain/broadcast.js'
import { afterQuietHours } from '../domain/schedule.js'
import { mondayOf } from '../domain/time.js'
import { postMail } from './post-mail.js'
import { weekLinkFor } from './week-link.js'

/** Mails the outlet's contacts that the office proposes a replacement; the link of the missed week answers it. */
export async function tellOutletOfOffer(
  app: App,
  store: Store,
  missed: BroadcastState,
  makegoodId: string,
): Promise<void> {
  const week = mondayOf(missed.day)
  for (const contact of await store.contacts.listOfOutlet(missed.outletId, app.clock.today())) {
    const link = await weekLinkFor(app, store, { contactId: contact.id, week })
    await postMail(app, store, {
      kind: 'makegood',
      to: contact,
      subjectId: missed.id,
      dedupeKey: `makegood ${makegoodId} ${contact.id}`,
      payload: { linkId: link.id, contactId: contact.id, broadcastId: missed.id, makegoodId },
      dueAt: afterQuietHours(app.clock.now(), app.clock.zone),
      expiresAt: link.expiresAt,
    })
  }
}
