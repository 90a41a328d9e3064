import type { Message, MessageStatus } from '../../domain/message.js'
import { messageStatus } from '../../domain/message.js'
import type { Words } from '../../language/words.js'
import { messageText } from '../campaigns/message-text.js'
import type { FactsModel, PageHeadModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Action, LinkTo, Page, Tag } from '../page.js'
import { paths, withQuery } from '../paths.js'

export interface MessagesPage extends Page {
  lede: string
  add: LinkTo | null
  table: TableModel
}

export interface MessagePage extends Page {
  head: PageHeadModel
  claim: string
  remark: string
  waiting: string
  facts: FactsModel
  decide: {
    title: string
    lede: string
    approve: Action
    returnAction: string
    returnLabel: string
    reasonLabel: string
  } | null
  retire: { action: string; label: string; lede: string; reasonLabel: string } | null
}

export interface MessageViews {
  'messages/list': MessagesPage
  'messages/show': MessagePage
}

const tones: Record<MessageStatus, Tag['tone']> = {
  proposed: 'wait',
  returned: 'bad',
  'in-force': 'good',
  retired: 'plain',
}

/** What waits comes first, what is out of force last. */
const order: readonly MessageStatus[] = ['proposed', 'returned', 'in-force', 'retired']

export function messagesPage(
  words: Words,
  formats: Formats,
  { messages, mayWrite }: { messages: Message[]; mayWrite: boolean },
): MessagesPage {
  const t = words.messages
  const place = (message: Message) => order.indexOf(messageStatus(message))
  return {
    title: t.title,
    trail: [],
    lede: t.lead,
    add: mayWrite ? { label: t.add, href: paths.newMessage } : null,
    table: table(
      t.title,
      [t.message, t.programme, t.claim, t.legalSource, words.common.state],
      messages
        .toSorted((a, b) => place(a) - place(b))
        .map(message => {
          const { title, claim, source } = messageText(formats, message)
          const seen = message.sourceSeen ? t.seen : t.notSeen
          return [
            { label: title, href: paths.message(message.id) },
            programmeName(words, message),
            claim,
            { strong: source, soft: seen, to: '' },
            { tag: messageTag(words, message) },
          ]
        }),
      { empty: words.common.nothingYet },
    ),
  }
}

export function messagePage(
  words: Words,
  formats: Formats,
  given: {
    message: Message
    replaces: Message | undefined
    names: ReadonlyMap<string, string>
    mayWrite: boolean
    mayDecide: boolean
    isOwn: boolean
  },
): MessagePage {
  const t = words.messages
  const { message } = given
  const status = messageStatus(message)
  const { title, claim } = messageText(formats, message)
  const waits = status === 'proposed'
  return {
    title,
    trail: [{ label: t.title, href: paths.messages }],
    head: {
      title,
      lede: programmeName(words, message),
      tag: messageTag(words, message),
      updated: '',
      links: given.mayWrite ? editLinks(words, message) : [],
      actions: [],
    },
    claim,
    remark: message.retireReason ?? message.returnReason ?? '',
    waiting: waits && given.isOwn ? t.ownWork : '',
    facts: messageFacts(words, formats, given),
    decide: waits && given.mayDecide && !given.isOwn ? decision(words, message) : null,
    retire:
      given.mayDecide && status === 'in-force'
        ? {
            action: paths.messageRetirement(message.id),
            label: t.retire,
            lede: t.retireLead,
            reasonLabel: words.common.reason,
          }
        : null,
  }
}

function editLinks(words: Words, message: Message): PageHeadModel['links'] {
  const status = messageStatus(message)
  if (status === 'retired') return []
  return status === 'in-force'
    ? [
        {
          label: words.messages.sayAnew,
          href: withQuery(paths.newMessage, { replaces: message.id }),
          tone: 'plain',
        },
      ]
    : [{ label: words.common.edit, href: paths.messageEdit(message.id), tone: 'plain' }]
}

function messageFacts(
  words: Words,
  formats: Formats,
  { message, replaces, names }: Parameters<typeof messagePage>[2],
): FactsModel {
  const t = words.messages
  const other = formats.language === 'id' ? message.claimEn : message.claimId
  const by = message.approvedBy ? names.get(message.approvedBy) : undefined
  return {
    facts: [
      { label: t.legalSource, value: message.legalSource },
      { label: t.source, value: message.sourceSeen ? t.seen : t.notSeen },
      { label: t.otherLanguage, value: other },
      ...(replaces
        ? [
            {
              label: t.replaces,
              value: { label: messageText(formats, replaces).claim, href: paths.message(replaces.id) },
            },
          ]
        : []),
      ...(by ? [{ label: t.approvedBy, value: by }] : []),
    ],
  }
}

function decision(words: Words, message: Message): MessagePage['decide'] {
  const t = words.messages
  return {
    title: t.decideTitle,
    lede: t.decideLead,
    approve: { action: paths.messageApproval(message.id), label: t.approve, tone: 'primary', hidden: [] },
    returnAction: paths.messageReturn(message.id),
    returnLabel: t.returnIt,
    reasonLabel: t.returnReason,
  }
}

function messageTag(words: Words, message: Message): Tag {
  const status = messageStatus(message)
  return { label: words.messages.statusNames[status], tone: tones[status] }
}

function programmeName({ messages: t }: Words, { programme }: Message): string {
  return t.programmes[programme as keyof typeof t.programmes] ?? programme
}
