import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { Campaign } from '../domain/campaign.js'
import { mayOrder } from '../domain/campaign.js'
import { Conflict, Invalid, mustAllow, NotFound } from '../domain/errors.js'
import type { MediaOrder, OrderVersion } from '../domain/media-order.js'
import { latestVersion, mayEditLines, mayRevise } from '../domain/media-order.js'
import { withLatestVersions } from '../domain/material-version.js'
import type { OrderLine } from '../domain/order-line.js'
import type { LinePlan } from '../domain/order-line.js'
import { planLine } from '../domain/plan-line.js'
import { record } from './record.js'

/** Begins an order of an outlet for an approved campaign; its first version is a draft. */
export async function draftOrder(
  app: App,
  actor: UserActor,
  campaignId: string,
  outletId: string,
): Promise<MediaOrder> {
  return app.store.write(async store => {
    const campaign = await store.campaigns.find(campaignId)
    if (!campaign) throw new NotFound('campaign')
    mustAllow(mayOrder(campaign, app.clock.today()))
    const outlet = await store.outlets.find(outletId)
    if (!outlet || outlet.retiredAt) throw new Invalid({ outletId: { code: 'not-a-choice' } })
    const order = await newOrder(app, store, actor, { campaignId, outletId })
    await store.mediaOrders.insert(order)
    await record(app, store, actor, {
      action: 'order-drafted',
      subject: ['order', order.id],
      after: { number: order.number, campaignId, outletId },
    })
    return order
  })
}

/** An order with the next number of the year and an empty first version. */
export async function newOrder(
  app: App,
  store: Store,
  actor: UserActor,
  { campaignId, outletId }: { campaignId: string; outletId: string },
): Promise<MediaOrder> {
  const year = app.clock.today().slice(0, 4)
  const number = `MO-${year}-${String((await store.mediaOrders.countOfYear(year)) + 1).padStart(4, '0')}`
  const id = app.newId()
  return {
    id,
    number,
    campaignId,
    outletId,
    createdAt: app.clock.now(),
    closedAt: null,
    closedBy: null,
    cancelledAt: null,
    cancelledBy: null,
    cancelReason: null,
    version: 1,
    versions: [draftVersion(app, actor, { orderId: id, number: 1, reason: '', lines: [] })],
  }
}

/** Opens a new version of a locked order: a copy of its lines, at the times the outlet asked for where that is wanted. */
export async function reviseOrder(
  app: App,
  actor: UserActor,
  id: string,
  { reason, takeTimes = false }: { reason: string; takeTimes?: boolean },
): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    mustAllow(mayRevise(order))
    const last = latestVersion(order)
    const materials = await store.materials.listOfCampaign(order.campaignId)
    const lines = last.lines.map(line => ({
      ...line,
      materials: withLatestVersions(line.materials, materials),
      ...(takeTimes ? timeAskedFor(last, line) : {}),
      id: app.newId(),
    }))
    await store.mediaOrders.update(order, {})
    await store.mediaOrders.insertVersion(
      draftVersion(app, actor, { orderId: id, number: last.number + 1, reason, lines }),
    )
    await record(app, store, actor, {
      action: 'order-revised',
      subject: ['order', id],
      after: { version: last.number + 1, reason },
    })
  })
}

/** The daypart an outlet asked for instead, where it did. */
function timeAskedFor(version: OrderVersion, { lineKey }: OrderLine) {
  const answer = version.answers.find(it => it.lineKey === lineKey && it.answer === 'other-time')
  return answer && { fromMinute: answer.fromMinute!, toMinute: answer.toMinute! }
}

/** Adds a line, or replaces the one with the same key. */
export async function saveLine(
  app: App,
  actor: UserActor,
  id: string,
  plan: LinePlan & { lineKey?: string },
): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    mustAllow(mayEditLines(order))
    const campaign = (await store.campaigns.find(order.campaignId))!
    const { lines } = latestVersion(order)
    const { lineKey = app.newId(), ...typed } = plan
    await mustKnowMaterials(store, campaign, typed)
    const planned = planLine(typed, { campaign, rates: await store.rates.listOf(order.outletId) })
    if (!planned.ok) throw new Invalid(planned.problems)
    const old = lines.find(line => line.lineKey === lineKey)
    const position = old?.position ?? Math.max(0, ...lines.map(line => line.position)) + 1
    const line: OrderLine = { id: old?.id ?? app.newId(), lineKey, position, ...planned.line }
    const others = lines.filter(other => other.lineKey !== lineKey)
    await saveLines(app, store, actor, {
      order,
      lines: [...others, line],
      action: old ? 'line-changed' : 'line-added',
      facts: { ...plan, lineKey },
    })
  })
}

export async function removeLine(app: App, actor: UserActor, id: string, lineKey: string): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    mustAllow(mayEditLines(order))
    const { lines } = latestVersion(order)
    if (!lines.some(line => line.lineKey === lineKey)) throw new NotFound('line')
    const left = lines.filter(line => line.lineKey !== lineKey)
    await saveLines(app, store, actor, { order, lines: left, action: 'line-removed', facts: { lineKey } })
  })
}

export async function orderOf(store: Store, id: string): Promise<MediaOrder> {
  const order = await store.mediaOrders.find(id)
  if (!order) throw new NotFound('order')
  return order
}

async function saveLines(
  app: App,
  store: Store,
  actor: UserActor,
  change: { order: MediaOrder; lines: OrderLine[]; action: string; facts: object },
): Promise<void> {
  const { order, lines, action, facts } = change
  const { number, authors } = latestVersion(order)
  await store.mediaOrders.updateVersion(order, number, {
    lines,
    authors: [...new Set([...authors, actor.id])],
  })
  await record(app, store, actor, {
    action,
    subject: ['order', order.id],
    after: { version: number, ...facts },
  })
}

async function mustKnowMaterials(store: Store, campaign: Campaign, plan: LinePlan): Promise<void> {
  const materials = await store.materials.listOfCampaign(campaign.id)
  const known = new Set(materials.filter(material => !material.retiredAt).map(material => material.id))
  if (plan.materials.some(({ materialId }) => !known.has(materialId))) throw new Conflict('changed-meanwhile')
}

function draftVersion(
  app: App,
  actor: UserActor,
  given: Pick<OrderVersion, 'orderId' | 'number' | 'reason' | 'lines'>,
): OrderVersion {
  return {
    ...given,
    note: '',
    authors: [actor.id],
    createdAt: app.clock.now(),
    submittedAt: null,
    submittedBy: null,
    returnedAt: null,
    returnedBy: null,
    returnReason: null,
    approvedAt: null,
    approvedBy: null,
    sentAt: null,
    sentBy: null,
    acceptedAt: null,
    acceptedHow: null,
    acceptedByContact: null,
    acceptedByUser: null,
    acceptanceFileId: null,
    declinedAt: null,
    declineReason: null,
    answers: [],
  }
}
