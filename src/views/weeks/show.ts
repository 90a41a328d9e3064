/** One outlet's week for staff: what is open and since when it was asked for, and every other way to get the answer. */
import type { BroadcastState } from '../../domain/broadcast.js'
import type { Contact } from '../../domain/contact.js'
import { isUnanswered } from '../../domain/inbox.js'
import type { SentMail } from '../../domain/mail.js'
import type { MoreTime } from '../../domain/more-time.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Day } from '../../domain/time.js'
import { words as catalogues, type Words } from '../../language/words.js'
import { deliveryTag } from '../broadcasts/tags.js'
import type { ActionModel, FactsModel, PageHeadModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import { formats as formatsOf, type Formats } from '../formats.js'
import { outletTrail } from '../outlets/trail.js'
import type { Page } from '../page.js'
import { weekText } from '../partner/text.js'
import { paths } from '../paths.js'
import { runText } from './paper.js'

export interface OutletWeekPage extends Page {
  head: PageHeadModel
  facts: FactsModel
  table: TableModel
  chat: {
    title: string
    lede: string
    label: string
    text: string
    rows: string
    /** Said of a text that holds the link; or the button that puts it in. */
    held: string
    include: ActionModel | null
    hint: string
  }
}

export interface OutletWeekFacts {
  outlet: Outlet
  week: Day
  broadcasts: readonly BroadcastState[]
  contact: Contact | undefined
  deadline: Day | undefined
  moreTime: MoreTime | undefined
  reminders: readonly SentMail[]
  today: Day
  zone: string
  mayEnter: boolean
  /** Where a lost link is replaced, and the personal one where this person took it. */
  newLinkAddress: string
  linkAddress: string
}

export function outletWeekPage(words: Words, formats: Formats, facts: OutletWeekFacts): OutletWeekPage {
  const t = words.weeks
  const { outlet, week, broadcasts, today } = facts
  const title = t.title(outlet.name, formats.week(week))
  const canEnter = facts.mayEnter && broadcasts.some(({ day }) => day <= today)
  return {
    title,
    trail: outletTrail(words, outlet),
    head: {
      title,
      lede: '',
      tag: null,
      updated: '',
      links: [
        ...(canEnter
          ? [{ label: t.enter, href: paths.outletWeekAnswers(outlet.id, week), tone: 'primary' as const }]
          : []),
        { label: t.paper, href: paths.outletWeekPaper(outlet.id, week), tone: 'plain' },
      ],
      actions: [],
    },
    facts: weekFacts(words, formats, facts),
    table: table(
      title,
      [t.run, words.common.state],
      broadcasts.map(broadcast => [
        { label: runText(words, formats, broadcast), href: paths.broadcast(broadcast.id) },
        { tag: deliveryTag(words, broadcast, today) },
      ]),
      { empty: t.none },
    ),
    chat: chatOf(words, facts),
  }
}

function weekFacts(words: Words, formats: Formats, facts: OutletWeekFacts): FactsModel {
  const t = words.weeks
  const { contact, moreTime, deadline } = facts
  const sent = facts.reminders.flatMap(({ sentAt }) => (sentAt ? [formats.instantShort(sentAt)] : []))
  return {
    facts: [
      {
        label: t.contact,
        value: contact ? [contact.name, contact.phone].filter(Boolean).join(', ') : t.contactNone,
      },
      { label: t.open, value: formats.number(facts.broadcasts.filter(isOpen(facts.today)).length) },
      ...(deadline ? [{ label: t.deadline, value: formats.dayWithWeekday(deadline) }] : []),
      ...(moreTime ? [{ label: t.moreTime, value: formats.dayWithWeekday(moreTime.untilDay) }] : []),
      { label: t.reminded, value: sent.length > 0 ? formats.list(sent) : t.remindedNone },
    ],
  }
}

function isOpen(today: Day) {
  return (broadcast: BroadcastState): boolean => broadcast.day < today && isUnanswered(broadcast)
}

/** In the language the outlet's contact reads. */
function chatOf(words: Words, facts: OutletWeekFacts): OutletWeekPage['chat'] {
  const t = words.weeks
  const { outlet, week, contact, linkAddress, zone } = facts
  const language = contact?.language ?? 'id'
  const spoken = catalogues[language]
  const body = weekText(spoken, formatsOf(language, zone), facts)
  const last = linkAddress
    ? spoken.weeks.chatLink(linkAddress)
    : spoken.inbox.textAnswerHere(facts.newLinkAddress)
  const text = `${body}\n${last}`
  const canInclude = facts.mayEnter && contact !== undefined && linkAddress === ''
  return {
    title: t.chat,
    lede: t.chatLead(language === 'id' ? 'Bahasa Indonesia' : 'English'),
    label: words.inbox.textLabel,
    text,
    rows: String(Math.min(30, text.split('\n').length + 1)),
    held: linkAddress ? t.linkIncluded : '',
    include: canInclude
      ? { action: paths.outletWeekLink(outlet.id, week), label: t.withLink, tone: 'plain', hidden: [] }
      : null,
    hint: canInclude ? t.withLinkHint : '',
  }
}

/** An outlet's latest weeks, on its own page. */
export function weeksTable(
  words: Words,
  formats: Formats,
  outlet: Outlet,
  weeks: readonly { week: Day; runs: number; open: number }[],
): TableModel {
  const t = words.weeks
  return table(
    t.section,
    [t.week, numeric(t.runs), numeric(t.open)],
    weeks.map(({ week, runs, open }) => [
      { label: formats.week(week), href: paths.outletWeek(outlet.id, week) },
      formats.number(runs),
      formats.number(open),
    ]),
    { empty: t.none },
  )
}
