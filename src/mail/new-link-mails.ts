import type { App } from '../app.js'
import type { SentMail } from '../domain/mail.js'
import { words } from '../language/words.js'
import { formats } from '../views/formats.js'
import { partnerMail } from '../views/mail/orders.js'
import { paths } from '../views/paths.js'
import type { Composed } from './composed.js'
import { linkMark } from './link-marks.js'
import { partnerOf } from './partner-mails.js'

/** The new link of a contact's weeks, and those of orders that wait for an answer. */
export async function composeNewLink(app: App, mail: SentMail): Promise<Composed | undefined> {
  const partner = await partnerOf(app, mail, paths.week)
  if (!partner) return undefined
  const spoken = words[mail.language]
  const t = spoken.newLink
  const content = {
    ...partnerMail(spoken, formats(mail.language, app.clock.zone), partner),
    subject: t.mailSubject,
    paragraphs: [t.mailText, ...(await orderSentences(app, mail))],
    button: { label: spoken.partner.mailWeekButton, address: partner.address },
  }
  return { content, attachments: [] }
}

async function orderSentences(app: App, mail: SentMail): Promise<string[]> {
  const ids = String(mail.payload['orders'] ?? '')
    .split(' ')
    .filter(Boolean)
  const sentences = await Promise.all(
    ids.map(async id => {
      const link = await app.store.links.find(id)
      const order = await app.store.mediaOrders.find(link?.orderId ?? '')
      const address = app.url(paths.partnerOrder(linkMark(id)))
      return order ? [words[mail.language].newLink.mailOrder(order.number, address)] : []
    }),
  )
  return sentences.flat()
}
