import type { Material } from '../../domain/material.js'
import { addMaterial, addMaterialVersion, changeMaterial } from '../../operations/save-material.js'
import type { FormState } from '../../views/components/fields.js'
import { freshForm } from '../../views/components/fields.js'
import { materialFormPage } from '../../views/materials/form.js'
import { readingText } from '../../views/materials/reading.js'
import { paths } from '../../views/paths.js'
import { readFields, typedFields } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { CountForm, largestMaterial, readMaterial, type MaterialTyped } from './form.js'

/** What is being written: new material of a campaign, a change of one, or a new version of one. */
interface Editing {
  campaignId: string
  material: Material | undefined
  isVersion: boolean
  /** Keeps what was typed; returns the id of the material. */
  keep(typed: MaterialTyped): Promise<string>
}

type Begin = (visit: StaffVisit) => Promise<Editing>

export const editRoutes: Route[] = [
  ...editor('/campaigns/:id/materials/new', newOne),
  ...editor('/materials/:id/edit', theOne),
  ...editor('/materials/:id/versions/new', nextOne),
]

function editor(path: string, begin: Begin): Route[] {
  const open = async (visit: StaffVisit) => showForm(visit, await begin(visit), freshForm, 200)
  return [
    { method: 'get', path, access: 'planCampaigns', handle: open },
    { method: 'post', path, access: 'planCampaigns', upload: largestMaterial, handle: save(begin) },
  ]
}

async function newOne(visit: StaffVisit): Promise<Editing> {
  const { app, actor } = visit
  const campaignId = param(visit, 'id')
  const keep = async (typed: MaterialTyped) => (await addMaterial(app, actor, campaignId, typed)).id
  return { campaignId, material: undefined, isVersion: false, keep }
}

async function theOne(visit: StaffVisit): Promise<Editing> {
  const { app, actor } = visit
  const material = found(await app.store.materials.find(param(visit, 'id')), 'material')
  const { id, campaignId } = material
  const keep = async ({ version = 0, ...typed }: MaterialTyped) => {
    await changeMaterial(app, actor, id, { ...typed, version })
    return id
  }
  return { campaignId, material, isVersion: false, keep }
}

async function nextOne(visit: StaffVisit): Promise<Editing> {
  const { app, actor } = visit
  const editing = await theOne(visit)
  const keep = async (typed: MaterialTyped) =>
    (await addMaterialVersion(app, actor, editing.material!.id, typed)).id
  return { ...editing, isVersion: true, keep }
}

function save(begin: Begin) {
  return async (visit: StaffVisit): Promise<void> => {
    const editing = await begin(visit)
    const { go, ...fields } = typedFields(visit.req.body)
    if (go === 'count') return count(visit, editing, fields)
    const form = readMaterial(visit)
    const refuse = (state: FormState) => showForm(visit, editing, state, 422)
    if (!form.ok) return refuse(form)
    const id = await orRefuse(form.typed, () => editing.keep(form.value), refuse)
    if (id) redirect(visit, paths.material(id), visit.words.materials.saved)
  }
}

/** Changes nothing: the form comes back as it was typed. While one types, only the sentence is asked for. */
async function count(visit: StaffVisit, editing: Editing, typed: FormState['typed']): Promise<void> {
  if (visit.req.get('hx-request') !== 'true') return showForm(visit, editing, { typed, problems: {} }, 200)
  visit.res.type('text/plain').send(await readingOf(visit, typed))
}

async function showForm(
  visit: StaffVisit,
  { campaignId, material, isVersion }: Editing,
  state: FormState,
  status: number,
): Promise<void> {
  const { store } = visit.app
  const { script = '', language = 'id', seconds } = material ?? {}
  const typed = { script, language, seconds: String(seconds ?? ''), ...state.typed }
  const given = {
    campaign: found(await store.campaigns.find(campaignId), 'campaign'),
    material,
    isVersion,
    file: material?.fileId ? await store.evidence.findFile(material.fileId) : undefined,
    largestFile: largestMaterial,
    reading: await readingOf(visit, typed),
  }
  show(visit, 'materials/form', materialFormPage(visit.words, visit.formats, given, state), status)
}

async function readingOf(visit: StaffVisit, typed: FormState['typed']): Promise<string> {
  const form = readFields(typed, CountForm)
  if (!form.ok) return ''
  const { wordsPerMinute } = await visit.app.store.settings.all()
  const { script, seconds, language } = form.value
  return readingText(visit.words, visit.formats, {
    script,
    seconds,
    wordsPerMinute: wordsPerMinute[language],
  })
}
