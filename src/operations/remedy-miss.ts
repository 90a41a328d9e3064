/** What becomes of a missed broadcast: another run offered, taken, declined; or a waiver, or a credit. */
import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { mustAllow } from '../domain/errors.js'
import {
  mayAccept,
  mayCredit,
  mayDecline,
  mayOffer,
  mayWaive,
  offerExpiry,
  type Side,
} from '../domain/makegood.js'
import type { Day, Minute } from '../domain/time.js'
import { attemptOf, blank, missOf, note, type Person } from './miss.js'
import { flightEnd, planReplacement } from './plan-replacement.js'
import { tellOutletOfOffer } from './tell-outlet-of-offer.js'

export interface OfferedSlot {
  day: Day
  fromMinute: Minute
  toMinute: Minute
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
    if (actor.kind === 'user') await tellOutletOfOffer(app, store, miss.broadcast, makegood)
    return makegood.id
  })
}

/** The other side takes an offer: the replacement is planned, with an id of its own and a fate of its own. */
export function acceptMakegood(app: App, actor: Person, id: string): Promise<void> {
  return app.store.write(async store => {
    const { miss, mine } = await attemptOf(app, store, actor, id)
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
    const { miss, mine } = await attemptOf(app, store, actor, id)
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
