import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, NotFound } from '../domain/errors.js'
import { record } from './record.js'

/** Ends an account: nobody signs in with it again, its sessions and links end, its work stays. */
export async function deactivateUser(app: App, actor: UserActor, userId: string): Promise<void> {
  await app.store.write(async store => {
    const user = await store.users.find(userId)
    if (!user) throw new NotFound('user')
    if (user.id === actor.id) throw new Conflict('own-account')
    if (user.deactivatedAt) return
    if (
      user.role === 'admin' &&
      (await store.users.countActive('admin')) < 2 &&
      (await store.users.passwordHash(userId))
    ) {
      throw new Conflict('last-administrator')
    }
    const now = app.clock.now()
    await store.users.update(user, { deactivatedAt: now })
    await store.sessions.removeOf(user.id)
    await store.links.revoke({ kind: 'invitation', userId }, now)
    await store.links.revoke({ kind: 'password-reset', userId }, now)
    await record(app, store, actor, { action: 'user-deactivated', subject: ['user', user.id] })
  })
}
