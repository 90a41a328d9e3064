import type { App, Store } from '../app.js'
import type { Mail, MailKind } from '../domain/mail.js'
import type { Language } from '../domain/user.js'

export interface Posting {
  kind: MailKind
  to: { email: string; language: Language }
  subjectId: string
  /** The same key is never sent twice. */
  dedupeKey: string
  payload: Mail['payload']
  dueAt?: string
  expiresAt?: string
}

/** Puts a mail into the outbox, in the transaction of the change that causes it; false where it is there already. */
export async function postMail(app: App, store: Store, posting: Posting): Promise<boolean> {
  const now = app.clock.now()
  const isNew = await store.outbox.add({
    id: app.newId(),
    kind: posting.kind,
    subjectId: posting.subjectId,
    recipient: posting.to.email,
    language: posting.to.language,
    payload: posting.payload,
    dedupeKey: posting.dedupeKey,
    createdAt: now,
    dueAt: posting.dueAt ?? now,
    expiresAt: posting.expiresAt ?? null,
  })
  app.wake('deliver-mail')
  return isNew
}
