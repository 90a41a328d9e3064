import type { MailContent } from '../views/mail/content.js'
import type { Message } from './transport.js'

/** A mail's text with what is attached to it. */
export interface Composed {
  content: MailContent
  attachments: Message['attachments']
}

/** What a mail would ask for has been done meanwhile: it is not sent, and nothing is wrong. */
export const notNeeded = 'not-needed'
