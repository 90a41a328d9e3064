import type { MailContent } from '../views/mail/content.js'
import type { Message } from './transport.js'

/** A mail's text with what is attached to it. */
export interface Composed {
  content: MailContent
  attachments: Message['attachments']
}
