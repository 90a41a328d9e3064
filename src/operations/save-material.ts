import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, mustAllow, NotFound } from '../domain/errors.js'
import type { Material } from '../domain/material.js'
import { materialStatus, mayCheck } from '../domain/material.js'
import { record } from './record.js'

export type MaterialFacts = Pick<Material, 'title' | 'medium' | 'language' | 'script' | 'seconds'>

/** Adds material to a campaign under a code that is unique in it. */
export async function addMaterial(
  app: App,
  actor: UserActor,
  campaignId: string,
  facts: MaterialFacts,
): Promise<Material> {
  return app.store.write(async store => {
    const campaign = await store.campaigns.find(campaignId)
    if (!campaign) throw new NotFound('campaign')
    if (campaign.cancelledAt || campaign.closedAt) throw new Conflict('wrong-state')
    const known = await store.materials.listOfCampaign(campaignId)
    const code = `M${String(known.length + 1).padStart(2, '0')}`
    const material = newMaterial(app, actor, { campaignId, code, facts })
    await store.materials.insert(material)
    await record(app, store, actor, {
      action: 'material-added',
      subject: ['material', material.id],
      after: { campaignId, ...facts },
    })
    return material
  })
}

/** Material nobody has checked yet. */
export function newMaterial(
  app: App,
  actor: UserActor,
  given: {
    campaignId: string
    code: string
    facts: MaterialFacts
    file?: Pick<Material, 'fileId' | 'fileSeconds'>
    replacesId?: string
  },
): Material {
  const { campaignId, code, facts, file = { fileId: null, fileSeconds: null }, replacesId = null } = given
  return {
    id: app.newId(),
    campaignId,
    code,
    ...facts,
    ...file,
    authors: [actor.id],
    createdAt: app.clock.now(),
    ...unchecked,
    retiredAt: null,
    replacesId,
    version: 1,
  }
}

/** Changed material has to be checked again. */
export async function changeMaterial(
  app: App,
  actor: UserActor,
  id: string,
  change: MaterialFacts & { version: number },
): Promise<void> {
  await app.store.write(async store => {
    const material = await store.materials.find(id)
    if (!material) throw new NotFound('material')
    if (materialStatus(material) === 'checked') throw new Conflict('wrong-state')
    const { version, ...facts } = change
    const authors = [...new Set([...material.authors, actor.id])]
    await store.materials.update({ id, version }, { ...facts, ...unchecked, authors })
    const { title, medium, language, script, seconds } = material
    await record(app, store, actor, {
      action: 'material-changed',
      subject: ['material', id],
      before: { title, medium, language, script, seconds },
      after: { ...facts },
    })
  })
}

export function checkMaterial(app: App, actor: UserActor, id: string): Promise<void> {
  return decide(app, actor, id, {
    action: 'material-checked',
    change: now => ({ checkedAt: now, checkedBy: actor.id }),
  })
}

export function returnMaterial(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  return decide(app, actor, id, {
    action: 'material-returned',
    change: now => ({ returnedAt: now, returnedBy: actor.id, returnReason: reason }),
  })
}

const unchecked = { checkedAt: null, checkedBy: null, returnedAt: null, returnedBy: null, returnReason: null }

async function decide(
  app: App,
  actor: UserActor,
  id: string,
  move: { action: string; change(now: string): Partial<Material> },
): Promise<void> {
  await app.store.write(async store => {
    const material = await store.materials.find(id)
    if (!material) throw new NotFound('material')
    mustAllow(mayCheck(material, actor.id))
    const change = move.change(app.clock.now())
    await store.materials.update(material, change)
    await record(app, store, actor, { action: move.action, subject: ['material', id], after: change })
  })
}
