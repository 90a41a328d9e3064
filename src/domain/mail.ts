import type { Language } from './user.js'
import type { Instant } from './time.js'

export type MailKind =
  | 'invitation'
  | 'password-reset'
  | 'order'
  | 'order-cancelled'
  | 'week'
  | 'returned-confirmation'
  | 'makegood'
  | 'reminder'
  | 'answers-missing'
  | 'new-link'
  | 'import-stopped'
  | 'digest'

/** A mail that waits in the outbox: written with the change that causes it, rendered when it is sent. */
export interface Mail {
  id: string
  kind: MailKind
  subjectId: string
  recipient: string
  language: Language
  payload: Record<string, string | number>
  dedupeKey: string
  createdAt: Instant
  dueAt: Instant
  expiresAt: Instant | null
}

export interface SentMail extends Mail {
  attempts: number
  sentAt: Instant | null
  failedAt: Instant | null
  droppedAt: Instant | null
  lastError: string | null
  subjectLine: string | null
  bodyText: string | null
  bodyHtml: string | null
}

/** What was sent, as it is kept: with a mark where each link's secret went. */
export interface RenderedMail {
  subjectLine: string
  bodyText: string
  bodyHtml: string
}

export type MailStatus = 'waiting' | 'retrying' | 'sent' | 'failed' | 'dropped'

export function mailStatus(mail: SentMail): MailStatus {
  if (mail.sentAt) return 'sent'
  if (mail.failedAt) return 'failed'
  if (mail.droppedAt) return 'dropped'
  return mail.attempts > 0 ? 'retrying' : 'waiting'
}

/** Reminders are sent in working hours only, however long they waited; whoever asked for a mail gets it at once. */
export function waitsForWorkingHours(kind: MailKind): boolean {
  return kind === 'reminder' || kind === 'answers-missing'
}
