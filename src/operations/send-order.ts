import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, mustAllow } from '../domain/errors.js'
import type { MediaOrder } from '../domain/media-order.js'
import { latestVersion, maySend } from '../domain/media-order.js'
import type { Outlet } from '../domain/outlet.js'
import { sendingProblem } from '../domain/outlet.js'
import { orderOf } from './draft-order.js'
import { makeLink } from './make-link.js'
import { postMail } from './post-mail.js'
import { record } from './record.js'
import { mustBeWarned } from './warn-of-order.js'

/** Sends an approved version to every contact of the outlet: a link each; links to earlier versions end. */
export async function sendOrder(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    mustAllow(maySend(order))
    const outlet = (await store.outlets.find(order.outletId))!
    await mustBeReady(store, order, outlet)
    await mustBeWarned(app, store, order)
    const contacts = await store.contacts.listOfOutlet(outlet.id, app.clock.today())
    if (contacts.length === 0) throw new Conflict({ code: 'no-contact', values: { outlet: outlet.name } })

    const now = app.clock.now()
    const { number } = latestVersion(order)
    await store.links.revoke({ kind: 'order', orderId: id }, now)
    for (const contact of contacts) {
      const link = await makeLink(app, store, 'order', {
        contactId: contact.id,
        orderId: id,
        orderVersion: number,
      })
      await postMail(app, store, {
        kind: 'order',
        to: contact,
        subjectId: id,
        dedupeKey: `order ${link.id}`,
        payload: { linkId: link.id, contactId: contact.id, orderId: id, versionNumber: number },
        expiresAt: link.expiresAt,
      })
    }
    await store.mediaOrders.updateVersion(order, number, { sentAt: now, sentBy: actor.id })
    const recipients = contacts.map(contact => contact.id)
    await record(app, store, actor, {
      action: 'order-sent',
      subject: ['order', id],
      after: { version: number, recipients },
    })
  })
}

async function mustBeReady(store: Store, order: MediaOrder, outlet: Outlet): Promise<void> {
  const days = latestVersion(order)
    .lines.flatMap(line => [line.firstDay, line.lastDay])
    .toSorted()
  const offAir = await store.outlets.offAir(outlet.id)
  const problem = sendingProblem(outlet, offAir, { first: days[0]!, last: days.at(-1)! })
  if (problem) throw new Conflict(problem)
}
