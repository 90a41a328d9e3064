import type { App, Store } from '../app.js'
import type { Contact } from '../domain/contact.js'
import { system } from '../domain/actor.js'
import { groupBy } from '../domain/group.js'
import { afterQuietHours } from '../domain/schedule.js'
import type { Day } from '../domain/time.js'
import { addDays, mondayOf } from '../domain/time.js'
import { postMail } from './post-mail.js'
import { record } from './record.js'
import { weekLinkFor } from './week-link.js'

/** Mails every contact with broadcasts in the week that has ended one link over all their outlets. */
export async function sendWeekLinks(app: App, week: Day = lastWeek(app)): Promise<number> {
  const contacts = groupBy(await app.store.contacts.listServing(app.clock.today()), contact => contact.id)
  let sent = 0
  for (const rows of contacts.values()) {
    const outletIds = rows.map(row => row.outletId)
    const ran = await app.store.broadcasts.listStates({ outletIds, from: week, to: addDays(week, 6) })
    if (!ran.some(broadcast => !broadcast.withdrawnAt)) continue
    if (await app.store.write(store => sendWeekLink(app, store, rows[0]!, week))) sent++
  }
  return sent
}

function lastWeek({ clock }: App): Day {
  return addDays(mondayOf(clock.today()), -7)
}

async function sendWeekLink(app: App, store: Store, contact: Contact, week: Day): Promise<boolean> {
  const mails = await store.outbox.listOfSubject(`${contact.id} ${week}`)
  if (mails.some(({ kind }) => kind === 'week')) return false
  // It may be there already: asked for by the contact, or made for the offer of a replacement.
  const link = await weekLinkFor(app, store, { contactId: contact.id, week })
  await postMail(app, store, {
    kind: 'week',
    to: contact,
    subjectId: `${contact.id} ${week}`,
    dedupeKey: `week ${contact.id} ${week}`,
    payload: { linkId: link.id, contactId: contact.id, week },
    dueAt: afterQuietHours(app.clock.now(), app.clock.zone),
    expiresAt: link.expiresAt,
  })
  await record(app, store, system('send-week-links'), {
    action: 'week-link-sent',
    subject: ['contact', contact.id],
    after: { week },
  })
  return true
}
