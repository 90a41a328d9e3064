import type { BroadcastState } from '../../domain/broadcast.js'
import type { Makegood } from '../../domain/makegood.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import { priceText, slotTime } from '../makegoods/texts.js'
import { runTime } from '../partner/run-time.js'
import type { MailContent } from './content.js'
import { partnerMail, type PartnerMail } from './orders.js'

export function makegoodMail(
  words: Words,
  formats: Formats,
  mail: PartnerMail & { missed: BroadcastState; makegood: Makegood; orderNumber: string },
): MailContent {
  const t = words.makegoods
  const missed = runTime(words, formats, mail.missed)
  const when = slotTime(words, formats, mail.makegood)
  const { orderNumber } = mail
  return {
    ...partnerMail(words, formats, mail),
    subject: orderNumber ? t.mailExtraSubject(orderNumber) : t.mailSubject(mail.missed.outletName),
    paragraphs: [
      orderNumber
        ? t.mailExtraText({ number: orderNumber, when, price: priceText(words, formats, mail.makegood) })
        : t.mailText(missed, when),
    ],
    button: { label: t.mailButton, address: mail.address },
  }
}
