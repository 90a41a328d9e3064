import type { BroadcastState } from '../../domain/broadcast.js'
import type { Contact } from '../../domain/contact.js'
import { groupBy } from '../../domain/group.js'
import type { Day, Instant } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { LineChange } from '../../domain/order-changes.js'
import { changeSentences } from '../orders/changes.js'
import { daypartText, type LineFacts } from '../orders/lines.js'
import type { MailContent } from './content.js'

export interface PartnerMail {
  contact: Contact
  officeName: string
  address: string
  expiresAt: Instant
}

export interface OrderMail extends PartnerMail {
  number: string
  versionNumber: number
  reason: string
  campaignName: string
  outletName: string
  broadcasts: BroadcastState[]
  /** Against what the outlet knows. */
  changes: LineChange[]
  materials: LineFacts['materials']
}

export function orderMail(words: Words, formats: Formats, mail: OrderMail): MailContent {
  const t = words.partner
  const days = mail.broadcasts.map(broadcast => broadcast.day).toSorted()
  const flight = days.length > 0 ? formats.days(days[0]!, days.at(-1)!) : ''
  const change =
    mail.versionNumber > 1 ? [t.mailOrderChange(formats.number(mail.versionNumber), mail.reason)] : []
  return {
    ...partnerMail(words, formats, mail),
    subject: t.mailSubjectOrder(mail.number, mail.outletName),
    paragraphs: [
      t.mailOrderText(mail.campaignName, formats.number(mail.broadcasts.length), flight),
      ...change,
      ...changeSentences(words, formats, mail.changes, mail.materials),
    ],
    button: { label: t.mailOrderButton, address: mail.address },
    table: scheduleTable(words, formats, mail.broadcasts),
  }
}

export type CancelledMail = Omit<PartnerMail, 'address' | 'expiresAt'> &
  Pick<OrderMail, 'number' | 'reason' | 'campaignName' | 'outletName' | 'broadcasts'>

/** No link: there is nothing left to answer. */
export function cancelledMail(words: Words, formats: Formats, mail: CancelledMail): MailContent {
  const t = words.orderCancellation
  return {
    language: formats.language,
    subject: t.mailSubject(mail.number, mail.outletName),
    greeting: words.mails.greeting(mail.contact.name),
    paragraphs: [t.mailText(mail.campaignName, mail.reason)],
    table: mail.broadcasts.length > 0 ? scheduleTable(words, formats, mail.broadcasts) : null,
    button: null,
    notes: [],
    signature: mail.officeName,
  }
}

/** A row per day: what runs when. */
export function scheduleTable(
  words: Words,
  formats: Formats,
  broadcasts: readonly BroadcastState[],
): TableModel {
  const t = words.broadcasts
  const days = groupBy(broadcasts, broadcast => broadcast.day)
  return table(
    words.partner.schedule,
    [t.day, t.time, t.material],
    [...days].map(([day, runs]) => [
      `${formats.weekdayShort(day)}, ${formats.dayMedium(day)}`,
      runs.map(run => daypartText(words, formats, run)).join('; '),
      [...new Set(runs.map(run => `${run.materialCode} ${run.materialTitle}`))].join('; '),
    ]),
    { empty: '' },
  )
}

export interface WeekMail extends PartnerMail {
  week: Day
  count: number
}

export function weekMail(words: Words, formats: Formats, mail: WeekMail): MailContent {
  const t = words.partner
  const week = formats.week(mail.week)
  return {
    ...partnerMail(words, formats, mail),
    subject: t.mailWeekSubject(week),
    paragraphs: [t.mailWeekText(formats.number(mail.count), week)],
    button: { label: t.mailWeekButton, address: mail.address },
  }
}

export interface ReturnedMail {
  contact: Contact
  officeName: string
  count: number
  reason: string
}

export function returnedMail(words: Words, formats: Formats, mail: ReturnedMail): MailContent {
  const t = words.partner
  return {
    language: formats.language,
    subject: t.mailReturnedSubject,
    greeting: words.mails.greeting(mail.contact.name),
    paragraphs: [t.mailReturnedText(formats.number(mail.count), mail.reason)],
    table: null,
    button: null,
    notes: [],
    signature: mail.officeName,
  }
}

export function partnerMail(words: Words, formats: Formats, mail: PartnerMail): MailContent {
  return {
    language: formats.language,
    subject: '',
    greeting: words.mails.greeting(mail.contact.name),
    paragraphs: [],
    table: null,
    button: null,
    notes: [words.partner.mailOnlyYou, words.mails.linkUntil(formats.instant(mail.expiresAt))],
    signature: mail.officeName,
  }
}
