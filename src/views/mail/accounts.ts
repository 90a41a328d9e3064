import type { Instant } from '../../domain/time.js'
import type { User } from '../../domain/user.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import type { MailContent } from './content.js'

export interface AccountMail {
  user: User
  officeName: string
  address: string
  expiresAt: Instant
}

export function invitationMail(words: Words, formats: Formats, mail: AccountMail): MailContent {
  const t = words.mails
  return {
    ...accountMail(words, formats, mail),
    subject: t.invitationSubject(mail.officeName),
    paragraphs: [t.invitationText(mail.officeName, words.roleNames[mail.user.role])],
    button: { label: t.invitationButton, address: mail.address },
  }
}

export function passwordResetMail(words: Words, formats: Formats, mail: AccountMail): MailContent {
  const t = words.mails
  return {
    ...accountMail(words, formats, mail),
    subject: t.resetSubject,
    paragraphs: [t.resetText],
    button: { label: t.resetButton, address: mail.address },
  }
}

function accountMail(words: Words, formats: Formats, mail: AccountMail): MailContent {
  const t = words.mails
  return {
    language: formats.language,
    subject: '',
    greeting: t.greeting(mail.user.name),
    paragraphs: [],
    table: null,
    button: null,
    notes: [t.linkUntil(formats.instant(mail.expiresAt)), t.ignoreIfUnexpected],
    signature: mail.officeName,
  }
}
