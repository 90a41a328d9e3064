/** What each kind of mail says, from the present state of what it is about; nothing when that is gone. */
import type { App } from '../app.js'
import type { MailKind, SentMail } from '../domain/mail.js'
import { words } from '../language/words.js'
import { formats } from '../views/formats.js'
import { invitationMail, passwordResetMail } from '../views/mail/accounts.js'
import { paths } from '../views/paths.js'
import type { Composed, notNeeded } from './composed.js'
import { composeDigest } from './digest-mails.js'
import { composeImportStopped } from './import-mails.js'
import { linkMark } from './link-marks.js'
import { composeMakegoodMail } from './makegood-mails.js'
import { composeCancelledMail, composeOrderMail } from './order-mails.js'
import { composeNewLink } from './new-link-mails.js'
import { composeAnswersMissing, composeReminder } from './reminder-mails.js'
import { composeReturnedMail, composeWeekMail } from './partner-mails.js'

type Written = Composed | typeof notNeeded | undefined
type Composer = (app: App, mail: SentMail) => Promise<Written>

const composers: Record<MailKind, Composer> = {
  invitation: (app, mail) => accountMail(app, mail, paths.invitation, invitationMail),
  'password-reset': (app, mail) => accountMail(app, mail, paths.passwordReset, passwordResetMail),
  order: composeOrderMail,
  'order-cancelled': composeCancelledMail,
  week: composeWeekMail,
  'returned-confirmation': composeReturnedMail,
  makegood: composeMakegoodMail,
  reminder: composeReminder,
  'answers-missing': composeAnswersMissing,
  'new-link': composeNewLink,
  'import-stopped': composeImportStopped,
  digest: composeDigest,
}

export async function composeMail(app: App, mail: SentMail): Promise<Written> {
  return composers[mail.kind](app, mail)
}

async function accountMail(
  app: App,
  mail: SentMail,
  path: (token: string) => string,
  write: typeof invitationMail,
): Promise<Composed | undefined> {
  const user = await app.store.users.find(String(mail.payload['userId']))
  const link = await app.store.links.find(String(mail.payload['linkId']))
  if (!user || !link) return undefined
  const { officeName } = await app.store.settings.all()
  const content = write(words[mail.language], formats(mail.language, app.clock.zone), {
    user,
    officeName,
    address: app.url(path(linkMark(link.id))),
    expiresAt: link.expiresAt,
  })
  return { content, attachments: [] }
}
