import type { Kysely } from 'kysely'
import type { Stream, StreamName } from '../domain/stream.js'
import type { Schema } from './schema.js'

export type StreamTable = Omit<Stream, 'names'>

export interface StreamNameTable extends StreamName {
  streamId: string
}

export function streams(db: Kysely<Schema>) {
  return {
    async list(): Promise<Stream[]> {
      const rows = await db.selectFrom('streams').selectAll().orderBy('position').execute()
      const names = await db.selectFrom('streamNames').selectAll().orderBy('validFrom').execute()
      return rows.map(row => ({
        ...row,
        names: names.filter(name => name.streamId === row.id).map(({ streamId: _, ...name }) => name),
      }))
    },

    async insert(stream: Stream): Promise<void> {
      const { names, ...row } = stream
      await db.insertInto('streams').values(row).execute()
      await db
        .insertInto('streamNames')
        .values(names.map(name => ({ streamId: stream.id, ...name })))
        .execute()
    },
  }
}
