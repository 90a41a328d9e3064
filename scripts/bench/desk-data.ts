/** A desk with much on it: invented outlets, one running campaign among many, a month full of broadcasts. */
import type { App, Store } from '../../src/app.js'
import type { UserActor } from '../../src/domain/actor.js'
import type { Broadcast } from '../../src/domain/broadcast.js'
import type { MediaOrder } from '../../src/domain/media-order.js'
import { addDays } from '../../src/domain/time.js'
import { draftOrder } from '../../src/operations/draft-order.js'
import { addOutlet } from '../../src/operations/save-outlet.js'
import { approveCampaign, submitCampaign } from '../../src/operations/decide-campaign.js'
import { draftCampaign } from '../../src/operations/save-campaign.js'
import { addMaterial } from '../../src/operations/save-material.js'

export const firstDay = '2027-03-01'
const outletCount = 40

export async function fillDesk(
  app: App,
  count: { broadcasts: number; campaigns: number },
): Promise<{ userId: string; orderId: string; materialId: string }> {
  const planner = await newUser(app, 'planner')
  const manager = await newUser(app, 'manager')
  const plan = {
    objective: 'Pekerja mendaftar.',
    firstDay,
    lastDay: '2027-03-31',
    budgetRupiah: 1e9,
    districtCodes: ['18.71'],
  }
  const said = { streamIds: ['self'], messageIds: ['housing-down-payment'] }
  for (let i = 1; i < count.campaigns; i++)
    await draftCampaign(app, planner, { name: `Kampanye ${i}`, ...plan, ...said })
  const campaign = await draftCampaign(app, planner, { name: 'Kampanye besar', ...plan, ...said })
  await submitCampaign(app, planner, campaign.id)
  await approveCampaign(app, manager, campaign.id)
  const facts = { title: 'Naskah', medium: 'radio', language: 'id', script: 'Naskah.', seconds: 30 } as const
  const material = await addMaterial(app, planner, campaign.id, facts)
  const orders: MediaOrder[] = []
  for (let i = 0; i < outletCount; i++)
    orders.push(await newOrder(app, planner, { campaignId: campaign.id, i }))
  const rows = Array.from({ length: count.broadcasts }, (_, i): Broadcast => {
    const order = orders[i % outletCount]!
    const ids = { id: app.newId(), orderId: order.id, outletId: order.outletId, campaignId: campaign.id }
    const at = { day: addDays(firstDay, Math.floor(i / outletCount) % 31), ordinal: i + 1 }
    const when = { fromMinute: 360 + (i % 12) * 60, toMinute: 420 + (i % 12) * 60, seconds: 30 }
    const price = { format: 'spot', priceKind: 'paid', rupiah: 1_000 } as const
    const state = { firstVersion: 1, lastVersion: 1, withdrawnAt: null, replacesId: null }
    return { ...ids, ...at, ...when, ...price, ...state, lineKey: 'line', materialId: material.id }
  })
  await app.store.write(async store => {
    for (const order of orders) await markSent(app, store, order.id)
    await store.broadcasts.insert(rows)
  })
  const draft = await newOrder(app, planner, { campaignId: campaign.id, i: outletCount })
  return { userId: planner.id, orderId: draft.id, materialId: material.id }
}

async function newUser(app: App, role: 'planner' | 'manager'): Promise<UserActor> {
  const user = { id: app.newId(), name: role, email: `${role}@localhost`, role, language: 'id' } as const
  const account = { passwordHash: null, invitedBy: null, createdAt: app.clock.now(), deactivatedAt: null }
  await app.store.write(store => store.users.insert({ ...user, ...account }))
  return { kind: 'user', id: user.id, name: user.name, role }
}

async function newOrder(app: App, planner: UserActor, { campaignId, i }: { campaignId: string; i: number }) {
  const kind = { medium: 'radio', period: 'continuous', ownerGroup: '', city: 'Metro' } as const
  const outlet = await addOutlet(app, planner, {
    name: `Radio ${i}`,
    ...kind,
    licence: 'ISR',
    licenceUntil: null,
  })
  return draftOrder(app, planner, campaignId, outlet.id)
}

async function markSent(app: App, store: Store, orderId: string): Promise<void> {
  const order = (await store.mediaOrders.find(orderId))!
  await store.mediaOrders.updateVersion(order, 1, { sentAt: app.clock.now() })
}
