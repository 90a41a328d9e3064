import type { Generated, Kysely } from 'kysely'
import type { Campaign } from '../domain/campaign.js'
import type { Day } from '../domain/time.js'
import { list, updateVersioned } from './columns.js'
import type { Schema } from './schema.js'

export interface CampaignTable extends Omit<
  Campaign,
  'authors' | 'districtCodes' | 'streamIds' | 'messageIds' | 'version'
> {
  authors: string
  version: Generated<number>
}

export interface CampaignDistrictTable {
  campaignId: string
  districtCode: string
}

export interface CampaignStreamTable {
  campaignId: string
  streamId: string
}

export interface CampaignMessageTable {
  campaignId: string
  messageId: string
}

export function campaigns(db: Kysely<Schema>) {
  return {
    async find(id: string): Promise<Campaign | undefined> {
      const row = await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst()
      return row && (await withLists([row]))[0]
    },

    list: async (): Promise<Campaign[]> =>
      withLists(
        await db.selectFrom('campaigns').selectAll().orderBy('firstDay', 'desc').orderBy('code').execute(),
      ),

    /** Those that are not over on a day: nobody has decided about them, or they have days ahead. */
    listAhead: async (today: Day): Promise<Campaign[]> =>
      withLists(
        await db
          .selectFrom('campaigns')
          .selectAll()
          .where('closedAt', 'is', null)
          .where('cancelledAt', 'is', null)
          .where(eb => eb.or([eb('approvedAt', 'is', null), eb('lastDay', '>=', today)]))
          .orderBy('firstDay')
          .execute(),
      ),

    async countOfYear(year: string): Promise<number> {
      const row = await db
        .selectFrom('campaigns')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .where('code', 'like', `K-${year}-%`)
        .executeTakeFirstOrThrow()
      return row.count
    },

    async insert(campaign: Campaign): Promise<void> {
      const { districtCodes, streamIds, messageIds, authors, ...row } = campaign
      await db
        .insertInto('campaigns')
        .values({ ...row, authors: JSON.stringify(authors) })
        .execute()
      await saveLists(campaign.id, { districtCodes, streamIds, messageIds })
    },

    async update(campaign: Pick<Campaign, 'id' | 'version'>, change: Partial<Campaign>): Promise<void> {
      const { districtCodes, streamIds, messageIds, authors, ...columns } = change
      await updateVersioned(db, 'campaigns', campaign, {
        ...columns,
        ...(authors ? { authors: JSON.stringify(authors) } : {}),
      })
      await saveLists(campaign.id, { districtCodes, streamIds, messageIds })
    },
  }

  async function withLists(
    rows: (Omit<CampaignTable, 'version'> & { version: number })[],
  ): Promise<Campaign[]> {
    const ids = rows.map(row => row.id)
    if (ids.length === 0) return []
    const [districts, streams, messages] = await Promise.all([
      db
        .selectFrom('campaignDistricts')
        .selectAll()
        .where('campaignId', 'in', ids)
        .orderBy('districtCode')
        .execute(),
      db
        .selectFrom('campaignStreams')
        .selectAll()
        .where('campaignId', 'in', ids)
        .orderBy('streamId')
        .execute(),
      db
        .selectFrom('campaignMessages')
        .selectAll()
        .where('campaignId', 'in', ids)
        .orderBy('messageId')
        .execute(),
    ])
    return rows.map(row => ({
      ...row,
      authors: list(row.authors),
      districtCodes: districts.filter(d => d.campaignId === row.id).map(d => d.districtCode),
      streamIds: streams.filter(s => s.campaignId === row.id).map(s => s.streamId),
      messageIds: messages.filter(m => m.campaignId === row.id).map(m => m.messageId),
    }))
  }

  async function saveLists(
    campaignId: string,
    lists: {
      districtCodes?: string[] | undefined
      streamIds?: string[] | undefined
      messageIds?: string[] | undefined
    },
  ): Promise<void> {
    const { districtCodes, streamIds, messageIds } = lists
    if (districtCodes) {
      await db.deleteFrom('campaignDistricts').where('campaignId', '=', campaignId).execute()
      const rows = districtCodes.map(districtCode => ({ campaignId, districtCode }))
      if (rows.length > 0) await db.insertInto('campaignDistricts').values(rows).execute()
    }
    if (streamIds) {
      await db.deleteFrom('campaignStreams').where('campaignId', '=', campaignId).execute()
      const rows = streamIds.map(streamId => ({ campaignId, streamId }))
      if (rows.length > 0) await db.insertInto('campaignStreams').values(rows).execute()
    }
    if (messageIds) {
      await db.deleteFrom('campaignMessages').where('campaignId', '=', campaignId).execute()
      const rows = messageIds.map(messageId => ({ campaignId, messageId }))
      if (rows.length > 0) await db.insertInto('campaignMessages').values(rows).execute()
    }
  }
}
