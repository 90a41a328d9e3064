import type { Generated, Kysely, Selectable } from 'kysely'
import type { Message } from '../domain/message.js'
import { flag, inChunks, list, updateVersioned } from './columns.js'
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
      return rows.map(fromRow)
    },

    /** Those that wait for a decision, or came back. */
    async listUndecided(): Promise<Message[]> {
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('approvedAt', 'is', null)
        .where('retiredAt', 'is', null)
        .orderBy('createdAt')
        .execute()
      return rows.map(fromRow)
    },

    async find(id: string): Promise<Message | undefined> {
      const row = await db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    update: (message: Pick<Message, 'id' | 'version'>, change: Partial<Message>): Promise<void> => {
      const { authors, sourceSeen, ...columns } = change
      return updateVersioned(db, 'messages', message, {
        ...columns,
        ...(authors ? { authors: JSON.stringify(authors) } : {}),
        ...(sourceSeen === undefined ? {} : { sourceSeen: flag(sourceSeen) }),
      })
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

function fromRow(row: Selectable<MessageTable>): Message {
  return { ...row, authors: list(row.authors), sourceSeen: row.sourceSeen === 1 }
}
