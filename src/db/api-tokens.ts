import type { Kysely } from 'kysely'
import type { ApiScope, ApiToken } from '../domain/api-token.js'
import type { Instant } from '../domain/time.js'
import { list } from './columns.js'
import type { Schema } from './schema.js'

export interface ApiTokenTable extends Omit<ApiToken, 'scopes'> {
  scopes: string
  secretHash: string
}

export function apiTokens(db: Kysely<Schema>) {
  return {
    async list(): Promise<ApiToken[]> {
      const rows = await db.selectFrom('apiTokens').selectAll().orderBy('id', 'desc').execute()
      return rows.map(fromRow)
    },

    async find(id: string): Promise<ApiToken | undefined> {
      const row = await db.selectFrom('apiTokens').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    async findBySecretHash(secretHash: string): Promise<ApiToken | undefined> {
      const query = db.selectFrom('apiTokens').selectAll().where('secretHash', '=', secretHash)
      const row = await query.executeTakeFirst()
      return row && fromRow(row)
    },

    insert: async ({ scopes, ...token }: ApiToken & { secretHash: string }): Promise<void> => {
      await db
        .insertInto('apiTokens')
        .values({ ...token, scopes: JSON.stringify(scopes) })
        .execute()
    },

    revoke: async (id: string, { at, by }: { at: Instant; by: string }): Promise<void> => {
      await db.updateTable('apiTokens').set({ revokedAt: at, revokedBy: by }).where('id', '=', id).execute()
    },
  }
}

function fromRow({ secretHash: _, scopes, ...row }: ApiTokenTable): ApiToken {
  return { ...row, scopes: list<ApiScope>(scopes) }
}
