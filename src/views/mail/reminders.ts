/** Reminders of answers that are missing: friendly before the deadline, plain after it, facts for the planner. */
import type { Contact } from '../../domain/contact.js'
import type { Day } from '../../domain/time.js'
import type { User } from '../../domain/user.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import type { MailContent } from './content.js'
import { partnerMail, type PartnerMail } from './orders.js'

export interface OpenAnswers {
  week: Day
  today: Day
  deadline: Day
  /** Broadcasts without an answer. */
  count: number
  outletNames: string[]
}

/** `about` is the colleague whose answer is missing; empty where it is the reader's own. */
export type ReminderMail = PartnerMail & OpenAnswers & { about: string }

export function reminderMail(words: Words, formats: Formats, mail: ReminderMail): MailContent {
  const t = words.reminders
  const week = formats.week(mail.week)
  const count = formats.number(mail.count)
  return {
    ...partnerMail(words, formats, mail),
    subject: t.subject(count, week),
    paragraphs: [
      ...(mail.about ? [t.forColleague(mail.about)] : []),
      t.waiting(count, formats.list(mail.outletNames), week),
      deadlineText(words, formats, mail),
      t.moreTime,
    ],
    button: { label: words.partner.mailWeekButton, address: mail.address },
  }
}

function deadlineText(words: Words, formats: Formats, { today, deadline }: OpenAnswers): string {
  const t = words.reminders
  const day = formats.dayWithWeekday(deadline)
  if (today > deadline) return t.passed(day)
  return today === deadline ? t.today : t.until(day)
}

export type AnswersMissingMail = OpenAnswers & {
  user: User
  contact: Contact
  officeName: string
  address: string
}

export function answersMissingMail(words: Words, formats: Formats, mail: AnswersMissingMail): MailContent {
  const t = words.reminders
  const outlets = formats.list(mail.outletNames)
  const week = formats.week(mail.week)
  const count = formats.number(mail.count)
  const { name, phone, email } = mail.contact
  return {
    language: formats.language,
    subject: t.missingSubject(outlets, week),
    greeting: words.mails.greeting(mail.user.name),
    paragraphs: [
      t.missingText({ count, outlets, week, deadline: formats.dayWithWeekday(mail.deadline) }),
      t.missingContact(name, formats.list([phone, email].filter(Boolean))),
    ],
    table: null,
    button: { label: t.missingButton, address: mail.address },
    notes: [],
    signature: mail.officeName,
  }
}
