import type { Generated, Kysely } from 'kysely'
import type { Role } from '../domain/access.js'
import type { Instant } from '../domain/time.js'
import type { Language, User } from '../domain/user.js'
import { updateVersioned } from './columns.js'
import type { Schema } from './schema.js'

export interface UserTable {
  id: string
  email: string
  name: string
  role: Role
  language: Language
  passwordHash: string | null
  invitedBy: string | null
  createdAt: Instant
  deactivatedAt: Instant | null
  version: Generated<number>
}

const shown = ['id', 'email', 'name', 'role', 'language', 'createdAt', 'deactivatedAt', 'version'] as const

export function users(db: Kysely<Schema>) {
  return {
    find: (id: string): Promise<User | undefined> =>
      db.selectFrom('users').select(shown).where('id', '=', id).executeTakeFirst(),

    findByEmail: (email: string): Promise<User | undefined> =>
      db.selectFrom('users').select(shown).where('email', '=', email.toLowerCase()).executeTakeFirst(),

    async passwordHash(id: string): Promise<string | null> {
      const row = await db.selectFrom('users').select('passwordHash').where('id', '=', id).executeTakeFirst()
      return row?.passwordHash ?? null
    },

    list: (): Promise<(User & { hasPassword: number })[]> =>
      db
        .selectFrom('users')
        .select(shown)
        .select(eb => eb.case().when('passwordHash', 'is', null).then(0).else(1).end().as('hasPassword'))
        .orderBy('name')
        .execute(),

    async any(): Promise<boolean> {
      return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined
    },

    async countActive(role: Role): Promise<number> {
      const row = await db
        .selectFrom('users')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .where('role', '=', role)
        .where('deactivatedAt', 'is', null)
        .where('passwordHash', 'is not', null)
        .executeTakeFirstOrThrow()
      return row.count
    },

    insert: async (user: Omit<UserTable, 'version'>): Promise<void> => {
      await db.insertInto('users').values(user).execute()
    },

    update: (
      user: Pick<User, 'id' | 'version'>,
      change: Partial<Omit<UserTable, 'id' | 'version'>>,
    ): Promise<void> => updateVersioned(db, 'users', user, change),
  }
}
