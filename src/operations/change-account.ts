import type { App } from '../app.js'
import type { Language, User } from '../domain/user.js'
import { record } from './record.js'

export async function changeAccount(
  app: App,
  user: User,
  change: { name: string; language: Language },
): Promise<void> {
  await app.store.write(async store => {
    await store.users.update(user, change)
    await record(
      app,
      store,
      { kind: 'user', id: user.id, name: user.name, role: user.role },
      {
        action: 'account-changed',
        subject: ['user', user.id],
        before: { name: user.name, language: user.language },
        after: change,
      },
    )
  })
}
