import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, mustAllow } from '../domain/errors.js'
import { materialStatus, mayCheck, type Material } from '../domain/material.js'
import { withLatestVersions } from '../domain/material-version.js'
import { latestVersion, mayEditLines } from '../domain/media-order.js'
import { record } from './record.js'
import { materialOf } from './save-material.js'

/** From now on it may run. The version it replaces is withdrawn, and orders that are still being written run the new one. */
export async function checkMaterial(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const material = await materialOf(store, id)
    mustAllow(mayCheck(material, actor.id))
    const change = { checkedAt: app.clock.now(), checkedBy: actor.id }
    await store.materials.update(material, change)
    const replaced = material.replacesId ? await withdrawReplaced(app, store, actor, material) : {}
    await record(app, store, actor, {
      action: 'material-checked',
      subject: ['material', id],
      after: { ...change, ...replaced },
    })
  })
}

export async function returnMaterial(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  await app.store.write(async store => {
    const material = await materialOf(store, id)
    mustAllow(mayCheck(material, actor.id))
    const change = { returnedAt: app.clock.now(), returnedBy: actor.id, returnReason: reason }
    await store.materials.update(material, change)
    await record(app, store, actor, { action: 'material-returned', subject: ['material', id], after: change })
  })
}

/** Takes material out of use at once: what must not run any more does not wait for a second person. */
export async function retireMaterial(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  await app.store.write(async store => {
    const material = await materialOf(store, id)
    if (materialStatus(material) === 'retired') throw new Conflict('wrong-state')
    const change = { retiredAt: app.clock.now(), retiredBy: actor.id, retireReason: reason }
    await store.materials.update(material, change)
    await record(app, store, actor, { action: 'material-retired', subject: ['material', id], after: change })
  })
}

/** Orders that were submitted or sent keep what was approved: their planner is told on the desk. */
async function withdrawReplaced(
  app: App,
  store: Store,
  actor: UserActor,
  material: Material,
): Promise<{ replaces: string; orders: string[] }> {
  const old = await materialOf(store, material.replacesId!)
  if (!old.retiredAt) await store.materials.update(old, { retiredAt: app.clock.now(), retiredBy: actor.id })
  const materials = await store.materials.listOfCampaign(material.campaignId)
  const changed: string[] = []
  for (const order of await store.mediaOrders.list({ campaignId: material.campaignId })) {
    const { number, lines } = latestVersion(order)
    const isRun = lines.some(line => line.materials.some(({ materialId }) => materialId === old.id))
    if (!isRun || !mayEditLines(order).ok) continue
    await store.mediaOrders.updateVersion(order, number, {
      lines: lines.map(line => ({ ...line, materials: withLatestVersions(line.materials, materials) })),
    })
    changed.push(order.number)
  }
  return { replaces: old.code, orders: changed }
}
