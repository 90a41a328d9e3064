import type { Kysely } from 'kysely'
import type { Broadcast, BroadcastState } from '../domain/broadcast.js'
import type { KindRupiah } from '../domain/campaign-budget.js'
import type { Day, Instant } from '../domain/time.js'
import { isMissed, isUnjudged, wasSent } from './broadcast-conditions.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type BroadcastTable = Broadcast

export interface BroadcastFilter {
  campaignId?: string | undefined
  orderId?: string | undefined
  outletIds?: readonly string[] | undefined
  from?: Day | undefined
  to?: Day | undefined
  ids?: readonly string[] | undefined
  /** Also those of orders that were approved but not sent yet. */
  unsentToo?: boolean
  /** Only those that nobody has judged: without an answer, or with one that waits. */
  unjudged?: boolean
  /** Only those the outlet says did not run, or staff dispute. */
  missed?: boolean
  /** Only those whose answer tells whether they ran. */
  answered?: boolean
}

export function broadcasts(db: Kysely<Schema>) {
  return {
    async find(id: string): Promise<BroadcastState | undefined> {
      return states({ ids: [id] }).executeTakeFirst()
    },

    listOfOrder: (orderId: string): Promise<Broadcast[]> =>
      db
        .selectFrom('broadcasts')
        .selectAll()
        .where('orderId', '=', orderId)
        .orderBy('day')
        .orderBy('fromMinute')
        .orderBy('ordinal')
        .execute(),

    /** The broadcasts of sent orders, in the order they were to run. */
    listStates: (filter: BroadcastFilter): Promise<BroadcastState[]> =>
      filter.outletIds?.length === 0 || filter.ids?.length === 0
        ? Promise.resolve([])
        : states(filter)
            .orderBy('day')
            .orderBy('fromMinute')
            .orderBy('outletName')
            .orderBy('ordinal')
            .execute(),

    /** Which campaign is heard from which outlet between two days, sent or about to be. */
    onAir: (from: Day, to: Day): Promise<{ campaignId: string; outletId: string }[]> =>
      db
        .selectFrom('broadcasts')
        .innerJoin('mediaOrders', 'mediaOrders.id', 'broadcasts.orderId')
        .select(['broadcasts.campaignId', 'broadcasts.outletId'])
        .distinct()
        .where('day', '>=', from)
        .where('day', '<=', to)
        .where('withdrawnAt', 'is', null)
        .where('cancelledAt', 'is', null)
        .execute(),

    /** What the broadcasts of each campaign cost; free airtime costs nothing. */
    async rupiahByCampaign(): Promise<Map<string, number>> {
      const rows = await db
        .selectFrom('broadcasts')
        .select(eb => ['campaignId', eb.fn.sum<number>('rupiah').as('total')])
        .where('withdrawnAt', 'is', null)
        .where('priceKind', '<>', 'free')
        // What makes good a missed run is paid with it.
        .where('replacesId', 'is', null)
        .groupBy('campaignId')
        .execute()
      return new Map(rows.map(row => [row.campaignId, row.total]))
    },

    /** By price kind, what the standing broadcasts of sent orders of a campaign cost, and of those the verified ones. */
    async rupiahByKind(campaignId: string): Promise<KindRupiah[]> {
      const of = states({ campaignId }).as('states')
      const rows = await db
        .selectFrom(of)
        .select(eb => [
          'priceKind',
          eb.fn
            .sum<number>(eb.case().when('withdrawnAt', 'is', null).then(eb.ref('rupiah')).else(0).end())
            .as('sent'),
          eb.fn
            .sum<number>(
              eb
                .case()
                .when(
                  eb.and([
                    eb('decision', '=', 'verified'),
                    eb('verificationOf', '=', eb.ref('confirmationId')),
                    eb('answer', 'in', ['ran', 'ran-differently']),
                  ]),
                )
                .then(eb.ref('rupiah'))
                .else(0)
                .end(),
            )
            .as('verified'),
        ])
        .groupBy('priceKind')
        .execute()
      return rows
    },

    insert: (rows: Broadcast[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('broadcasts').values(chunk).execute()),

    update: async ({ id, ...columns }: Broadcast): Promise<void> => {
      await db.updateTable('broadcasts').set(columns).where('id', '=', id).execute()
    },

    withdraw: async (ids: readonly string[], at: Instant): Promise<void> => {
      if (ids.length > 0)
        await db.updateTable('broadcasts').set({ withdrawnAt: at }).where('id', 'in', ids).execute()
    },
  }

  function states(filter: BroadcastFilter) {
    let query = db
      .selectFrom('broadcasts')
      .innerJoin('outlets', 'outlets.id', 'broadcasts.outletId')
      .innerJoin('campaigns', 'campaigns.id', 'broadcasts.campaignId')
      .innerJoin('materials', 'materials.id', 'broadcasts.materialId')
      .innerJoin('mediaOrders as orders', 'orders.id', 'broadcasts.orderId')
      .leftJoin('confirmations', join =>
        join.onRef('confirmations.broadcastId', '=', 'broadcasts.id').on('confirmations.isCurrent', '=', 1),
      )
      .leftJoin('verifications', join =>
        join.onRef('verifications.broadcastId', '=', 'broadcasts.id').on('verifications.isCurrent', '=', 1),
      )
      .selectAll('broadcasts')
      .select([
        'outlets.name as outletName',
        'outlets.medium',
        'campaigns.name as campaignName',
        'orders.closedAt as orderClosedAt',
        'materials.code as materialCode',
        'materials.title as materialTitle',
        'confirmations.id as confirmationId',
        'confirmations.number as confirmationNumber',
        'confirmations.answer',
        'confirmations.actualDay',
        'confirmations.actualMinute',
        'confirmations.actualSeconds',
        'confirmations.actualMaterialId',
        'confirmations.givenAt as answeredAt',
        'verifications.confirmationId as verificationOf',
        'verifications.decision',
        'verifications.grade',
      ])
    if (!filter.unsentToo) query = query.where(wasSent)
    if (filter.unjudged) query = query.where(isUnjudged)
    if (filter.missed) query = query.where(isMissed)
    if (filter.answered) query = query.where('answer', 'in', ['ran', 'ran-differently', 'did-not-run'])
    if (filter.campaignId) query = query.where('broadcasts.campaignId', '=', filter.campaignId)
    if (filter.orderId) query = query.where('broadcasts.orderId', '=', filter.orderId)
    if (filter.outletIds) query = query.where('broadcasts.outletId', 'in', filter.outletIds)
    if (filter.ids) query = query.where('broadcasts.id', 'in', filter.ids)
    if (filter.from) query = query.where('broadcasts.day', '>=', filter.from)
    if (filter.to) query = query.where('broadcasts.day', '<=', filter.to)
    return query
  }
}
