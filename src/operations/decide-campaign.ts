import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { Campaign } from '../domain/campaign.js'
import { mayCancel, mayClose, mayDecide, maySubmit } from '../domain/campaign.js'
import { Conflict, mustAllow, NotFound } from '../domain/errors.js'
import { mayCancelOrder } from '../domain/media-order.js'
import { isInForce } from '../domain/message.js'
import type { Decision } from '../domain/problem.js'
import { endOrder } from './cancel-order.js'
import { mayCloseCampaignRuns } from './close-order.js'
import { record } from './record.js'

export function submitCampaign(app: App, actor: UserActor, id: string): Promise<void> {
  return decide(app, actor, id, {
    action: 'campaign-submitted',
    may: campaign => maySubmit(campaign, app.clock.today()),
    check: mustHaveMessagesInForce,
    // Who submits stands by it: even after a return and another's submission they do not decide about it.
    change: (now, { authors }) => ({
      authors: [...new Set([...authors, actor.id])],
      submittedAt: now,
      submittedBy: actor.id,
      returnedAt: null,
      returnedBy: null,
      returnReason: null,
    }),
  })
}

export function approveCampaign(app: App, actor: UserActor, id: string): Promise<void> {
  return decide(app, actor, id, {
    action: 'campaign-approved',
    may: campaign => mayDecide(campaign, app.clock.today(), actor.id),
    change: now => ({ approvedAt: now, approvedBy: actor.id }),
  })
}

export function returnCampaign(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  return decide(app, actor, id, {
    action: 'campaign-returned',
    may: campaign => mayDecide(campaign, app.clock.today(), actor.id),
    change: now => ({
      submittedAt: null,
      submittedBy: null,
      returnedAt: now,
      returnedBy: actor.id,
      returnReason: reason,
    }),
  })
}

/** Ends a campaign with every order of it that is not over: their outlets are told. */
export function cancelCampaign(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  return decide(app, actor, id, {
    action: 'campaign-cancelled',
    may: campaign => mayCancel(campaign, app.clock.today()),
    change: now => ({ cancelledAt: now, cancelledBy: actor.id, cancelReason: reason }),
    ending: store => cancelOrdersOf(app, store, actor, { campaignId: id, reason }),
  })
}

/** Not while a missed broadcast of it has neither a replacement, nor a waiver, nor a credit. */
export function closeCampaign(app: App, actor: UserActor, id: string): Promise<void> {
  return decide(app, actor, id, {
    action: 'campaign-closed',
    check: async store => mustAllow(await mayCloseCampaignRuns(app, store, id)),
    may: campaign => mayClose(campaign, app.clock.today()),
    change: now => ({ closedAt: now, closedBy: actor.id }),
  })
}

/** A claim that was withdrawn or said anew is not submitted by a plan that chose it before. */
async function mustHaveMessagesInForce(store: Store, { messageIds }: Campaign): Promise<void> {
  const messages = await store.messages.list()
  const gone = messages.find(message => messageIds.includes(message.id) && !isInForce(message))
  if (gone) throw new Conflict({ code: 'message-not-in-force', values: { message: gone.titleId } })
}

async function cancelOrdersOf(
  app: App,
  store: Store,
  actor: UserActor,
  { campaignId, reason }: { campaignId: string; reason: string },
): Promise<void> {
  const orders = await store.mediaOrders.list({ campaignId })
  for (const order of orders.filter(it => mayCancelOrder(it).ok))
    await endOrder(app, store, actor, { order, reason })
}

interface Move {
  action: string
  check?(store: Store, campaign: Campaign): Promise<void>
  may(campaign: Campaign): Decision
  change(now: string, campaign: Campaign): Partial<Campaign>
  /** What else changes with it, in the same transaction. */
  ending?(store: Store): Promise<void>
}

async function decide(app: App, actor: UserActor, id: string, move: Move): Promise<void> {
  await app.store.write(async store => {
    const campaign = await store.campaigns.find(id)
    if (!campaign) throw new NotFound('campaign')
    mustAllow(move.may(campaign))
    await move.check?.(store, campaign)
    const change = move.change(app.clock.now(), campaign)
    await store.campaigns.update(campaign, change)
    await move.ending?.(store)
    await record(app, store, actor, { action: move.action, subject: ['campaign', id], after: change })
  })
}
