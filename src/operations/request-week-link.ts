import type { App, Store } from '../app.js'
import { system } from '../domain/actor.js'
import type { Contact } from '../domain/contact.js'
import { keyBy } from '../domain/group.js'
import { askedDays, openWeeks } from '../domain/inbox.js'
import { linkIsOpen } from '../domain/link.js'
import { latestVersion, orderStatus } from '../domain/media-order.js'
import { addDays, mondayOf, type Day } from '../domain/time.js'
import { makeLink } from './make-link.js'
import { postMail } from './post-mail.js'
import { record } from './record.js'
import { weekLinkFor } from './week-link.js'

/**
 * Mails whoever lost a link a new one, to the address on file only; says nothing about whether the address is known. At
 * most one mail an hour, so that nobody can flood somebody else's inbox.
 */
export async function requestWeekLink(app: App, email: string): Promise<void> {
  const contact = await app.store.contacts.findByEmail(email)
  if (!contact) return
  await app.store.write(async store => {
    const weeks = await weeksToOpen(app, store, contact)
    const orders = await orderLinks(app, store, contact)
    let linkId = ''
    for (const week of weeks) linkId = (await weekLinkFor(app, store, { contactId: contact.id, week })).id
    if (!linkId) return
    const isNew = await postMail(app, store, {
      kind: 'new-link',
      to: contact,
      subjectId: contact.id,
      dedupeKey: `new-link ${contact.id} ${app.clock.now().slice(0, 13)}`,
      payload: { contactId: contact.id, linkId, orders: orders.join(' ') },
    })
    if (!isNew) return
    const change = { action: 'week-link-asked', subject: ['contact', contact.id] as const, after: { weeks } }
    await record(app, store, system('new-link'), change)
  })
}

/** Every week in which something is open, and last the newest that can be looked at: its page names the others. */
async function weeksToOpen({ clock }: App, store: Store, { id }: Contact): Promise<Day[]> {
  const today = clock.today()
  const outletIds = await store.contacts.outletIds(id, today)
  const from = addDays(today, -askedDays)
  const [past, outlets] = await Promise.all([
    store.broadcasts.listStates({ outletIds, from, to: today, unjudged: true }),
    store.outlets.list(),
  ])
  const open = openWeeks(
    past,
    keyBy(outlets, outlet => outlet.id),
    { today, moved: new Map() },
  )
  if (open.length > 0) return open.map(({ week }) => week)
  const latest = (await store.broadcasts.listStates({ outletIds, from, to: today })).at(-1)
  return outletIds.length > 0 ? [latest ? mondayOf(latest.day) : mondayOf(today)] : []
}

/** Links of orders that still wait for an answer. */
async function orderLinks(app: App, store: Store, { id: contactId }: Contact): Promise<string[]> {
  const outletIds = await store.contacts.outletIds(contactId, app.clock.today())
  const lists = await Promise.all(outletIds.map(outletId => store.mediaOrders.list({ outletId })))
  const ids: string[] = []
  for (const order of lists.flat().filter(each => orderStatus(each) === 'sent')) {
    const { number } = latestVersion(order)
    const links = await store.links.listOfOrder(order.id)
    const known = links.find(
      link =>
        link.contactId === contactId && link.orderVersion === number && linkIsOpen(link, app.clock.now()),
    )
    const purpose = { contactId, orderId: order.id, orderVersion: number }
    ids.push((known ?? (await makeLink(app, store, 'order', purpose))).id)
  }
  return ids
}
