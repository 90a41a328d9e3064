/** What becomes of a missed broadcast: another run offered, taken, declined; or a waiver, or a credit. */
import type { App, Store } from '../app.js'
import type { Actor, UserActor } from '../domain/actor.js'
import type { BroadcastState } from '../domain/broadcast.js'
import { Forbidden, mustAllow, NotFound } from '../domain/errors.js'
import {
  mayAccept,
  mayCredit,
  mayDecline,
  mayOffer,
  mayWaive,
  offerExpiry,
  type Makegood,
  type Side,
  undecided,
} from '../domain/makegood.js'
import { sentVersion } from '../domain/media-order.js'
import type { Day, Minute } from '../domain/time.js'
import { tellOutletOfOffer } from './tell-outlet-of-offer.js'
import { record } from './record.js'

type ContactActor = Extract<Actor, { kind: 'contact' }>
type Person = UserActor | ContactActor

export interface OfferedSlot {
  day: Day
  fromMinute: Minute
  toMinute: Minute
}

interface Miss {
  broadcast: BroadcastState
  attempts: Makegood[]
  now: string
}

/** Offers another run for a missed one: the outlet to the office, or the office to the outlet. */
export function offerMakegood(app: App, actor: Person, missedId: string, slot: OfferedSlot): Promise<string> {
  return app.store.write(async store => {
    const miss = await missOf(app, store, actor, missedId)
    const flightEnds = await flightEnd(store, miss.broadcast)
    mustAllow(mayOffer(miss, slot, { today: app.clock.today(), flightEnds }))
    const expiresAt = offerExpiry(slot, { offeredAt: miss.now, zone: app.clock.zone })
    const makegood = { ...blank(app, actor, missedId), ...slot, expiresAt }
    await store.makegoods.insert(makegood)
    await note(app, store, actor, { miss, action: 'makegood-offered', after: { ...slot, expiresAt } })
    if (actor.kind === 'user') await tellOutletOfOffer(app, store, miss.broadcast, makegood.id)
    return makegood.id
  })
}

/** The other side takes an offer: the replacement is planned, with an id of its own and a fate of its own. */
export function acceptMakegood(app: App, actor: Person, id: string): Promise<void> {
  return app.store.write(async store => {
    const makegood = await makegoodOf(store, id)
    const miss = await missOf(app, store, actor, makegood.missedId)
    const mine = miss.attempts.find(attempt => attempt.id === id)!
    mustAllow(mayAccept(miss, mine, sideOf(actor)))
    const replacementId = await planReplacement(app, store, miss.broadcast, mine)
    const change = {
      acceptedAt: miss.now,
      acceptedBy: actor.kind === 'user' ? actor.id : null,
      acceptedByContact: actor.kind === 'contact' ? actor.id : null,
      replacementId,
    }
    await store.makegoods.update(mine, change)
    await note(app, store, actor, { miss, action: 'makegood-accepted', after: { makegood: id, ...change } })
  })
}

/** Ends an offer: declined by the one side, taken back by the other. */
export function declineMakegood(app: App, actor: Person, id: string, reason: string): Promise<void> {
  return app.store.write(async store => {
    const makegood = await makegoodOf(store, id)
    const miss = await missOf(app, store, actor, makegood.missedId)
    const mine = miss.attempts.find(attempt => attempt.id === id)!
    mustAllow(mayDecline(miss, mine))
    const change = {
      declinedAt: miss.now,
      declinedBy: actor.kind === 'user' ? actor.id : null,
      declinedByContact: actor.kind === 'contact' ? actor.id : null,
      declineReason: reason,
    }
    await store.makegoods.update(mine, change)
    await note(app, store, actor, { miss, action: 'makegood-declined', after: { makegood: id, ...change } })
  })
}

/** The office does without a replacement, and says why. */
export function waiveMiss(app: App, actor: UserActor, missedId: string, reason: string): Promise<void> {
  return app.store.write(async store => {
    const miss = await missOf(app, store, actor, missedId)
    mustAllow(mayWaive(miss, reason))
    const change = { waivedAt: miss.now, waivedBy: actor.id, waiveReason: reason }
    await store.makegoods.insert({ ...blank(app, actor, missedId), ...change })
    await note(app, store, actor, { miss, action: 'makegood-waived', after: change })
  })
}

/** The price, or a part of it, is taken off the bill. */
export function creditMiss(app: App, actor: UserActor, missedId: string, rupiah: number): Promise<void> {
  return app.store.write(async store => {
    const miss = await missOf(app, store, actor, missedId)
    mustAllow(mayCredit(miss, rupiah))
    const change = { creditedAt: miss.now, creditedBy: actor.id, creditRupiah: rupiah }
    await store.makegoods.insert({ ...blank(app, actor, missedId), ...change })
    await note(app, store, actor, { miss, action: 'makegood-credited', after: change })
  })
}

function sideOf(actor: Person): Side {
  return actor.kind === 'user' ? 'office' : 'outlet'
}

async function makegoodOf(store: Store, id: string): Promise<Makegood> {
  const makegood = await store.makegoods.find(id)
  if (!makegood) throw new NotFound('makegood')
  return makegood
}

/** A contact reaches the misses of the outlets it serves today, and no others. */
async function missOf(app: App, store: Store, actor: Person, missedId: string): Promise<Miss> {
  const broadcast = await store.broadcasts.find(missedId)
  if (!broadcast) throw new NotFound('broadcast')
  if (actor.kind === 'contact') {
    const outletIds = await store.contacts.outletIds(actor.id, app.clock.today())
    if (!outletIds.includes(broadcast.outletId)) throw new Forbidden('link-refused')
  }
  const attempts = (await store.makegoods.listOfMisses([missedId])).get(missedId) ?? []
  return { broadcast, attempts, now: app.clock.now() }
}

/** The last day of the order's flight, as it was last sent. */
export async function flightEnd(store: Store, { orderId, day }: BroadcastState): Promise<Day> {
  const order = await store.mediaOrders.find(orderId)
  const lines = (order && sentVersion(order)?.lines) ?? []
  return lines.reduce((last, line) => (line.lastDay > last ? line.lastDay : last), day)
}

async function planReplacement(
  app: App,
  store: Store,
  missed: BroadcastState,
  slot: Makegood,
): Promise<string> {
  const planned = await store.broadcasts.listOfOrder(missed.orderId)
  const original = planned.find(({ id }) => id === missed.id)!
  const sameDay = planned.filter(({ lineKey, day }) => lineKey === missed.lineKey && day === slot.day)
  const id = app.newId()
  await store.broadcasts.insert([
    {
      ...original,
      id,
      day: slot.day!,
      fromMinute: slot.fromMinute!,
      toMinute: slot.toMinute!,
      ordinal: Math.max(0, ...sameDay.map(({ ordinal }) => ordinal)) + 1,
      withdrawnAt: null,
      replacesId: missed.id,
    },
  ])
  return id
}

function blank(app: App, actor: Person, missedId: string): Makegood {
  return {
    id: app.newId(),
    missedId,
    offeredByContact: actor.kind === 'contact' ? actor.id : null,
    offeredByUser: actor.kind === 'user' ? actor.id : null,
    offeredAt: app.clock.now(),
    ...undecided,
  }
}

function note(
  app: App,
  store: Store,
  actor: Person,
  { miss, action, after }: { miss: Miss; action: string; after: Record<string, unknown> },
): Promise<void> {
  return record(app, store, actor, { action, subject: ['broadcast', miss.broadcast.id], after })
}
