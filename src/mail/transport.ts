/** Hands a message to the mail server; without one, keeps it for the mailbox page. */
import nodemailer from 'nodemailer'
import type { Config } from '../config.js'

export interface Message {
  id: string
  to: string
  subject: string
  text: string
  html: string
  attachments: { filename: string; contentType: string; content: string }[]
}

export class DeliveryProblem extends Error {
  /** The server will never take it (5xx): staff must see it. Otherwise it is tried again. */
  readonly permanent: boolean
  /** The server refused this very recipient: the address does not work (RFC 5321, 550 to 553). */
  readonly bounced: boolean
  constructor(message: string, permanent: boolean, bounced = false) {
    super(message)
    this.permanent = permanent
    this.bounced = bounced
  }
}

export interface Transport {
  send(message: Message): Promise<void>
  close(): void
}

export function createTransport(config: Pick<Config, 'smtpUrl' | 'mailFrom'>): Transport {
  return config.smtpUrl
    ? smtpTransport(config.smtpUrl, config.mailFrom)
    : { send: async () => {}, close: () => {} }
}

function smtpTransport(address: string, from: string): Transport {
  const server = nodemailer.createTransport({
    url: address,
    pool: true,
    maxConnections: 2,
    // A server that falls silent must not hold up the mails behind it for the ten minutes that are usual.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    close: () => server.close(),
    async send({ id, ...message }) {
      try {
        await server.sendMail({
          ...message,
          from,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        const { responseCode, message: why } = error as Error & { responseCode?: number }
        const code = responseCode ?? 0
        throw new DeliveryProblem(why, code >= 500, code >= 550 && code <= 553)
      }
    },
  }
}
