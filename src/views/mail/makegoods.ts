import type { BroadcastState } from '../../domain/broadcast.js'
import type { Makegood } from '../../domain/makegood.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import { slotTime } from '../makegoods/texts.js'
import { runTime } from '../partner/run-time.js'
import type { MailContent } from './content.js'
import { partnerMail, type PartnerMail } from './orders.js'

export function makegoodMail(
  words: Words,
  formats: Formats,
  mail: PartnerMail & { missed: BroadcastState; makegood: Makegood },
): MailContent {
  const t = words.makegoods
  const missed = runTime(words, formats, mail.missed)
  return {
    ...partnerMail(words, formats, mail),
    subject: t.mailSubject(mail.missed.outletName),
    paragraphs: [t.mailText(missed, slotTime(words, formats, mail.makegood))],
    button: { label: t.mailButton, address: mail.address },
  }
}
