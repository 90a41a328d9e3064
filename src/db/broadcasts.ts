import type { Kysely } from 'kysely'
import type { Broadcast, BroadcastState } from '../domain/broadcast.js'
import type { CalendarRow } from '../domain/calendar.js'
import type { KindRupiah } from '../domain/campaign-budget.js'
import type { Day, Instant } from '../domain/time.js'
import { calendarColumns, matching, stateColumns, type BroadcastFilter } from './broadcast-list.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type BroadcastTable = Broadcast

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

    /** The same as a calendar shows them: a month has thousands, so each brings only what is shown. */
    listForCalendar: (filter: BroadcastFilter): Promise<CalendarRow[]> =>
      filter.outletIds?.length === 0
        ? Promise.resolve([])
        : matching(db, filter)
            .select(calendarColumns)
            .orderBy('day')
            .orderBy('fromMinute')
            .orderBy('outletName')
            .orderBy('ordinal')
            .execute(),

    /** The last day before `first` and the first after `last` on which anything runs that the filter asks for. */
    async daysAround(
      filter: BroadcastFilter,
      { first, last }: { first: Day; last: Day },
    ): Promise<{ before: Day | null; after: Day | null }> {
      const standing = matching(db, filter)
        .select('day')
        .where(eb => eb.or([eb('withdrawnAt', 'is', null), eb('answer', 'is not', null)]))
        .limit(1)
      const before = standing.where('day', '<', first).orderBy('day', 'desc')
      const after = standing.where('day', '>', last).orderBy('day')
      const [earlier, later] = await Promise.all([before.executeTakeFirst(), after.executeTakeFirst()])
      return { before: earlier?.day ?? null, after: later?.day ?? null }
    },

    /** What the broadcasts of each campaign cost; free airtime costs nothing. */
    async rupiahByCampaign(): Promise<Map<string, number>> {
      const rows = await db
        .selectFrom('broadcasts')
        .leftJoin('broadcasts as missed', 'missed.id', 'broadcasts.replacesId')
        .select(eb => ['broadcasts.campaignId', eb.fn.sum<number>('broadcasts.rupiah').as('total')])
        .where('broadcasts.withdrawnAt', 'is', null)
        .where('broadcasts.priceKind', '<>', 'free')
        // What makes good a missed run in the same order is paid with it; at another outlet it is paid there.
        .where(eb =>
          eb.or([eb('missed.id', 'is', null), eb('missed.orderId', '<>', eb.ref('broadcasts.orderId'))]),
        )
        .groupBy('broadcasts.campaignId')
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
    return matching(db, filter).selectAll('broadcasts').select(stateColumns)
  }
}
