import type { App } from '../app.js'
import type { User } from '../domain/user.js'

/** The person an address and a password belong to; nothing tells a wrong address from a wrong password. */
export async function userWithPassword(app: App, email: string, password: string): Promise<User | undefined> {
  const user = await app.store.users.findByEmail(email)
  const known = user && !user.deactivatedAt ? await app.store.users.passwordHash(user.id) : null
  return (await app.passwords.matches(password, known)) ? user : undefined
}
