import type { App, Store } from '../app.js'
import type { Role } from '../domain/access.js'
import type { Actor } from '../domain/actor.js'
import { Conflict, Invalid, NotFound } from '../domain/errors.js'
import type { Language, User } from '../domain/user.js'
import { makeLink } from './make-link.js'
import { postMail } from './post-mail.js'
import { record } from './record.js'

export interface Invitation {
  email: string
  name: string
  role: Role
  language: Language
}

/** Makes an account without a password and mails the link to choose one. */
export async function inviteUser(app: App, actor: Actor, invitation: Invitation): Promise<User> {
  return app.store.write(async store => {
    if (await store.users.findByEmail(invitation.email))
      throw new Invalid({ email: { code: 'already-taken' } })
    const user: User = {
      id: app.newId(),
      ...invitation,
      createdAt: app.clock.now(),
      deactivatedAt: null,
      version: 1,
    }
    await store.users.insert({
      ...user,
      passwordHash: null,
      invitedBy: actor.kind === 'user' ? actor.id : null,
    })
    await record(app, store, actor, {
      action: 'user-invited',
      subject: ['user', user.id],
      after: { ...invitation },
    })
    await sendInvitation(app, store, user)
    return user
  })
}

/** A new link for somebody who has not used theirs; the old one ends. */
export async function inviteAgain(app: App, actor: Actor, userId: string): Promise<User> {
  return app.store.write(async store => {
    const user = await store.users.find(userId)
    if (!user) throw new NotFound('user')
    if (user.deactivatedAt || (await store.users.passwordHash(userId))) throw new Conflict('wrong-state')
    await store.links.revoke({ kind: 'invitation', userId }, app.clock.now())
    await sendInvitation(app, store, user)
    await record(app, store, actor, { action: 'user-invited-again', subject: ['user', user.id] })
    return user
  })
}

async function sendInvitation(app: App, store: Store, user: User): Promise<void> {
  const link = await makeLink(app, store, 'invitation', { userId: user.id })
  await postMail(app, store, {
    kind: 'invitation',
    to: user,
    subjectId: user.id,
    dedupeKey: `invitation ${link.id}`,
    payload: { linkId: link.id, userId: user.id },
    expiresAt: link.expiresAt,
  })
}
