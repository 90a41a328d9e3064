/** Campaigns and orders of the story, made by the operations people's forms call. */
import type { App } from '../../src/app.js'
import type { UserActor } from '../../src/domain/actor.js'
import type { Campaign } from '../../src/domain/campaign.js'
import type { Material } from '../../src/domain/material.js'
import type { MediaOrder } from '../../src/domain/media-order.js'
import type { LinePlan } from '../../src/domain/order-line.js'
import { approveOrder, submitOrder } from '../../src/operations/decide-order.js'
import { draftOrder, saveLine } from '../../src/operations/draft-order.js'
import { sendOrder } from '../../src/operations/send-order.js'
import { outlets, people, type Person } from './people.js'
import { aCampaign } from './things.js'

export function actorOf(key: Person): UserActor {
  const { id, name, role } = people[key]
  return { kind: 'user', id, name, role }
}

interface Wanted {
  outletId?: string
  /** How many, all of the outlet's medium and checked by somebody else. */
  materials?: number
  districtCodes?: string[]
  budgetRupiah?: number
  firstDay?: string
  lastDay?: string
}

/** An approved campaign with checked materials and one order that has no line yet. */
export async function draftedOrder(
  app: App,
  wanted: Wanted = {},
): Promise<{ campaign: Campaign; materials: Material[]; order: MediaOrder }> {
  const { outletId = outlets.gema.id, materials: count = 1, ...change } = wanted
  const { campaign, materials } = await aRunningCampaign(app, { outletId, count, change })
  const order = await draftOrder(app, actorOf('bayu'), campaign.id, outletId)
  return { campaign, materials, order }
}

async function aRunningCampaign(
  { store, clock, newId }: App,
  { outletId, count, change }: { outletId: string; count: number; change: Partial<Campaign> },
) {
  const now = clock.now()
  const id = newId()
  const lastDay = '2026-12-31'
  const approval = {
    submittedAt: now,
    submittedBy: people.bayu.id,
    approvedAt: now,
    approvedBy: people.hendra.id,
  }
  const campaign = aCampaign({ id, code: id, lastDay, ...approval, ...change })
  const medium = Object.values(outlets).find(outlet => outlet.id === outletId)!.medium
  const materials = Array.from({ length: count }, (_, index): Material => {
    const unused = {
      fileId: null,
      fileSeconds: null,
      replacesId: null,
      returnedAt: null,
      returnedBy: null,
      returnReason: null,
      retiredAt: null,
      retiredBy: null,
      retireReason: null,
    }
    return {
      id: newId(),
      campaignId: id,
      code: `M0${index + 1}`,
      title: `Naskah ${index + 1}`,
      medium,
      language: 'id',
      script: 'Naskah yang dibacakan.',
      seconds: 30,
      authors: [people.bayu.id],
      createdAt: now,
      checkedAt: now,
      checkedBy: people.sari.id,
      version: 1,
      ...unused,
    }
  })
  await store.write(async tx => {
    await tx.campaigns.insert(campaign)
    for (const material of materials) await tx.materials.insert(material)
  })
  return { campaign, materials }
}

/** Two weeks of one spot each morning. */
export function aPlan(materialId: string, change: Partial<LinePlan> = {}): LinePlan {
  return {
    format: 'spot',
    firstDay: '2026-11-17',
    lastDay: '2026-11-30',
    weekdays: [0, 1, 2, 3, 4, 5, 6],
    fromMinute: 360,
    toMinute: 480,
    runsPerDay: 1,
    seconds: 30,
    millimetres: null,
    priceKind: 'paid',
    rupiah: 100_000,
    skipHolidays: false,
    materials: [{ materialId, weight: 1 }],
    ...change,
  }
}

/** Writes lines into an order, has somebody else approve it, and sends it. */
export async function sentOrder(app: App, id: string, lines: readonly (LinePlan & { lineKey?: string })[]) {
  for (const line of lines) await saveLine(app, actorOf('bayu'), id, line)
  await submitOrder(app, actorOf('bayu'), id)
  await approveOrder(app, actorOf('sari'), id)
  await sendOrder(app, actorOf('bayu'), id)
}
