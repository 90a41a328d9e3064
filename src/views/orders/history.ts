import { mailStatus, type SentMail } from '../../domain/mail.js'
import { versionStatus, type MediaOrder, type OrderVersion } from '../../domain/media-order.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'

export function answerText(words: Words, formats: Formats, version: OrderVersion): string {
  const t = words.orders
  if (version.acceptedAt && version.acceptedHow)
    return t.acceptedWhen(t.how[version.acceptedHow], formats.instant(version.acceptedAt))
  return version.declineReason === null ? '' : t.declinedBecause(version.declineReason)
}

export function historyTable(words: Words, formats: Formats, order: MediaOrder): TableModel {
  const t = words.orders
  const when = (instant: string | null) => (instant ? formats.instantShort(instant) : '–')
  return table(
    t.history,
    [t.version, words.common.reason, t.approvedOn, t.sentOn, words.common.state],
    order.versions.map(version => [
      formats.number(version.number),
      version.reason || '–',
      when(version.approvedAt),
      when(version.sentAt),
      answerText(words, formats, version) || t.statusNames[versionStatus(version)],
    ]),
    { empty: words.common.nothingYet },
  )
}

export function mailTable(words: Words, formats: Formats, mails: SentMail[]): TableModel {
  const t = words.system
  return table(
    words.orders.mails,
    [t.mailTo, t.mailKind, t.mailCreated, words.common.state],
    mails.map(mail => [
      mail.recipient,
      t.mailKinds[mail.kind],
      formats.instantShort(mail.createdAt),
      t.mailStatus[mailStatus(mail)],
    ]),
    { empty: words.orders.mailsNone },
  )
}
