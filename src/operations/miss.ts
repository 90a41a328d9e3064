/** A missed broadcast with every attempt to remedy it, as the person who acts may reach it. */
import type { App, Store } from '../app.js'
import type { Actor, UserActor } from '../domain/actor.js'
import type { BroadcastState } from '../domain/broadcast.js'
import { Forbidden, NotFound } from '../domain/errors.js'
import { undecided, type Makegood } from '../domain/makegood.js'
import { record } from './record.js'

export type Person = UserActor | Extract<Actor, { kind: 'contact' }>

export interface Miss {
  broadcast: BroadcastState
  attempts: Makegood[]
  now: string
}

/** A contact reaches the misses of the outlets it serves today, and no others. */
export async function missOf(app: App, store: Store, actor: Person, missedId: string): Promise<Miss> {
  const broadcast = await broadcastOf(store, missedId)
  await mustServe(app, store, actor, broadcast.outletId)
  return withAttempts(app, store, broadcast)
}

/** One offer and its miss. What runs at another outlet is that outlet's to answer, and nobody else's. */
export async function attemptOf(
  app: App,
  store: Store,
  actor: Person,
  id: string,
): Promise<{ miss: Miss; mine: Makegood }> {
  const makegood = await store.makegoods.find(id)
  if (!makegood) throw new NotFound('makegood')
  const broadcast = await broadcastOf(store, makegood.missedId)
  const order = makegood.orderId ? await store.mediaOrders.find(makegood.orderId) : undefined
  await mustServe(app, store, actor, order?.outletId ?? broadcast.outletId)
  const miss = await withAttempts(app, store, broadcast)
  return { miss, mine: miss.attempts.find(attempt => attempt.id === id)! }
}

async function broadcastOf(store: Store, id: string): Promise<BroadcastState> {
  const broadcast = await store.broadcasts.find(id)
  if (!broadcast) throw new NotFound('broadcast')
  return broadcast
}

async function mustServe(app: App, store: Store, actor: Person, outletId: string): Promise<void> {
  if (actor.kind !== 'contact') return
  const outletIds = await store.contacts.outletIds(actor.id, app.clock.today())
  if (!outletIds.includes(outletId)) throw new Forbidden('link-refused')
}

async function withAttempts(app: App, store: Store, broadcast: BroadcastState): Promise<Miss> {
  const attempts = (await store.makegoods.listOfMisses([broadcast.id])).get(broadcast.id) ?? []
  return { broadcast, attempts, now: app.clock.now() }
}

export function blank(app: App, actor: Person, missedId: string): Makegood {
  return {
    id: app.newId(),
    missedId,
    offeredByContact: actor.kind === 'contact' ? actor.id : null,
    offeredByUser: actor.kind === 'user' ? actor.id : null,
    offeredAt: app.clock.now(),
    ...undecided,
  }
}

export function note(
  app: App,
  store: Store,
  actor: Person,
  { miss, action, after }: { miss: Miss; action: string; after: Record<string, unknown> },
): Promise<void> {
  return record(app, store, actor, { action, subject: ['broadcast', miss.broadcast.id], after })
}
