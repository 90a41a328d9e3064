import type { Kysely } from 'kysely'
import type { EvidenceAlarm } from '../domain/evidence.js'
import { bandKeys, nearbyKeys } from '../domain/picture-likeness.js'
import type { Day, Instant } from '../domain/time.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type EvidenceAlarmTable = EvidenceAlarm

/** Where a picture's hash is looked up by a part of it. */
export interface PictureBandTable {
  key: number
  fileId: string
}

/** A proof of another order with the same file, or with a picture that may be the same. */
export interface Lookalike {
  evidenceId: string
  fileId: string
  perceptualHash: string | null
}

/** An alarm with the broadcasts its two proofs were offered for. */
export interface AlarmOfBroadcast extends EvidenceAlarm {
  broadcastId: string
  otherBroadcastId: string
  otherOutletName: string
  otherDay: Day
}

export function evidenceAlarms(db: Kysely<Schema>) {
  return {
    addPicture: async (fileId: string, hash: string): Promise<void> => {
      const rows = bandKeys(hash).map(key => ({ key, fileId }))
      await db.insertInto('pictureBands').values(rows).execute()
    },

    /** Proofs that stand, of other orders, with this file or with a picture that one band of the hash finds. */
    async lookalikes(
      file: { id: string; hash: string | null },
      orderIds: readonly string[],
    ): Promise<Lookalike[]> {
      const fileIds = [file.id, ...(file.hash ? await nearbyPictures(file.hash) : [])]
      const found: Lookalike[] = []
      await inChunks([...new Set(fileIds)], async ids => {
        const rows = await db
          .selectFrom('evidence')
          .innerJoin('files', 'files.id', 'evidence.fileId')
          .innerJoin('evidenceBroadcasts', 'evidenceBroadcasts.evidenceId', 'evidence.id')
          .innerJoin('broadcasts', 'broadcasts.id', 'evidenceBroadcasts.broadcastId')
          .select(['evidence.id as evidenceId', 'files.id as fileId', 'perceptualHash'])
          .distinct()
          .where('files.id', 'in', ids)
          .where('evidence.withdrawnAt', 'is', null)
          .where('broadcasts.orderId', 'not in', orderIds)
          .orderBy('evidence.id')
          .execute()
        found.push(...rows)
      })
      return found
    },

    raise: async (alarms: readonly EvidenceAlarm[]): Promise<void> => {
      if (alarms.length > 0)
        await db
          .insertInto('evidenceAlarms')
          .values([...alarms])
          .execute()
    },

    find: (id: string): Promise<EvidenceAlarm | undefined> =>
      db.selectFrom('evidenceAlarms').selectAll().where('id', '=', id).executeTakeFirst(),

    settle: async (id: string, by: { at: Instant; userId: string; settlement: string }): Promise<void> => {
      await db
        .updateTable('evidenceAlarms')
        .set({ settledAt: by.at, settledBy: by.userId, settlement: by.settlement })
        .where('id', '=', id)
        .where('settledAt', 'is', null)
        .execute()
    },

    /** The alarms about proofs of these broadcasts, whichever of the two proofs came first. */
    async listOf(broadcastIds: readonly string[]): Promise<AlarmOfBroadcast[]> {
      const found: AlarmOfBroadcast[] = []
      await inChunks(broadcastIds, async ids => {
        found.push(
          ...(await ofEither('evidenceId', 'otherId', ids)),
          ...(await ofEither('otherId', 'evidenceId', ids)),
        )
      })
      return [...new Map(found.map(alarm => [`${alarm.id} ${alarm.broadcastId}`, alarm])).values()]
    },

    /** What nobody has looked at yet first, then the latest. */
    list: (page: { limit: number; offset: number }): Promise<EvidenceAlarm[]> =>
      db
        .selectFrom('evidenceAlarms')
        .selectAll()
        .orderBy(eb => eb.case().when('settledAt', 'is', null).then(0).else(1).end())
        .orderBy('raisedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(page.limit)
        .offset(page.offset)
        .execute(),

    /** How many nobody has looked at. */
    async countOpen(): Promise<number> {
      const row = await db
        .selectFrom('evidenceAlarms')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .where('settledAt', 'is', null)
        .executeTakeFirstOrThrow()
      return row.count
    },
  }

  async function nearbyPictures(hash: string): Promise<string[]> {
    const rows = await db
      .selectFrom('pictureBands')
      .select('fileId')
      .distinct()
      .where('key', 'in', nearbyKeys(hash))
      .execute()
    return rows.map(row => row.fileId)
  }

  function ofEither(mine: 'evidenceId' | 'otherId', theirs: 'evidenceId' | 'otherId', ids: string[]) {
    return db
      .selectFrom('evidenceAlarms')
      .innerJoin('evidenceBroadcasts as mine', 'mine.evidenceId', `evidenceAlarms.${mine}`)
      .innerJoin('evidenceBroadcasts as theirs', 'theirs.evidenceId', `evidenceAlarms.${theirs}`)
      .innerJoin('broadcasts as other', 'other.id', 'theirs.broadcastId')
      .innerJoin('outlets', 'outlets.id', 'other.outletId')
      .selectAll('evidenceAlarms')
      .select([
        'mine.broadcastId',
        'theirs.broadcastId as otherBroadcastId',
        'outlets.name as otherOutletName',
        'other.day as otherDay',
      ])
      .where('mine.broadcastId', 'in', ids)
      .orderBy('raisedAt')
      .orderBy('other.day')
      .execute()
  }
}
