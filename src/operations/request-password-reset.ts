import type { App } from '../app.js'
import { system } from '../domain/actor.js'
import { makeLink } from './make-link.js'
import { postMail } from './post-mail.js'
import { record } from './record.js'

/** Mails a link to choose a new password; says nothing about whether the address is known. */
export async function requestPasswordReset(app: App, email: string): Promise<void> {
  const user = await app.store.users.findByEmail(email)
  if (!user || user.deactivatedAt) return
  await app.store.write(async store => {
    await store.links.revoke({ kind: 'password-reset', userId: user.id }, app.clock.now())
    const link = await makeLink(app, store, 'password-reset', { userId: user.id })
    await postMail(app, store, {
      kind: 'password-reset',
      to: user,
      subjectId: user.id,
      dedupeKey: `password-reset ${link.id}`,
      payload: { linkId: link.id, userId: user.id },
      expiresAt: link.expiresAt,
    })
    await record(app, store, system('password-reset'), {
      action: 'password-reset-requested',
      subject: ['user', user.id],
    })
  })
}
