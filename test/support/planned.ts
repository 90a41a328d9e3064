/** A campaign that is approved, and an order of Radio Gema Saburai that was sent, made as people make them. */
import type { UserActor } from '../../src/domain/actor.js'
import type { Campaign } from '../../src/domain/campaign.js'
import type { Material } from '../../src/domain/material.js'
import type { MediaOrder } from '../../src/domain/media-order.js'
import { approveCampaign, submitCampaign } from '../../src/operations/decide-campaign.js'
import { approveOrder, submitOrder } from '../../src/operations/decide-order.js'
import { draftOrder, saveLine } from '../../src/operations/draft-order.js'
import { draftCampaign, type CampaignPlan } from '../../src/operations/save-campaign.js'
import { checkMaterial } from '../../src/operations/decide-material.js'
import { addMaterial } from '../../src/operations/save-material.js'
import { sendOrder } from '../../src/operations/send-order.js'
import { outlets, people, type Person } from './people.js'
import type { TestServer } from './server.js'
import { aLine } from './things.js'

type Office = Pick<TestServer, 'app'>

export function actorOf(name: Person): UserActor {
  const { id, name: called, role } = people[name]
  return { kind: 'user', id, name: called, role }
}

export const aPlan: CampaignPlan = {
  name: 'Rumah Pekerja',
  objective: 'Pedagang pasar mendaftar sendiri.',
  firstDay: '2026-11-16',
  lastDay: '2026-12-13',
  budgetRupiah: 12_000_000,
  districtCodes: ['18.71'],
  streamIds: ['self'],
  messageIds: ['housing-down-payment'],
}

export async function anApprovedCampaign(
  { app }: Office,
  plan: Partial<CampaignPlan> = {},
): Promise<Campaign> {
  const campaign = await draftCampaign(app, actorOf('bayu'), { ...aPlan, ...plan })
  await submitCampaign(app, actorOf('bayu'), campaign.id)
  await approveCampaign(app, actorOf('hendra'), campaign.id)
  return (await app.store.campaigns.find(campaign.id))!
}

export async function aCheckedMaterial({ app }: Office, campaignId: string): Promise<Material> {
  const script = 'Peserta aktif dapat meminjam uang muka perumahan.'
  const facts = { title: 'Uang muka', medium: 'radio', language: 'id', script, seconds: 30 } as const
  const material = await addMaterial(app, actorOf('bayu'), campaignId, facts)
  await checkMaterial(app, actorOf('sari'), material.id)
  return material
}

/** Mondays to Fridays of the first week, once a day. */
export async function anOrderOfGema(office: Office): Promise<MediaOrder> {
  const { app } = office
  const campaign = await anApprovedCampaign(office)
  const material = await aCheckedMaterial(office, campaign.id)
  const order = await draftOrder(app, actorOf('bayu'), campaign.id, outlets.gema.id)
  const { id: _, lineKey: __, position: ___, ...line } = aLine()
  await saveLine(app, actorOf('bayu'), order.id, {
    ...line,
    materials: [{ materialId: material.id, weight: 1 }],
  })
  await submitOrder(app, actorOf('bayu'), order.id)
  await approveOrder(app, actorOf('sari'), order.id)
  await sendOrder(app, actorOf('bayu'), order.id)
  return order
}
