import type { App } from '../app.js'
import type { SentMail } from '../domain/mail.js'
import { words } from '../language/words.js'
import { formats } from '../views/formats.js'
import { makegoodMail } from '../views/mail/makegoods.js'
import { paths } from '../views/paths.js'
import type { Composed } from './composed.js'
import { partnerOf } from './partner-mails.js'

export async function composeMakegoodMail(app: App, mail: SentMail): Promise<Composed | undefined> {
  const partner = await partnerOf(app, mail, token => paths.partnerMakegoods(token))
  const missed = await app.store.broadcasts.find(String(mail.payload['broadcastId']))
  const makegood = await app.store.makegoods.find(String(mail.payload['makegoodId']))
  if (!partner || !missed || !makegood) return undefined
  const order = makegood.orderId ? await app.store.mediaOrders.find(makegood.orderId) : undefined
  const facts = { ...partner, missed, makegood, orderNumber: order?.number ?? '' }
  const content = makegoodMail(words[mail.language], formats(mail.language, app.clock.zone), facts)
  return { content, attachments: [] }
}
