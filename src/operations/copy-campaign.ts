import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { Campaign } from '../domain/campaign.js'
import { shifted, shiftedLine, shiftProblem } from '../domain/campaign-copy.js'
import { Invalid, NotFound } from '../domain/errors.js'
import { latestVersion, orderStatus, type MediaOrder } from '../domain/media-order.js'
import { isInForce } from '../domain/message.js'
import type { OrderLine } from '../domain/order-line.js'
import { newOrder } from './draft-order.js'
import { record } from './record.js'
import { draftCampaign } from './save-campaign.js'
import { newMaterial } from './save-material.js'

export interface Copying {
  name: string
  /** By how many days everything moves; may be negative. */
  days: number
  withOrders: boolean
}

/**
 * A new draft like a campaign, with its days moved: its plan, its materials unchecked, and its order lines as drafts.
 * Messages no longer in force and orders of retired outlets stay behind; the names of the latter are returned.
 */
export async function copyCampaign(
  app: App,
  actor: UserActor,
  id: string,
  { name, days, withOrders }: Copying,
): Promise<{ campaign: Campaign; leftOut: string[] }> {
  return app.store.write(async store => {
    const original = await store.campaigns.find(id)
    if (!original) throw new NotFound('campaign')
    const orders = withOrders ? await ordersToCopy(store, original) : []
    const lines = orders.flatMap(order => latestVersion(order).lines)
    const problem = shiftProblem(lines, { firstDay: original.firstDay, days })
    if (problem) throw new Invalid({ firstDay: problem })
    const campaign = await copyPlan(app, store, actor, { original, name, days })
    const outlets = new Map((await store.outlets.list()).map(outlet => [outlet.id, outlet]))
    const usable = orders.filter(order => !outlets.get(order.outletId)?.retiredAt)
    const materials = await copyMaterials(app, store, actor, { original, campaign })
    for (const order of usable) await copyOrder(app, store, actor, { order, campaign, materials, days })
    await record(app, store, actor, {
      action: 'campaign-copied',
      subject: ['campaign', campaign.id],
      after: { from: id, days, orders: usable.length },
    })
    const behind = orders.filter(order => !usable.includes(order))
    return { campaign, leftOut: behind.map(order => outlets.get(order.outletId)!.name) }
  })
}

async function ordersToCopy(store: Store, { id }: Campaign): Promise<MediaOrder[]> {
  const orders = await store.mediaOrders.list({ campaignId: id })
  return orders
    .filter(order => !['cancelled', 'declined'].includes(orderStatus(order)))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
}

async function copyPlan(
  app: App,
  store: Store,
  actor: UserActor,
  { original, name, days }: { original: Campaign; name: string; days: number },
): Promise<Campaign> {
  const messages = await store.messages.list()
  const inForce = new Set(messages.filter(isInForce).map(message => message.id))
  const { objective, firstDay, lastDay, districtCodes, streamIds } = shifted(original, days)
  const { budgetRupiah, budgetNegotiatedRupiah, budgetFreeRupiah } = original
  return draftCampaign({ ...app, store }, actor, {
    name,
    objective,
    firstDay,
    lastDay,
    districtCodes,
    streamIds,
    messageIds: original.messageIds.filter(id => inForce.has(id)),
    budgetRupiah,
    budgetNegotiatedRupiah,
    budgetFreeRupiah,
    copiedFrom: original.id,
  })
}

/** Old id → new id. What is copied has to be checked anew: its dates and claims are new. */
async function copyMaterials(
  app: App,
  store: Store,
  actor: UserActor,
  { original, campaign }: { original: Campaign; campaign: Campaign },
): Promise<Map<string, string>> {
  const copies = new Map<string, string>()
  for (const material of await store.materials.listOfCampaign(original.id)) {
    const { title, medium, language, script, seconds, fileId, fileSeconds } = material
    const copy = newMaterial(app, actor, {
      campaignId: campaign.id,
      code: material.code,
      facts: { title, medium, language, script, seconds },
      file: { fileId, fileSeconds },
    })
    await store.materials.insert({ ...copy, retiredAt: material.retiredAt ? app.clock.now() : null })
    copies.set(material.id, copy.id)
  }
  return copies
}

async function copyOrder(
  app: App,
  store: Store,
  actor: UserActor,
  given: { order: MediaOrder; campaign: Campaign; materials: ReadonlyMap<string, string>; days: number },
): Promise<void> {
  const { order, campaign, materials, days } = given
  const rates = await store.rates.listOf(order.outletId)
  const copied = (line: OrderLine): OrderLine => ({
    ...shiftedLine(line, days, rates),
    id: app.newId(),
    lineKey: app.newId(),
    materials: line.materials.map(({ materialId, weight }) => ({
      materialId: materials.get(materialId)!,
      weight,
    })),
  })
  const copy = await newOrder(app, store, actor, { campaignId: campaign.id, outletId: order.outletId })
  const [version] = copy.versions
  await store.mediaOrders.insert({
    ...copy,
    versions: [{ ...version!, lines: latestVersion(order).lines.map(copied) }],
  })
  await record(app, store, actor, {
    action: 'order-drafted',
    subject: ['order', copy.id],
    after: { number: copy.number, campaignId: campaign.id, outletId: order.outletId, from: order.number },
  })
}
