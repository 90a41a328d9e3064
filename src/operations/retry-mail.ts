import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, NotFound } from '../domain/errors.js'
import { mailStatus } from '../domain/mail.js'
import { record } from './record.js'

/** Puts a mail that failed back into the outbox, to be sent at once. */
export async function retryMail(app: App, actor: UserActor, mailId: string): Promise<void> {
  await app.store.write(async store => {
    const mail = await store.outbox.find(mailId)
    if (!mail) throw new NotFound('mail')
    if (mailStatus(mail) !== 'failed') throw new Conflict('wrong-state')
    await store.outbox.sendAgain(mail.id, app.clock.now())
    await record(app, store, actor, {
      action: 'mail-retried',
      subject: ['mail', mail.id],
      before: { failedAt: mail.failedAt, lastError: mail.lastError },
    })
  })
  app.wake('deliver-mail')
}
