import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, Invalid, mustAllow, NotFound } from '../domain/errors.js'
import type { KeptFile } from '../domain/evidence.js'
import { materialFileSuits } from '../domain/material-file.js'
import { materialStatus, mayEditMaterial, type Material } from '../domain/material.js'
import { newCode, nextVersionCode } from '../domain/material-version.js'
import { keepFile } from './keep-file.js'
import { record } from './record.js'

export type MaterialFacts = Pick<Material, 'title' | 'medium' | 'language' | 'script' | 'seconds'>

/** What a form brings: the facts, and the audio, video, artwork or document that is to be run. */
export interface MaterialPlan extends MaterialFacts {
  upload?: { bytes: Buffer; name: string } | undefined
  /** The file there is goes, and none takes its place. */
  dropFile?: boolean
}

type FileOf = Pick<Material, 'fileId' | 'fileSeconds'>

const noFile: FileOf = { fileId: null, fileSeconds: null }
export const unchecked = {
  checkedAt: null,
  checkedBy: null,
  returnedAt: null,
  returnedBy: null,
  returnReason: null,
}

/** Adds material to a campaign under a code that is unique in it. */
export async function addMaterial(
  app: App,
  actor: UserActor,
  campaignId: string,
  plan: MaterialPlan,
): Promise<Material> {
  const kept = await keptFile(app, plan)
  return app.store.write(async store => {
    await mustBeOpen(store, campaignId)
    const code = newCode(await store.materials.listOfCampaign(campaignId))
    return insert(app, store, actor, {
      action: 'material-added',
      given: { campaignId, code, ...(await completed(app, store, { plan, kept, file: noFile })) },
    })
  })
}

/** Says a checked material anew; the new version takes its place once a second person has checked it. */
export async function addMaterialVersion(
  app: App,
  actor: UserActor,
  id: string,
  plan: MaterialPlan,
): Promise<Material> {
  const kept = await keptFile(app, plan)
  return app.store.write(async store => {
    const old = await materialOf(store, id)
    if (materialStatus(old) !== 'checked') throw new Conflict('wrong-state')
    await mustBeOpen(store, old.campaignId)
    const known = await store.materials.listOfCampaign(old.campaignId)
    if (known.some(it => it.replacesId === id && !it.retiredAt)) throw new Conflict('material-version-open')
    const { campaignId } = old
    const code = nextVersionCode(old, known)
    return insert(app, store, actor, {
      action: 'material-version-added',
      given: {
        campaignId,
        code,
        replacesId: id,
        ...(await completed(app, store, { plan, kept, file: old })),
      },
    })
  })
}

/** Changed material has to be checked again. */
export async function changeMaterial(
  app: App,
  actor: UserActor,
  id: string,
  change: MaterialPlan & { version: number },
): Promise<void> {
  const kept = await keptFile(app, change)
  await app.store.write(async store => {
    const material = await materialOf(store, id)
    mustAllow(mayEditMaterial(material))
    const { facts, file } = await completed(app, store, { plan: change, kept, file: material })
    const authors = [...new Set([...material.authors, actor.id])]
    await store.materials.update(
      { id, version: change.version },
      { ...facts, ...file, ...unchecked, authors },
    )
    const { title, medium, language, script, seconds, fileId } = material
    await record(app, store, actor, {
      action: 'material-changed',
      subject: ['material', id],
      before: { title, medium, language, script, seconds, fileId },
      after: { ...facts, fileId: file.fileId },
    })
  })
}

/** Material nobody has checked yet. */
export function newMaterial(
  app: App,
  actor: UserActor,
  given: { campaignId: string; code: string; facts: MaterialFacts; file?: FileOf; replacesId?: string },
): Material {
  const { campaignId, code, facts, file = noFile, replacesId = null } = given
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
    retiredBy: null,
    retireReason: null,
    replacesId,
    version: 1,
  }
}

export async function materialOf(store: Store, id: string): Promise<Material> {
  const material = await store.materials.find(id)
  if (!material) throw new NotFound('material')
  return material
}

async function mustBeOpen(store: Store, campaignId: string): Promise<void> {
  const campaign = await store.campaigns.find(campaignId)
  if (!campaign) throw new NotFound('campaign')
  if (campaign.cancelledAt || campaign.closedAt) throw new Conflict('wrong-state')
}

async function insert(
  app: App,
  store: Store,
  actor: UserActor,
  { action, given }: { action: string; given: Parameters<typeof newMaterial>[2] },
): Promise<Material> {
  const material = newMaterial(app, actor, given)
  await store.materials.insert(material)
  const { campaignId, facts, file, replacesId } = given
  await record(app, store, actor, {
    action,
    subject: ['material', material.id],
    after: { campaignId, ...facts, fileId: file?.fileId ?? null, ...(replacesId ? { replacesId } : {}) },
  })
  return material
}

/** Looked at and stored before the change begins: a file takes longer than a transaction may. */
async function keptFile(
  app: App,
  { medium, upload }: MaterialPlan,
): Promise<(KeptFile & { originalName: string }) | undefined> {
  if (!upload) return undefined
  const kept = await app.files.keepMaterial(upload.bytes)
  if (!materialFileSuits(medium, kept.mediaType))
    throw new Invalid({ file: { code: 'material-file-unsuited', values: { medium } } })
  return { ...kept, originalName: upload.name }
}

/** The facts with the file they go with; the length comes from the file where nobody wrote one. */
async function completed(
  app: App,
  store: Store,
  given: { plan: MaterialPlan; kept: Awaited<ReturnType<typeof keptFile>>; file: FileOf },
): Promise<{ facts: MaterialFacts; file: FileOf }> {
  const { plan, kept } = given
  const { title, medium, language, script, seconds } = plan
  const file = kept ? await stored(app, store, kept) : plan.dropFile ? noFile : given.file
  if (script === '' && !file.fileId) throw new Invalid({ script: { code: 'script-or-file' } })
  if (!kept && file.fileId) await mustStillSuit(store, file.fileId, medium)
  const measured = file.fileSeconds === null ? null : Math.max(1, Math.round(file.fileSeconds))
  const { fileId, fileSeconds } = file
  return {
    facts: { title, medium, language, script, seconds: seconds ?? measured },
    file: { fileId, fileSeconds },
  }
}

async function stored(app: App, store: Store, kept: KeptFile & { originalName: string }): Promise<FileOf> {
  const file = await keepFile(app, store, kept)
  return { fileId: file.id, fileSeconds: file.seconds }
}

/** A sound stays no newspaper's material when only the medium is changed. */
async function mustStillSuit(store: Store, fileId: string, medium: MaterialFacts['medium']): Promise<void> {
  const file = await store.evidence.findFile(fileId)
  if (file && !materialFileSuits(medium, file.mediaType))
    throw new Invalid({ file: { code: 'material-file-unsuited', values: { medium } } })
}
