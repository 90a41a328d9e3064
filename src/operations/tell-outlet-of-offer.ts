import type { App, Store } from '../app.js'
import type { BroadcastState } from '../domain/broadcast.js'
import type { Makegood } from '../domain/makegood.js'
import { afterQuietHours } from '../domain/schedule.js'
import { mondayOf } from '../domain/time.js'
import { postMail } from './post-mail.js'
import { weekLinkFor } from './week-link.js'

/** Mails the contacts of the outlet it would run at; the link of the missed week answers it. */
export async function tellOutletOfOffer(
  app: App,
  store: Store,
  missed: BroadcastState,
  makegood: Makegood,
): Promise<void> {
  const week = mondayOf(missed.day)
  const order = makegood.orderId ? await store.mediaOrders.find(makegood.orderId) : undefined
  const outletId = order?.outletId ?? missed.outletId
  for (const contact of await store.contacts.listOfOutlet(outletId, app.clock.today())) {
    const link = await weekLinkFor(app, store, { contactId: contact.id, week })
    await postMail(app, store, {
      kind: 'makegood',
      to: contact,
      subjectId: missed.id,
      dedupeKey: `makegood ${makegood.id} ${contact.id}`,
      payload: { linkId: link.id, contactId: contact.id, broadcastId: missed.id, makegoodId: makegood.id },
      dueAt: afterQuietHours(app.clock.now(), app.clock.zone),
      expiresAt: link.expiresAt,
    })
  }
}
