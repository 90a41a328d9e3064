import type { Digest } from '../../domain/digest.js'
import { addDays } from '../../domain/time.js'
import type { User } from '../../domain/user.js'
import type { Words } from '../../language/words.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { MailContent } from './content.js'

export interface DigestMail {
  user: User
  officeName: string
  digest: Digest
  address: string
  /** Where it is stopped. */
  stop: string
}

/** Only what changed: what brought nothing new is not mentioned. */
export function digestMail(words: Words, formats: Formats, mail: DigestMail): MailContent {
  const t = words.digest
  const { digest } = mail
  const week = formats.days(digest.week, addDays(digest.week, 6))
  return {
    language: formats.language,
    subject: t.subject(week),
    greeting: words.mails.greeting(mail.user.name),
    paragraphs: [
      t.lead(week),
      ...registrations(words, formats, digest),
      ...broadcasts(words, formats, digest),
      ...digest.verdicts.map(({ name, kind, before }) =>
        before
          ? t.verdictChanged({ name, kind: words.verdicts[kind], before: words.verdicts[before] })
          : t.verdictNew({ name, kind: words.verdicts[kind] }),
      ),
      ...(digest.alerts.length > 0 ? [t.alerts(formats.number(digest.alerts.length))] : []),
    ],
    table: digest.alerts.length > 0 ? alertTable(words, formats, digest) : null,
    button: { label: t.button, address: mail.address },
    notes: [t.stop(mail.stop)],
    signature: mail.officeName,
  }
}

function registrations({ digest: t }: Words, formats: Formats, { registrations: r }: Digest): string[] {
  if (r.count === 0) return []
  return [t.registrations({ count: formats.number(r.count), before: formats.number(r.before) })]
}

function broadcasts({ digest: t }: Words, formats: Formats, { broadcasts: b }: Digest): string[] {
  if (b.ran + b.missed + b.unanswered === 0) return []
  const { ran, missed, unanswered } = b
  return [
    t.broadcasts({
      ran: formats.number(ran),
      missed: formats.number(missed),
      unanswered: formats.number(unanswered),
    }),
  ]
}

function alertTable(words: Words, formats: Formats, { alerts }: Digest) {
  const t = words.spikes
  return table(
    t.title,
    [t.district, t.when, t.excess],
    alerts.map(({ name, firstDay, lastDay, low, high }) => [
      name,
      formats.days(firstDay, lastDay),
      t.excessRange(formats.number(low), formats.number(high)),
    ]),
    { empty: t.none },
  )
}
