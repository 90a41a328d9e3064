/** All that is known of some orders, for an audit pack: every version of everything, nothing left out. */
import type { Kysely } from 'kysely'
import type { PackedEvidence, PackFacts } from '../domain/audit-pack/facts.js'
import type { Broadcast } from '../domain/broadcast.js'
import type { Day } from '../domain/time.js'
import { audit } from './audit.js'
import { campaigns } from './campaigns.js'
import { inChunks } from './columns.js'
import { mediaOrders } from './media-orders.js'
import { materials } from './materials.js'
import { payments } from './payments.js'
import type { Schema } from './schema.js'

export function auditPacks(db: Kysely<Schema>) {
  return {
    /** Orders with broadcasts from one day to another, with how many. */
    ordersOf: (from: Day, to: Day): Promise<{ orderId: string; count: number }[]> =>
      db
        .selectFrom('broadcasts')
        .select(eb => ['orderId', eb.fn.countAll<number>().as('count')])
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy('orderId')
        .execute(),

    /** Of a period, only the broadcasts within it are told, each with its whole story. */
    async facts(orderIds: readonly string[], period?: { from: Day; to: Day }): Promise<PackFacts> {
      const orders = (await mediaOrders(db).listByIds(orderIds)).toSorted((a, b) =>
        a.number < b.number ? -1 : 1,
      )
      const broadcasts = (await broadcastsOf(orderIds)).filter(
        ({ day }) => !period || (day >= period.from && day <= period.to),
      )
      const ids = broadcasts.map(({ id }) => id)
      const campaignIds = new Set(orders.map(({ campaignId }) => campaignId))
      const outletIds = new Set(orders.map(({ outletId }) => outletId))
      const materialIds = materialsIn({ orders, broadcasts })
      const [confirmations, verifications, evidence, makegoods, paymentNotes] = await Promise.all([
        confirmationsOf(ids),
        verificationsOf(ids),
        evidenceOf(ids),
        makegoodsOf(ids),
        payments(db).listOf(orderIds),
      ])
      const subjects = [...orderIds, ...campaignIds, ...materialIds, ...ids]
      return {
        orders,
        campaigns: (await campaigns(db).list())
          .filter(({ id }) => campaignIds.has(id))
          .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
        outlets: await db
          .selectFrom('outlets')
          .selectAll()
          .where('id', 'in', [...outletIds])
          .orderBy('name')
          .execute(),
        materials: (await materials(db).listByIds([...materialIds])).toSorted((a, b) =>
          a.id < b.id ? -1 : 1,
        ),
        broadcasts,
        confirmations,
        verifications,
        evidence,
        makegoods,
        payments: paymentNotes,
        people: await people(),
        events: await audit(db).ofSubjects([...subjects, ...evidence.map(({ id }) => id)]),
      }
    },
  }

  async function broadcastsOf(orderIds: readonly string[]): Promise<Broadcast[]> {
    const found = await inParts(orderIds, ids =>
      db.selectFrom('broadcasts').selectAll().where('orderId', 'in', ids).execute(),
    )
    return found.toSorted(by(b => `${b.day} ${String(b.fromMinute).padStart(5)} ${b.id}`))
  }

  async function confirmationsOf(ids: readonly string[]): Promise<PackFacts['confirmations']> {
    const rows = await inParts(ids, part =>
      db.selectFrom('confirmations').selectAll().where('broadcastId', 'in', part).execute(),
    )
    return rows
      .map(row => ({ ...row, isCurrent: row.isCurrent === 1, announcerRead: row.announcerRead === 1 }))
      .toSorted(by(row => `${row.givenAt} ${row.id}`))
  }

  async function verificationsOf(ids: readonly string[]): Promise<PackFacts['verifications']> {
    const rows = await inParts(ids, part =>
      db.selectFrom('verifications').selectAll().where('broadcastId', 'in', part).execute(),
    )
    return rows
      .map(row => ({ ...row, isCurrent: row.isCurrent === 1 }))
      .toSorted(by(row => `${row.decidedAt} ${row.id}`))
  }

  /** Withdrawn evidence too: it was once offered. */
  async function evidenceOf(ids: readonly string[]): Promise<PackedEvidence[]> {
    const rows = await inParts(ids, part =>
      db
        .selectFrom('evidence')
        .innerJoin('evidenceBroadcasts', 'evidenceBroadcasts.evidenceId', 'evidence.id')
        .leftJoin('files', 'files.id', 'evidence.fileId')
        .selectAll('evidence')
        .select(['broadcastId', 'sha256', 'mediaType', 'originalName'])
        .where('broadcastId', 'in', part)
        .execute(),
    )
    const found = new Map<string, PackedEvidence>()
    for (const { broadcastId, ...row } of rows.toSorted(by(each => `${each.id} ${each.broadcastId}`))) {
      const known = found.get(row.id)
      if (known) known.broadcastIds.push(broadcastId)
      else found.set(row.id, { ...row, broadcastIds: [broadcastId] })
    }
    return [...found.values()]
  }

  async function makegoodsOf(ids: readonly string[]): Promise<PackFacts['makegoods']> {
    const rows = await inParts(ids, part =>
      db.selectFrom('makegoods').selectAll().where('missedId', 'in', part).execute(),
    )
    return rows.toSorted(by(row => `${row.offeredAt} ${row.id}`))
  }

  /** Names of those whose ids stand in the rows; no addresses, no numbers. */
  async function people(): Promise<PackFacts['people']> {
    const [staff, contacts] = await Promise.all([
      db.selectFrom('users').select(['id', 'name', 'role']).execute(),
      db.selectFrom('contacts').select(['id', 'name']).execute(),
    ])
    const all = [...staff, ...contacts.map(contact => ({ ...contact, role: 'contact' }))]
    return all.toSorted(by(person => person.id))
  }
}

function materialsIn({ orders, broadcasts }: Pick<PackFacts, 'orders' | 'broadcasts'>): Set<string> {
  const ordered = orders.flatMap(order =>
    order.versions.flatMap(version => version.lines.flatMap(line => line.materials)),
  )
  return new Set([...ordered, ...broadcasts].map(({ materialId }) => materialId))
}

function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : 1)
}

async function inParts<T>(ids: readonly string[], read: (part: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = []
  await inChunks(ids, async part => void found.push(...(await read(part))))
  return found
}
