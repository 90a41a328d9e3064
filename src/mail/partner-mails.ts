/** Mails to outlets about what ran: the week's link, what was returned. */
import type { App } from '../app.js'
import type { SentMail } from '../domain/mail.js'
import { addDays } from '../domain/time.js'
import { words } from '../language/words.js'
import { formats } from '../views/formats.js'
import { returnedMail, weekMail } from '../views/mail/orders.js'
import { paths } from '../views/paths.js'
import type { Composed } from './composed.js'
import { linkMark } from './link-marks.js'

export async function composeWeekMail(app: App, mail: SentMail): Promise<Composed | undefined> {
  const partner = await partnerOf(app, mail, paths.week)
  if (!partner) return undefined
  const week = String(mail.payload['week'])
  const outletIds = await app.store.contacts.outletIds(partner.contact.id, app.clock.today())
  const broadcasts = await app.store.broadcasts.listStates({ outletIds, from: week, to: addDays(week, 6) })
  const count = broadcasts.filter(broadcast => !broadcast.withdrawnAt && broadcast.answer === null).length
  const content = weekMail(words[mail.language], formats(mail.language, app.clock.zone), {
    ...partner,
    week,
    count,
  })
  return { content, attachments: [] }
}

export async function composeReturnedMail(app: App, mail: SentMail): Promise<Composed | undefined> {
  const contact = await app.store.contacts.find(String(mail.payload['contactId']))
  if (!contact) return undefined
  const { officeName } = await app.store.settings.all()
  const content = returnedMail(words[mail.language], formats(mail.language, app.clock.zone), {
    contact,
    officeName,
    count: Number(mail.payload['count']),
    reason: String(mail.payload['reason']),
  })
  return { content, attachments: [] }
}

export async function partnerOf(app: App, mail: SentMail, path: (token: string) => string) {
  const contact = await app.store.contacts.find(String(mail.payload['contactId']))
  const link = await app.store.links.find(String(mail.payload['linkId']))
  if (!contact || !link) return undefined
  const { officeName } = await app.store.settings.all()
  return { contact, officeName, address: app.url(path(linkMark(link.id))), expiresAt: link.expiresAt }
}
