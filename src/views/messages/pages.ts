import type { Message } from '../../domain/message.js'
import type { Words } from '../../language/words.js'
import { messageText } from '../campaigns/pages.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'

export interface MessagesPage extends Page {
  lede: string
  table: TableModel
}

export interface MessageViews {
  'messages/list': MessagesPage
}

export function messagesPage(words: Words, formats: Formats, messages: Message[]): MessagesPage {
  const t = words.messages
  return {
    title: t.title,
    trail: [],
    lede: t.lead,
    table: table(
      t.title,
      [t.programme, t.message, t.claim, t.legalSource, words.common.state],
      messages.map(message => {
        const { title, claim, source } = messageText(formats, message)
        const programme = t.programmes[message.programme as keyof typeof t.programmes] ?? message.programme
        return [
          programme,
          title,
          claim,
          source,
          {
            tag: {
              label: message.sourceSeen ? t.seen : t.notSeen,
              tone: message.sourceSeen ? 'good' : 'wait',
            },
          },
        ]
      }),
      { empty: words.common.nothingYet },
    ),
  }
}
