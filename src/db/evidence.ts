import type { Kysely } from 'kysely'
import type { Evidence, EvidenceOfBroadcast, StoredFile } from '../domain/evidence.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type EvidenceTable = Evidence
export type FileTable = StoredFile

export interface EvidenceBroadcastTable {
  evidenceId: string
  broadcastId: string
}

export function evidence(db: Kysely<Schema>) {
  return {
    find: (id: string): Promise<Evidence | undefined> =>
      db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst(),

    findFile: (id: string): Promise<StoredFile | undefined> =>
      db.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst(),

    findFileByHash: (sha256: string): Promise<StoredFile | undefined> =>
      db.selectFrom('files').selectAll().where('sha256', '=', sha256).executeTakeFirst(),

    insertFile: async (file: StoredFile): Promise<void> => {
      await db.insertInto('files').values(file).execute()
    },

    async insert(evidence: Evidence, broadcastIds: readonly string[]): Promise<void> {
      await db.insertInto('evidence').values(evidence).execute()
      await inChunks(broadcastIds, chunk =>
        db
          .insertInto('evidenceBroadcasts')
          .values(chunk.map(broadcastId => ({ evidenceId: evidence.id, broadcastId })))
          .execute(),
      )
    },

    async listOf(broadcastIds: readonly string[]): Promise<EvidenceOfBroadcast[]> {
      const found: EvidenceOfBroadcast[] = []
      await inChunks(broadcastIds, async ids => {
        const rows = await db
          .selectFrom('evidence')
          .innerJoin('evidenceBroadcasts', 'evidenceBroadcasts.evidenceId', 'evidence.id')
          .leftJoin('files', 'files.id', 'evidence.fileId')
          .selectAll('evidence')
          .select(['broadcastId', 'mediaType', 'originalName', 'bytes'])
          .where('broadcastId', 'in', ids)
          .where('withdrawnAt', 'is', null)
          .orderBy('givenAt')
          .execute()
        found.push(...rows)
      })
      return found
    },

    /** Other orders the same file was offered for: one recording cannot prove two stations. */
    async ordersWithFile(fileId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('evidence')
        .innerJoin('evidenceBroadcasts', 'evidenceBroadcasts.evidenceId', 'evidence.id')
        .innerJoin('broadcasts', 'broadcasts.id', 'evidenceBroadcasts.broadcastId')
        .select('orderId')
        .distinct()
        .where('fileId', '=', fileId)
        .where('evidence.withdrawnAt', 'is', null)
        .execute()
      return rows.map(row => row.orderId)
    },
  }
}
