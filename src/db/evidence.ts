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

/** A proof with where it was offered. */
export interface ProofOffered {
  id: string
  kind: Evidence['kind']
  givenAt: string
  outletName: string
  orderNumber: string
  mediaType: string | null
  broadcastId: string
  day: string
}

export function evidence(db: Kysely<Schema>) {
  return {
    find: (id: string): Promise<Evidence | undefined> =>
      db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst(),

    /** Proofs as they were offered: each once, with one of the broadcasts it is for. */
    async listByIds(ids: readonly string[]): Promise<ProofOffered[]> {
      if (ids.length === 0) return []
      return db
        .selectFrom('evidence')
        .innerJoin('evidenceBroadcasts', 'evidenceBroadcasts.evidenceId', 'evidence.id')
        .innerJoin('broadcasts', 'broadcasts.id', 'evidenceBroadcasts.broadcastId')
        .innerJoin('outlets', 'outlets.id', 'broadcasts.outletId')
        .innerJoin('mediaOrders', 'mediaOrders.id', 'broadcasts.orderId')
        .leftJoin('files', 'files.id', 'evidence.fileId')
        .select(eb => [
          'evidence.id',
          'evidence.kind',
          'evidence.givenAt',
          'outlets.name as outletName',
          'mediaOrders.number as orderNumber',
          'files.mediaType',
          eb.fn.min('broadcasts.id').as('broadcastId'),
          eb.fn.min('broadcasts.day').as('day'),
        ])
        .where('evidence.id', 'in', ids)
        .groupBy([
          'evidence.id',
          'evidence.kind',
          'evidence.givenAt',
          'outlets.name',
          'mediaOrders.number',
          'files.mediaType',
        ])
        .execute()
    },

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
          .leftJoin('stationLogs', 'stationLogs.evidenceId', 'evidence.id')
          .selectAll('evidence')
          .select(['broadcastId', 'mediaType', 'originalName', 'bytes', 'seconds'])
          .select(['stationLogs.id as logId', 'stationLogs.grade as logGrade'])
          .where('broadcastId', 'in', ids)
          .where('evidence.withdrawnAt', 'is', null)
          .orderBy('evidence.givenAt')
          .execute()
        found.push(...rows)
      })
      return found
    },
  }
}
