import { fillLinkMarks, holdsLinkMark } from '../../domain/link-mark.js'
import { mailStatus, type SentMail } from '../../domain/mail.js'
import type { Words } from '../../language/words.js'
import type {
  CalloutModel,
  FactsModel,
  PageHeadModel,
  PagerModel,
  TableModel,
  TabsModel,
} from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { SafeHtml } from '../html.js'
import type { Page, Tag } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { linkedText } from './linked-text.js'

export interface MailboxPage extends Page {
  head: PageHeadModel
  warning: CalloutModel | null
  tabs: TabsModel
  mails: TableModel
  pager: PagerModel
}

export interface MailPage extends Page {
  head: PageHeadModel
  facts: FactsModel
  callout: CalloutModel | null
  failure: CalloutModel | null
  textTitle: string
  text: SafeHtml | null
  notRendered: string
}

export interface MailboxViews {
  'mailbox/list': MailboxPage
  'mailbox/show': MailPage
}

export const mailFilters = ['all', 'waiting', 'failed', 'sent'] as const
export type MailFilter = (typeof mailFilters)[number]

export interface MailboxFacts {
  mails: readonly SentMail[]
  counts: { waiting: number; failed: number; sent: number; total: number }
  which: MailFilter
  offset: number
  pageSize: number
  /** False while there is no mail server: mails are only kept. */
  sends: boolean
}

export function mailboxPage(words: Words, formats: Formats, facts: MailboxFacts): MailboxPage {
  const t = words.system
  return {
    title: t.mailboxTitle,
    trail: [],
    head: {
      title: t.mailboxTitle,
      lede: t.mailboxLead,
      tag: null,
      updated: t.mailFound(formats.number(facts.counts.total)),
      links: [],
      actions: [],
    },
    warning: facts.sends ? null : { tone: 'wait', title: '', text: t.mailboxNoServer, link: null },
    tabs: filterTabs(words, formats, facts),
    mails: mailTable(words, formats, facts),
    pager: pages(words, facts),
  }
}

function filterTabs({ system: t }: Words, formats: Formats, { counts, which }: MailboxFacts): TabsModel {
  const labels = {
    all: t.mailAll,
    waiting: t.mailStatus.waiting,
    failed: t.mailStatus.failed,
    sent: t.mailStatus.sent,
  }
  const numbers = { all: counts.total, waiting: counts.waiting, failed: counts.failed, sent: counts.sent }
  return {
    label: t.mailboxTitle,
    tabs: mailFilters.map(filter => ({
      label: labels[filter],
      href: withQuery(paths.mailbox, { which: filter === 'all' ? undefined : filter }),
      current: filter === which,
      count: formats.number(numbers[filter]),
    })),
  }
}

function mailTable(words: Words, formats: Formats, { mails, sends }: MailboxFacts): TableModel {
  const t = words.system
  const rows = mails.map(mail => [
    {
      strong: mail.subjectLine ?? t.mailKinds[mail.kind],
      soft: t.mailKinds[mail.kind],
      to: paths.mail(mail.id),
    },
    mail.recipient,
    formats.instant(mail.createdAt),
    { tag: mailTag(words, mail, sends) },
    mail.lastError ?? '',
  ])
  const columns = [t.mailSubject, t.mailTo, t.mailCreated, words.common.state, t.mailError]
  return table(t.mailboxTitle, columns, rows, { empty: t.mailEmpty })
}

function pages({ common, system }: Words, { mails, which, offset, pageSize }: MailboxFacts): PagerModel {
  const at = (start: number) =>
    withQuery(paths.mailbox, { which: which === 'all' ? undefined : which, from: start })
  return {
    label: system.mailboxTitle,
    newer: offset > 0 ? at(Math.max(0, offset - pageSize)) : '',
    newerLabel: common.newer,
    older: mails.length === pageSize ? at(offset + pageSize) : '',
    olderLabel: common.older,
  }
}

const tones: Record<ReturnType<typeof mailStatus>, Tag['tone']> = {
  waiting: 'wait',
  retrying: 'wait',
  sent: 'good',
  failed: 'bad',
  dropped: 'plain',
}

/** Without a mail server nothing was sent, whatever the outbox says. */
function mailTag({ system: t }: Words, mail: SentMail, sends: boolean): Tag {
  const status = mailStatus(mail)
  if (status === 'sent' && !sends) return { label: t.mailKept, tone: 'info' }
  return { label: t.mailStatus[status], tone: tones[status] }
}

/** `secretOf` gives a link's secret; nobody is given it where the mail went out by itself. */
export function mailPage(
  words: Words,
  formats: Formats,
  { mail, sends, secretOf }: { mail: SentMail; sends: boolean; secretOf: (linkId: string) => string },
): MailPage {
  const t = words.system
  const title = mail.subjectLine ?? t.mailKinds[mail.kind]
  const body = mail.bodyText
  const failed = mailStatus(mail) === 'failed'
  const retry = { action: paths.mailRetry(mail.id), label: t.mailRetry, tone: 'primary' as const, hidden: [] }
  return {
    title,
    trail: [{ label: t.mailboxTitle, href: paths.mailbox }],
    head: {
      title,
      lede: '',
      tag: mailTag(words, mail, sends),
      updated: '',
      links: [],
      actions: failed ? [retry] : [],
    },
    facts: mailFacts(words, formats, mail),
    failure: mail.lastError
      ? { tone: 'bad', title: t.mailWhyFailed, text: mail.lastError, link: null }
      : null,
    callout: body && holdsLinkMark(body) ? secretCallout(words, sends) : null,
    textTitle: t.mailText,
    text: body ? linkedText(fillLinkMarks(body, sends ? () => '…' : secretOf), !sends) : null,
    notRendered: t.mailNotRendered,
  }
}

function mailFacts({ system: t }: Words, formats: Formats, mail: SentMail): FactsModel {
  const facts = [
    { label: t.mailTo, value: mail.recipient },
    { label: t.mailKind, value: t.mailKinds[mail.kind] },
    { label: t.mailCreated, value: formats.instant(mail.createdAt) },
    ...(mail.sentAt
      ? [{ label: t.mailSent, value: formats.instant(mail.sentAt) }]
      : [{ label: t.mailDue, value: formats.instant(mail.dueAt) }]),
    { label: t.mailAttempts, value: formats.number(mail.attempts) },
  ]
  return { facts }
}

function secretCallout({ system: t }: Words, sends: boolean): CalloutModel {
  return {
    tone: sends ? 'info' : 'wait',
    title: '',
    text: sends ? t.mailLinksHidden : t.mailLinksShown,
    link: null,
  }
}
