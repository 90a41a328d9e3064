import type { App, Store } from '../app.js'
import { Conflict, Invalid } from '../domain/errors.js'
import type { Link } from '../domain/link.js'
import { linkIsOpen } from '../domain/link.js'
import type { User } from '../domain/user.js'
import { passwordProblem } from '../domain/user.js'
import { record } from './record.js'

export interface NewPassword {
  password: string
  again: string
}

/** Sets a password through an invitation or a reset link: the link ends, and so does every session. */
export async function choosePassword(app: App, link: Link, chosen: NewPassword): Promise<User> {
  const user = await app.store.users.find(link.userId ?? '')
  if (!user || user.deactivatedAt) throw new Conflict('link-refused')
  checkPassword(chosen, user)
  const passwordHash = await app.passwords.hash(chosen.password)
  await app.store.write(async store => {
    const now = app.clock.now()
    const current = await store.links.find(link.id)
    if (!current || !linkIsOpen(current, now)) throw new Conflict('link-refused')
    await store.links.markUsed(link.id, now)
    await savePassword(app, store, {
      user,
      passwordHash,
      action: link.kind === 'invitation' ? 'invitation-accepted' : 'password-reset',
    })
  })
  return user
}

/** Changes the password of the person who is signed in and knows the present one. */
export async function changePassword(
  app: App,
  user: User,
  form: NewPassword & { current: string },
): Promise<void> {
  const known = await app.store.users.passwordHash(user.id)
  if (!(await app.passwords.matches(form.current, known)))
    throw new Invalid({ current: { code: 'sign-in-failed' } })
  checkPassword(form, user)
  const passwordHash = await app.passwords.hash(form.password)
  await app.store.write(store => savePassword(app, store, { user, passwordHash, action: 'password-changed' }))
}

export function checkPassword(chosen: NewPassword, who: { email: string; name: string }): void {
  const problem = passwordProblem(chosen.password, who)
  if (problem) throw new Invalid({ password: problem })
  if (chosen.password !== chosen.again) throw new Invalid({ again: { code: 'passwords-differ' } })
}

async function savePassword(
  app: App,
  store: Store,
  { user, passwordHash, action }: { user: User; passwordHash: string; action: string },
): Promise<void> {
  const fresh = (await store.users.find(user.id))!
  await store.users.update(fresh, { passwordHash })
  await store.links.revoke({ kind: 'password-reset', userId: user.id }, app.clock.now())
  await store.sessions.removeOf(user.id)
  await record(
    app,
    store,
    { kind: 'user', id: user.id, name: user.name, role: user.role },
    { action, subject: ['user', user.id] },
  )
}
