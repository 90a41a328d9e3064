import { z } from 'zod'
import { may, mayApproveWorkOf } from '../../domain/access.js'
import type { Campaign } from '../../domain/campaign.js'
import type { Material } from '../../domain/material.js'
import { media } from '../../domain/outlet.js'
import { addMaterial, changeMaterial, checkMaterial, returnMaterial } from '../../operations/save-material.js'
import { reasonFormPage } from '../../views/campaigns/forms.js'
import { campaignTrail } from '../../views/campaigns/head.js'
import type { FormState } from '../../views/components/fields.js'
import { materialFormPage, materialPage } from '../../views/materials/pages.js'
import { paths } from '../../views/paths.js'
import { ReasonForm } from '../campaigns/form.js'
import { choice, optionalWholeNumber, text, wholeNumber } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

const facts = {
  title: text(120),
  medium: choice(media),
  language: choice(['id', 'lpg', 'jv', 'su']),
  seconds: optionalWholeNumber(1, 7200),
  script: text(20_000),
}
const NewMaterialForm = z.strictObject(facts)
const MaterialForm = z.strictObject({ ...facts, version: wholeNumber(1, 1e9) })

export const materialRoutes: Route[] = [
  {
    method: 'get',
    path: '/campaigns/:id/materials/new',
    access: 'planCampaigns',
    handle: visit => showNew(visit),
  },
  { method: 'post', path: '/campaigns/:id/materials/new', access: 'planCampaigns', handle: add },
  { method: 'get', path: '/materials/:id', access: 'readPlans', handle: showMaterial },
  { method: 'get', path: '/materials/:id/edit', access: 'planCampaigns', handle: visit => showEdit(visit) },
  { method: 'post', path: '/materials/:id/edit', access: 'planCampaigns', handle: change },
  { method: 'post', path: '/materials/:id/check', access: 'checkMaterials', handle: check },
  { method: 'post', path: '/materials/:id/return', access: 'checkMaterials', handle: returnIt },
]

async function showNew(visit: StaffVisit, state?: FormState): Promise<void> {
  const campaign = found(await visit.app.store.campaigns.find(param(visit, 'id')), 'campaign')
  show(
    visit,
    'forms/page',
    materialFormPage(visit.words, { campaign, material: undefined }, state),
    state ? 422 : 200,
  )
}

async function add(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, NewMaterialForm)
  if (!form.ok) return showNew(visit, form)
  const material = await addMaterial(visit.app, visit.actor, param(visit, 'id'), form.value)
  redirect(visit, paths.material(material.id), visit.words.materials.saved)
}

async function showMaterial(visit: StaffVisit): Promise<void> {
  const { material, campaign } = await loaded(visit)
  const { role, id } = visit.user
  const given = {
    material,
    campaign,
    mayEdit: may(role, 'planCampaigns'),
    mayCheck: may(role, 'checkMaterials'),
    isOwn: !mayApproveWorkOf(material.authors, id).ok,
  }
  show(visit, 'materials/show', materialPage(visit.words, visit.formats, given))
}

async function showEdit(visit: StaffVisit, state?: FormState): Promise<void> {
  show(visit, 'forms/page', materialFormPage(visit.words, await loaded(visit), state), state ? 422 : 200)
}

async function change(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, MaterialForm)
  if (!form.ok) return showEdit(visit, form)
  await changeMaterial(visit.app, visit.actor, id, form.value)
  redirect(visit, paths.material(id), visit.words.materials.saved)
}

async function check(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await checkMaterial(visit.app, visit.actor, id)
  redirect(visit, paths.material(id), visit.words.materials.checked)
}

async function returnIt(visit: StaffVisit): Promise<void> {
  const { material, campaign } = await loaded(visit)
  const t = visit.words.materials
  const form = readForm(visit, ReasonForm)
  if (!form.ok) {
    const texts = { title: t.returnIt, lede: '', label: t.returnReason, button: t.returnIt, danger: false }
    const place = {
      trail: campaignTrail(visit.words, campaign),
      action: paths.materialReturn(material.id),
      back: paths.material(material.id),
    }
    return show(visit, 'forms/page', reasonFormPage(visit.words, { ...texts, ...place }, form), 422)
  }
  await returnMaterial(visit.app, visit.actor, material.id, form.value.reason)
  redirect(visit, paths.material(material.id), t.returned)
}

async function loaded(visit: StaffVisit): Promise<{ material: Material; campaign: Campaign }> {
  const material = found(await visit.app.store.materials.find(param(visit, 'id')), 'material')
  const campaign = found(await visit.app.store.campaigns.find(material.campaignId), 'campaign')
  return { material, campaign }
}
