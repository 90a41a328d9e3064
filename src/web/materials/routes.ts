import { may, mayApproveWorkOf } from '../../domain/access.js'
import type { Campaign } from '../../domain/campaign.js'
import { keyBy } from '../../domain/group.js'
import { dueDays } from '../../domain/material-deadline.js'
import type { Material } from '../../domain/material.js'
import { sentVersion, type MediaOrder } from '../../domain/media-order.js'
import { checkMaterial, retireMaterial, returnMaterial } from '../../operations/decide-material.js'
import { reasonFormPage } from '../../views/campaigns/forms.js'
import { campaignTrail } from '../../views/campaigns/head.js'
import { readingText } from '../../views/materials/reading.js'
import { materialPage } from '../../views/materials/show.js'
import { orderTable } from '../../views/orders/table.js'
import { paths } from '../../views/paths.js'
import { ReasonForm } from '../campaigns/form.js'
import { planningDays } from '../holidays.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { editRoutes } from './edit.js'
import { sendMaterialFile } from './send-file.js'

export const materialRoutes: Route[] = [
  ...editRoutes,
  { method: 'get', path: '/materials/:id', access: 'readPlans', handle: showMaterial },
  { method: 'get', path: '/materials/:id/file', access: 'readPlans', handle: sendFile },
  { method: 'post', path: '/materials/:id/check', access: 'checkMaterials', handle: check },
  { method: 'post', path: '/materials/:id/return', access: 'checkMaterials', handle: returnIt },
  { method: 'post', path: '/materials/:id/retirement', access: 'planCampaigns', handle: retire },
]

async function showMaterial(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const { material, campaign } = await loaded(visit)
  const [known, all, file, { holidays, rule }, settings, outlets] = await Promise.all([
    store.materials.listOfCampaign(campaign.id),
    store.mediaOrders.list({ campaignId: campaign.id }),
    material.fileId ? store.evidence.findFile(material.fileId) : undefined,
    planningDays(visit.app),
    store.settings.all(),
    store.outlets.list(),
  ])
  const { role, id } = visit.user
  const given = { orders: all, campaignFirstDay: campaign.firstDay, holidays, rule }
  const orders = all.filter(order => runs(order, material.id))
  const list = { orders, outlets: keyBy(outlets, outlet => outlet.id), campaigns: new Map(), holidays }
  const details = {
    material,
    campaign,
    file,
    replaces: known.find(it => it.id === material.replacesId),
    replacedBy: known.find(it => it.replacesId === material.id && (!it.retiredAt || it.checkedAt)),
    due: dueDays([material], given).get(material.id)!,
    leadDays: rule.leadDays[material.medium],
    today: clock.today(),
    reading: readingText(visit.words, visit.formats, {
      ...material,
      wordsPerMinute:
        settings.wordsPerMinute[material.language as keyof typeof settings.wordsPerMinute] ??
        settings.wordsPerMinute.id,
    }),
    orders: {
      table: orderTable(visit.words, visit.formats, { ...list, empty: visit.words.materials.ordersNone }),
      isSent: orders.some(order => sentVersion(order) && !order.cancelledAt && !order.closedAt),
    },
    mayEdit: may(role, 'planCampaigns'),
    mayCheck: may(role, 'checkMaterials'),
    isOwn: !mayApproveWorkOf(material.authors, id).ok,
  }
  show(visit, 'materials/show', materialPage(visit.words, visit.formats, details))
}

function runs({ versions }: MediaOrder, id: string): boolean {
  const { lines } = versions.at(-1)!
  return lines.some(line => line.materials.some(({ materialId }) => materialId === id))
}

async function sendFile(visit: StaffVisit): Promise<void> {
  await sendMaterialFile(visit, (await loaded(visit)).material)
}

async function check(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await checkMaterial(visit.app, visit.actor, id)
  redirect(visit, paths.material(id), visit.words.materials.checked)
}

async function returnIt(visit: StaffVisit): Promise<void> {
  const t = visit.words.materials
  const texts = { title: t.returnIt, label: t.returnReason, address: paths.materialReturn }
  const reason = await reasonOrForm(visit, texts)
  if (reason === undefined) return
  await returnMaterial(visit.app, visit.actor, param(visit, 'id'), reason)
  redirect(visit, paths.material(param(visit, 'id')), t.returned)
}

async function retire(visit: StaffVisit): Promise<void> {
  const t = visit.words.materials
  const texts = { title: t.retire, label: t.retireReason, address: paths.materialRetirement }
  const reason = await reasonOrForm(visit, texts)
  if (reason === undefined) return
  await retireMaterial(visit.app, visit.actor, param(visit, 'id'), reason)
  redirect(visit, paths.material(param(visit, 'id')), t.retired)
}

/** The reason that was given; where none was, the form that asks for it is shown. */
async function reasonOrForm(
  visit: StaffVisit,
  { title, label, address }: { title: string; label: string; address: (id: string) => string },
): Promise<string | undefined> {
  const { material, campaign } = await loaded(visit)
  const form = readForm(visit, ReasonForm)
  if (form.ok) return form.value.reason
  const texts = { title, lede: material.title, label, button: title, danger: false }
  const place = {
    trail: campaignTrail(visit.words, campaign),
    action: address(material.id),
    back: paths.material(material.id),
  }
  show(visit, 'forms/page', reasonFormPage(visit.words, { ...texts, ...place }, form), 422)
  return undefined
}

async function loaded(visit: StaffVisit): Promise<{ material: Material; campaign: Campaign }> {
  const material = found(await visit.app.store.materials.find(param(visit, 'id')), 'material')
  const campaign = found(await visit.app.store.campaigns.find(material.campaignId), 'campaign')
  return { material, campaign }
}
