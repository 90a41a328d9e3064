import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { isSettled, replan } from '../domain/broadcast.js'
import { Conflict, mustAllow } from '../domain/errors.js'
import { mayOrder } from '../domain/campaign.js'
import { materialStatus } from '../domain/material.js'
import type { MediaOrder, OrderVersion } from '../domain/media-order.js'
import { latestVersion, mayDecideOrder, maySubmitOrder } from '../domain/media-order.js'
import { addDays } from '../domain/time.js'
import { orderOf } from './draft-order.js'
import { record } from './record.js'

export async function submitOrder(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    mustAllow(maySubmitOrder(order))
    await mustHaveApprovedCampaign(app, store, order)
    const change = {
      submittedAt: app.clock.now(),
      submittedBy: actor.id,
      returnedAt: null,
      returnedBy: null,
      returnReason: null,
    }
    await saveDecision(app, store, actor, { order, action: 'order-submitted', change })
  })
}

/** Approves a version and plans its broadcasts: known runs keep their ids, what is past or answered stays. */
export async function approveOrder(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    mustAllow(mayDecideOrder(order, actor.id))
    await mustHaveApprovedCampaign(app, store, order)
    await mustHaveCheckedMaterials(store, latestVersion(order))
    await saveDecision(app, store, actor, {
      order,
      action: 'order-approved',
      change: { approvedAt: app.clock.now(), approvedBy: actor.id },
    })
    await planBroadcasts(app, store, order)
  })
}

export async function returnOrder(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    mustAllow(mayDecideOrder(order, actor.id))
    const change = {
      submittedAt: null,
      submittedBy: null,
      returnedAt: app.clock.now(),
      returnedBy: actor.id,
      returnReason: reason,
    }
    await saveDecision(app, store, actor, { order, action: 'order-returned', change })
  })
}

/** A copied campaign has orders before anybody has approved it; they wait for that. */
async function mustHaveApprovedCampaign(app: App, store: Store, { campaignId }: MediaOrder): Promise<void> {
  const campaign = await store.campaigns.find(campaignId)
  mustAllow(mayOrder(campaign!, app.clock.today()))
}

async function saveDecision(
  app: App,
  store: Store,
  actor: UserActor,
  { order, action, change }: { order: MediaOrder; action: string; change: Partial<OrderVersion> },
): Promise<void> {
  const { number } = latestVersion(order)
  await store.mediaOrders.updateVersion(order, number, change)
  await record(app, store, actor, {
    action,
    subject: ['order', order.id],
    after: { version: number, ...change },
  })
}

async function mustHaveCheckedMaterials(store: Store, version: OrderVersion): Promise<void> {
  const ids = version.lines.flatMap(line => line.materials.map(material => material.materialId))
  const unchecked = (await store.materials.listByIds(ids)).find(
    material => materialStatus(material) !== 'checked',
  )
  if (unchecked)
    throw new Conflict({
      code: unchecked.retiredAt ? 'material-retired' : 'material-unchecked',
      values: { material: `${unchecked.code} ${unchecked.title}` },
    })
}

async function planBroadcasts(app: App, store: Store, order: MediaOrder): Promise<void> {
  const version = latestVersion(order)
  const existing = await store.broadcasts.listOfOrder(order.id)
  const answered = await store.confirmations.current(existing.map(broadcast => broadcast.id))
  const today = app.clock.today()
  const holidays = await holidaysOf(store, version)
  const plan = { order, versionNumber: version.number, lines: version.lines, holidays }
  const result = replan(existing, plan, broadcast => isSettled(broadcast, { today, answered }))
  await store.broadcasts.insert(result.add.map(broadcast => ({ id: app.newId(), ...broadcast })))
  for (const broadcast of result.change) await store.broadcasts.update(broadcast)
  await store.broadcasts.withdraw(
    result.withdraw.map(broadcast => broadcast.id),
    app.clock.now(),
  )
}

async function holidaysOf(store: Store, version: OrderVersion): Promise<Set<string>> {
  const days = version.lines.flatMap(line => [line.firstDay, line.lastDay]).toSorted()
  const holidays = await store.holidays.between(days[0]!, addDays(days.at(-1)!, 1))
  return new Set(holidays.filter(holiday => holiday.kind === 'public').map(holiday => holiday.day))
}
