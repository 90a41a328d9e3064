import type { Generated, Kysely } from 'kysely'
import type { Message } from '../domain/message.js'
import { flag, inChunks, list } from './columns.js'
import type { Schema } from './schema.js'

export interface MessageTable extends Omit<Message, 'authors' | 'sourceSeen' | 'version'> {
  authors: string
  sourceSeen: number
  version: Generated<number>
}

export function messages(db: Kysely<Schema>) {
  return {
    async list(): Promise<Message[]> {
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .orderBy('programme')
        .orderBy('titleId')
        .execute()
      return rows.map(row => ({ ...row, authors: list(row.authors), sourceSeen: row.sourceSeen === 1 }))
    },

    insert: (rows: Message[]): Promise<void> =>
      inChunks(rows, chunk =>
        db
          .insertInto('messages')
          .values(
            chunk.map(m => ({ ...m, authors: JSON.stringify(m.authors), sourceSeen: flag(m.sourceSeen) })),
          )
          .execute(),
      ),
  }
}
