import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { isSettled } from '../domain/broadcast.js'
import { mustAllow } from '../domain/errors.js'
import { mayCancelOrder, sentVersion, type MediaOrder } from '../domain/media-order.js'
import { orderOf } from './draft-order.js'
import { postMail } from './post-mail.js'
import { record } from './record.js'

/**
 * Ends an order: what has neither run nor been answered is withdrawn, and an outlet that was ever sent it is told; its
 * link shows that nothing is to be run. What is past or answered stays on record.
 */
export async function cancelOrder(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    mustAllow(mayCancelOrder(order))
    await endOrder(app, store, actor, { order, reason })
  })
}

/** Within a change that has made sure that the order may end. */
export async function endOrder(
  app: App,
  store: Store,
  actor: UserActor,
  { order, reason }: { order: MediaOrder; reason: string },
): Promise<void> {
  const now = app.clock.now()
  const change = { cancelledAt: now, cancelledBy: actor.id, cancelReason: reason }
  await store.mediaOrders.update(order, change)
  const { open } = await broadcastsOf(store, order, app.clock.today())
  await store.broadcasts.withdraw(open, now)
  if (sentVersion(order)) await tellOutlet(app, store, order)
  await record(app, store, actor, {
    action: 'order-cancelled',
    subject: ['order', order.id],
    after: { ...change, withdrawn: open.length },
  })
}

/** The ids of an order's broadcasts that can still be withdrawn, and of those that stay whatever happens. */
export async function broadcastsOf(
  store: Store,
  order: MediaOrder,
  today: string,
): Promise<{ open: string[]; settled: string[] }> {
  const planned = (await store.broadcasts.listOfOrder(order.id)).filter(it => !it.withdrawnAt)
  const answered = await store.confirmations.current(planned.map(({ id }) => id))
  const settled = planned.filter(it => isSettled(it, { today, answered }))
  const open = planned.filter(it => !settled.includes(it))
  return { open: open.map(({ id }) => id), settled: settled.map(({ id }) => id) }
}

async function tellOutlet(app: App, store: Store, order: MediaOrder): Promise<void> {
  const contacts = await store.contacts.listOfOutlet(order.outletId, app.clock.today())
  for (const contact of contacts)
    await postMail(app, store, {
      kind: 'order-cancelled',
      to: contact,
      subjectId: order.id,
      dedupeKey: `order-cancelled ${order.id} ${contact.id}`,
      payload: { contactId: contact.id, orderId: order.id },
    })
}
