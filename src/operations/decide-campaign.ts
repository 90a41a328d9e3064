import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { Campaign } from '../domain/campaign.js'
import { mayCancel, mayClose, mayDecide, maySubmit } from '../domain/campaign.js'
import { mustAllow, NotFound } from '../domain/errors.js'
import type { Decision } from '../domain/problem.js'
import { record } from './record.js'

export function submitCampaign(app: App, actor: UserActor, id: string): Promise<void> {
  return decide(app, actor, id, {
    action: 'campaign-submitted',
    may: campaign => maySubmit(campaign, app.clock.today()),
    change: now => ({
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

export function cancelCampaign(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  return decide(app, actor, id, {
    action: 'campaign-cancelled',
    may: campaign => mayCancel(campaign, app.clock.today()),
    change: now => ({ cancelledAt: now, cancelledBy: actor.id, cancelReason: reason }),
  })
}

export function closeCampaign(app: App, actor: UserActor, id: string): Promise<void> {
  return decide(app, actor, id, {
    action: 'campaign-closed',
    may: campaign => mayClose(campaign, app.clock.today()),
    change: now => ({ closedAt: now, closedBy: actor.id }),
  })
}

interface Move {
  action: string
  may(campaign: Campaign): Decision
  change(now: string): Partial<Campaign>
}

async function decide(app: App, actor: UserActor, id: string, move: Move): Promise<void> {
  await app.store.write(async store => {
    const campaign = await store.campaigns.find(id)
    if (!campaign) throw new NotFound('campaign')
    mustAllow(move.may(campaign))
    const change = move.change(app.clock.now())
    await store.campaigns.update(campaign, change)
    await record(app, store, actor, { action: move.action, subject: ['campaign', id], after: change })
  })
}
