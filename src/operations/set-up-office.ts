import type { App } from '../app.js'
import { Conflict } from '../domain/errors.js'
import type { Link } from '../domain/link.js'
import { linkIsOpen } from '../domain/link.js'
import type { Language, User } from '../domain/user.js'
import { checkPassword, type NewPassword } from './choose-password.js'
import { makeLink } from './make-link.js'
import { record } from './record.js'

/** The link that makes the first administrator, while there is nobody yet; an earlier one ends. */
export async function makeSetupLink(app: App): Promise<Link | undefined> {
  if (await app.store.users.any()) return undefined
  return app.store.write(async store => {
    await store.links.revoke({ kind: 'setup' }, app.clock.now())
    return makeLink(app, store, 'setup', {})
  })
}

export interface FirstAdministrator extends NewPassword {
  officeName: string
  name: string
  email: string
  language: Language
}

export async function setUpOffice(app: App, link: Link, form: FirstAdministrator): Promise<User> {
  checkPassword(form, form)
  const passwordHash = await app.passwords.hash(form.password)
  return app.store.write(async store => {
    const now = app.clock.now()
    const current = await store.links.find(link.id)
    if (!current || !linkIsOpen(current, now) || (await store.users.any())) throw new Conflict('link-refused')
    const { officeName, name, email, language } = form
    const user: User = {
      id: app.newId(),
      email,
      name,
      role: 'admin',
      language,
      createdAt: now,
      deactivatedAt: null,
      version: 1,
    }
    await store.users.insert({ ...user, passwordHash, invitedBy: null })
    await store.links.markUsed(link.id, now)
    await store.settings.save({ officeName }, now)
    await record(
      app,
      store,
      { kind: 'user', id: user.id, name, role: 'admin' },
      { action: 'office-set-up', subject: ['user', user.id], after: { officeName, email } },
    )
    return user
  })
}
