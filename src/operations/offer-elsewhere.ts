import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, mustAllow } from '../domain/errors.js'
import { mayOffer, offerExpiry, type Makegood } from '../domain/makegood.js'
import type { Slot } from '../domain/makegood-proposal.js'
import { orderStatus, sentVersion } from '../domain/media-order.js'
import type { Day } from '../domain/time.js'
import { blank, missOf, note, type Miss } from './miss.js'
import { flightEnd } from './plan-replacement.js'
import { tellOutletOfOffer } from './tell-outlet-of-offer.js'

/**
 * Asks other outlets, through orders they have accepted, for the runs that together restore what one missed broadcast
 * lost. Each is answered by its own outlet; the miss is replaced once all of them are taken.
 */
export function offerElsewhere(
  app: App,
  actor: UserActor,
  missedId: string,
  slots: readonly Slot[],
): Promise<void> {
  return app.store.write(async store => {
    const miss = await missOf(app, store, actor, missedId)
    const bundleId = app.newId()
    for (const slot of slots) {
      const flightEnds = await lastDayFor(store, miss, slot)
      mustAllow(mayOffer(miss, slot, { today: app.clock.today(), flightEnds }))
      const makegood = offerOf(app, actor, miss, { slot, bundleId, parts: slots.length })
      await store.makegoods.insert(makegood)
      const { day, fromMinute, toMinute, outletId, rupiah } = slot
      const after = { makegood: makegood.id, day, fromMinute, toMinute, outletId, rupiah }
      await note(app, store, actor, { miss, action: 'makegood-offered', after })
      await tellOutletOfOffer(app, store, miss.broadcast, makegood)
    }
  })
}

/** The last day of the line it would run in; an order that no longer stands takes no more runs. */
async function lastDayFor(store: Store, { broadcast }: Miss, { orderId, lineKey }: Slot): Promise<Day> {
  if (!orderId) return flightEnd(store, broadcast)
  const order = await store.mediaOrders.find(orderId)
  const line = order && sentVersion(order)?.lines.find(each => each.lineKey === lineKey)
  if (!order || !line || orderStatus(order) !== 'accepted') throw new Conflict('changed-meanwhile')
  return line.lastDay
}

function offerOf(
  app: App,
  actor: UserActor,
  miss: Miss,
  { slot, bundleId, parts }: { slot: Slot; bundleId: string; parts: number },
): Makegood {
  const { day, fromMinute, toMinute, orderId, lineKey, rupiah } = slot
  const expiresAt = offerExpiry(slot, { offeredAt: miss.now, zone: app.clock.zone })
  const place = orderId ? { orderId, lineKey: lineKey ?? null, rupiah } : {}
  return {
    ...blank(app, actor, miss.broadcast.id),
    day,
    fromMinute,
    toMinute,
    expiresAt,
    ...place,
    bundleId,
    parts,
  }
}
