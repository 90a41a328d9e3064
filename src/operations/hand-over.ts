import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { Contact } from '../domain/contact.js'
import { Invalid, NotFound } from '../domain/errors.js'
import { keyBy } from '../domain/group.js'
import type { Link } from '../domain/link.js'
import { orderStatus, type OrderStatus } from '../domain/media-order.js'
import { afterQuietHours } from '../domain/schedule.js'
import { addDays } from '../domain/time.js'
import { findOrAddContact, type ContactFacts } from './add-contact.js'
import { makeLink } from './make-link.js'
import { postMail } from './post-mail.js'
import { record } from './record.js'

export interface HandOver {
  outletIds: string[]
  /** Null while nobody has taken the place. */
  successor: ContactFacts | null
}

/**
 * A contact stops serving outlets, and another person takes their place. What the first one answered stays theirs; their
 * open links to these outlets end, and the successor gets new ones for the same orders and weeks.
 */
export async function handOver(
  app: App,
  actor: UserActor,
  contactId: string,
  { outletIds, successor }: HandOver,
): Promise<void> {
  await app.store.write(async store => {
    const leaving = await store.contacts.find(contactId)
    if (!leaving) throw new NotFound('contact')
    const today = app.clock.today()
    const served = await store.contacts.outletIds(contactId, today)
    if (outletIds.some(id => !served.includes(id))) throw new Invalid({ outletIds: { code: 'not-a-choice' } })
    if (successor?.email === leaving.email) throw new Invalid({ email: { code: 'already-taken' } })
    for (const id of outletIds) await store.contacts.release(id, contactId, addDays(today, -1))
    const next = successor && (await findOrAddContact(app, store, successor))
    if (next) await takeOutlets(store, { contact: next, outletIds, since: today })
    const open = await endLinks(app, store, { leaving, outletIds, stays: served.length > outletIds.length })
    if (next) await renewLinks(app, store, next, open)
    await record(app, store, actor, {
      action: 'contact-handed-over',
      subject: ['contact', contactId],
      after: { outletIds, successorId: next?.id ?? null, links: open.map(link => link.id) },
    })
  })
}

async function takeOutlets(
  store: Store,
  { contact, outletIds, since }: { contact: Contact; outletIds: readonly string[]; since: string },
): Promise<void> {
  const known = await store.contacts.outletIds(contact.id, since)
  for (const outletId of outletIds.filter(id => !known.includes(id))) {
    await store.contacts.assign({ outletId, contactId: contact.id, since, until: null })
  }
}

/**
 * Ends links to orders of these outlets; a week's link spans all outlets of its contact, so that it ends with the last.
 * Returns what somebody else has to take up: orders that stand, weeks with broadcasts nobody has answered for.
 */
async function endLinks(
  app: App,
  store: Store,
  { leaving, outletIds, stays }: { leaving: Contact; outletIds: readonly string[]; stays: boolean },
): Promise<Link[]> {
  const now = app.clock.now()
  const open = await store.links.listOpenOfContact(leaving.id, now)
  const orderIds = open.flatMap(link => link.orderId ?? [])
  const orders = keyBy(await store.mediaOrders.listByIds(orderIds), order => order.id)
  const ofOutlets = open.filter(
    link => link.orderId && outletIds.includes(orders.get(link.orderId)?.outletId ?? ''),
  )
  const weeks = open.filter(link => link.kind === 'week')
  const ended = stays ? ofOutlets : [...ofOutlets, ...weeks]
  await store.links.end(
    ended.map(link => link.id),
    now,
  )
  const standing = ofOutlets.filter(link => !over.includes(orderStatus(orders.get(link.orderId!)!)))
  const waiting: Link[] = []
  for (const link of weeks) {
    const days = { from: link.week!, to: addDays(link.week!, 6) }
    const runs = await store.broadcasts.listStates({ outletIds, ...days, unjudged: true })
    if (runs.length > 0) waiting.push(link)
  }
  return [...standing, ...waiting]
}

const over: readonly OrderStatus[] = ['closed', 'cancelled', 'declined']

async function renewLinks(app: App, store: Store, to: Contact, links: readonly Link[]): Promise<void> {
  for (const { kind, week, orderId, orderVersion } of links) {
    if (kind === 'week' && (await store.links.findWeek(to.id, week!))) continue
    const link = await makeLink(app, store, kind, { contactId: to.id, week, orderId, orderVersion })
    const common = { to, dueAt: afterQuietHours(app.clock.now(), app.clock.zone), expiresAt: link.expiresAt }
    await postMail(
      app,
      store,
      kind === 'week'
        ? {
            ...common,
            kind: 'week',
            subjectId: `${to.id} ${week}`,
            dedupeKey: `week ${link.id}`,
            payload: { linkId: link.id, contactId: to.id, week: week! },
          }
        : {
            ...common,
            kind: 'order',
            subjectId: orderId!,
            dedupeKey: `order ${link.id}`,
            payload: { linkId: link.id, contactId: to.id, orderId: orderId!, versionNumber: orderVersion! },
          },
    )
  }
}
