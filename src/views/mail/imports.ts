import type { Problem } from '../../domain/problem.js'
import type { Instant } from '../../domain/time.js'
import type { User } from '../../domain/user.js'
import type { Words } from '../../language/words.js'
import { problemText } from '../components/fields.js'
import type { Formats } from '../formats.js'
import type { MailContent } from './content.js'

export interface ImportStopped {
  user: User
  officeName: string
  file: string
  at: Instant
  /** Why nothing of it was kept; null when it waits as a preview. */
  problem: Problem | null
  waiting: { refused: number; questions: number; address: string } | null
}

export function importStoppedMail(words: Words, formats: Formats, mail: ImportStopped): MailContent {
  const t = words.mails
  const { waiting, problem } = mail
  const reason = waiting
    ? t.stoppedWaiting(formats.number(waiting.refused), formats.number(waiting.questions))
    : problem && problemText(words, problem)
  return {
    language: formats.language,
    subject: t.stoppedSubject(mail.file),
    greeting: t.greeting(mail.user.name),
    paragraphs: [t.stoppedText(mail.file, formats.instant(mail.at)), ...(reason ? [reason] : [])],
    table: null,
    button: waiting ? { label: t.stoppedButton, address: waiting.address } : null,
    notes: [],
    signature: mail.officeName,
  }
}
