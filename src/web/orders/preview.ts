import type { Campaign } from '../../domain/campaign.js'
import { keyBy } from '../../domain/group.js'
import type { Material } from '../../domain/material.js'
import { latestVersion, type MediaOrder } from '../../domain/media-order.js'
import { orderedRupiah } from '../../domain/order-cost.js'
import type { LinePlan, OrderLine } from '../../domain/order-line.js'
import type { Outlet } from '../../domain/outlet.js'
import { planLine } from '../../domain/plan-line.js'
import { sumOf } from '../../domain/sum.js'
import type { Day } from '../../domain/time.js'
import { emptyPreview, previewOf, type PreviewModel } from '../../views/orders/preview.js'
import { publicHolidays } from '../holidays.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

/** What one line of an order is edited with. */
export interface Editor {
  order: MediaOrder
  line: OrderLine | undefined
  campaign: Campaign
  outlet: Outlet
  materials: Material[]
}

export async function editorOf(visit: StaffVisit, lineKey: string): Promise<Editor> {
  const { store } = visit.app
  const order = found(await store.mediaOrders.find(param(visit, 'id')), 'order')
  const line = latestVersion(order).lines.find(it => it.lineKey === lineKey)
  if (lineKey !== '') found(line, 'line')
  const campaign = found(await store.campaigns.find(order.campaignId), 'campaign')
  const outlet = found(await store.outlets.find(order.outletId), 'outlet')
  const all = await store.materials.listOfCampaign(campaign.id)
  const used = new Set(line?.materials.map(({ materialId }) => materialId))
  const materials = all.filter(
    material => used.has(material.id) || (!material.retiredAt && material.medium === outlet.medium),
  )
  return { order, line, campaign, outlet, materials }
}

/** The line as typed, or as it stands; a new one that nobody has typed yet shows nothing. */
export async function previewLine(
  visit: StaffVisit,
  editor: Editor,
  typed?: LinePlan,
): Promise<PreviewModel> {
  const { store } = visit.app
  const { order, campaign, materials } = editor
  const planned = typed
    ? planLine(typed, { campaign, rates: await store.rates.listOf(order.outletId) })
    : editor.line && { ok: true as const, line: editor.line }
  if (!planned?.ok) return emptyPreview(visit.words, planned?.problems)
  const holidays = await publicHolidays(visit.app)
  return previewOf(visit.words, visit.formats, {
    line: { id: '', lineKey: '', position: 0, ...planned.line },
    materials: keyBy(materials, material => material.id),
    holidays,
    budgetLeft: campaign.budgetRupiah - (await orderedWithout(visit, editor, holidays)),
  })
}

/** What the campaign has ordered already, without the line that is edited. */
async function orderedWithout(
  visit: StaffVisit,
  { order, line }: Editor,
  holidays: ReadonlySet<Day>,
): Promise<number> {
  const orders = await visit.app.store.mediaOrders.list({ campaignId: order.campaignId })
  const rest = orders.map(it => (it.id === order.id ? withoutLine(it, line) : it))
  return sumOf(rest.map(it => orderedRupiah(it, holidays)))
}

function withoutLine(order: MediaOrder, line: OrderLine | undefined): MediaOrder {
  const version = latestVersion(order)
  const lines = version.lines.filter(({ lineKey }) => lineKey !== line?.lineKey)
  return { ...order, versions: [...order.versions.slice(0, -1), { ...version, lines }] }
}
