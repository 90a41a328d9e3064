import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { mustAllow } from '../domain/errors.js'
import { isMiss, isUnresolved } from '../domain/makegood.js'
import { mayClose } from '../domain/media-order.js'
import { allowed, refused, type Decision } from '../domain/problem.js'
import { mayCloseRuns } from '../domain/settled-runs.js'
import { orderOf } from './draft-order.js'
import { record } from './record.js'

/** Closes an order whose every run was verified, or missed and remedied. Nothing of it changes afterwards. */
export async function closeOrder(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    mustAllow(mayClose(order))
    mustAllow(await runsSettled(app, store, id))
    const change = { closedAt: app.clock.now(), closedBy: actor.id }
    await store.mediaOrders.update(order, change)
    await record(app, store, actor, { action: 'order-closed', subject: ['order', id], after: change })
  })
}

/** Whether no missed broadcast of a campaign is left without a remedy. */
export async function mayCloseCampaignRuns(app: App, store: Store, campaignId: string): Promise<Decision> {
  const missed = (await store.broadcasts.listStates({ campaignId })).filter(isMiss)
  const attempts = await store.makegoods.listOfMisses(missed.map(broadcast => broadcast.id))
  const open = missed.filter(miss => isUnresolved(miss, attempts.get(miss.id) ?? [], app.clock.now()))
  return open.length > 0 ? refused('unresolved-miss', { count: open.length }) : allowed
}

/** Whether every run of an order was verified, or missed and remedied. */
export async function runsSettled(app: App, store: Store, orderId: string): Promise<Decision> {
  const broadcasts = await store.broadcasts.listStates({ orderId })
  const attempts = await store.makegoods.listOfMisses(broadcasts.map(broadcast => broadcast.id))
  return mayCloseRuns(broadcasts, broadcastId => attempts.get(broadcastId) ?? [], app.clock.now())
}
