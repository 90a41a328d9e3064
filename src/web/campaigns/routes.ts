import { may } from '../../domain/access.js'
import { campaignStatus } from '../../domain/campaign.js'
import { keyBy } from '../../domain/group.js'
import { budgetUse, type KindRupiah } from '../../domain/campaign-budget.js'
import { rupiahByKind } from '../../domain/order-cost.js'
import { dueDays } from '../../domain/material-deadline.js'
import { orderStatus, type MediaOrder } from '../../domain/media-order.js'
import { priceKinds, type PriceKind } from '../../domain/order-line.js'
import { sumOf } from '../../domain/sum.js'
import type { Day } from '../../domain/time.js'
import type { Campaign } from '../../domain/campaign.js'
import { streamName } from '../../domain/stream.js'
import { campaignsPage } from '../../views/campaigns/list.js'
import { campaignPage } from '../../views/campaigns/pages.js'
import { campaignSteps } from '../../views/campaigns/steps.js'
import { orderTable } from '../../views/orders/table.js'
import { planningDays } from '../holidays.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { cancellationRoutes } from './cancellation.js'
import { decisionRoutes } from './decisions.js'
import { copyRoutes } from './copy.js'
import { planRoutes } from './plan.js'

export const campaignRoutes: Route[] = [
  { method: 'get', path: '/campaigns', access: 'readPlans', handle: listCampaigns },
  ...planRoutes,
  ...copyRoutes,
  { method: 'get', path: '/campaigns/:id', access: 'readPlans', handle: showCampaign },
  ...decisionRoutes,
  ...cancellationRoutes,
]

async function listCampaigns(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const [campaigns, users, ordered] = await Promise.all([
    store.campaigns.list(),
    store.users.list(),
    store.broadcasts.rupiahByCampaign(),
  ])
  const list = {
    campaigns,
    ordered,
    owners: new Map(users.map(user => [user.id, user.name])),
    today: clock.today(),
    mayPlan: may(visit.user.role, 'planCampaigns'),
  }
  show(visit, 'campaigns/list', campaignsPage(visit.words, visit.formats, list))
}

async function showCampaign(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const campaign = found(await store.campaigns.find(param(visit, 'id')), 'campaign')
  const [owner, streams, districts, messages, materials, orders, outlets, days, rupiah, copiedFrom] =
    await Promise.all([
      store.users.find(campaign.ownerId),
      store.streams.list(),
      store.districts.list(),
      store.messages.list(),
      store.materials.listOfCampaign(campaign.id),
      store.mediaOrders.list({ campaignId: campaign.id }),
      store.outlets.list(),
      planningDays(visit.app),
      store.broadcasts.rupiahByKind(campaign.id),
      campaign.copiedFrom ? store.campaigns.find(campaign.copiedFrom) : undefined,
    ])
  const { holidays, rule } = days
  const { role, id } = visit.user
  const status = campaignStatus(campaign, today)
  const plans = may(role, 'planCampaigns')
  const details = {
    campaign,
    today,
    ownerName: owner?.name ?? '–',
    streamNames: streams
      .filter(stream => campaign.streamIds.includes(stream.id))
      .map(stream => streamName(stream, campaign.firstDay, visit.language)),
    districts: districts.filter(district => campaign.districtCodes.includes(district.code)),
    messages: messages.filter(message => campaign.messageIds.includes(message.id)),
    materials,
    due: dueDays(materials, { orders, campaignFirstDay: campaign.firstDay, holidays, rule }),
    orders: orderTable(visit.words, visit.formats, {
      orders,
      outlets: keyBy(outlets, outlet => outlet.id),
      campaigns: new Map([[campaign.id, campaign]]),
      holidays,
      empty: visit.words.campaigns.ordersNone,
    }),
    budget: useOf(campaign, { orders, rupiah, holidays }),
    copiedFrom,
    steps: campaignSteps(visit.words, campaign, { id, role, today }),
    addMaterial: plans && !['closed', 'cancelled'].includes(status),
    addOrder: plans && ['approved', 'live', 'ended'].includes(status),
  }
  show(visit, 'campaigns/show', campaignPage(visit.words, visit.formats, details))
}

/** What is declined or cancelled is no longer planned. */
function useOf(
  campaign: Campaign,
  given: { orders: MediaOrder[]; rupiah: KindRupiah[]; holidays: ReadonlySet<Day> },
) {
  const standing = given.orders.filter(order => !['cancelled', 'declined'].includes(orderStatus(order)))
  const planned = standing.map(order => rupiahByKind(order, given.holidays))
  const byKind = (of: (kind: PriceKind) => number) =>
    Object.fromEntries(priceKinds.map(kind => [kind, of(kind)])) as Record<PriceKind, number>
  const row = (kind: PriceKind) => given.rupiah.find(found => found.priceKind === kind)
  return budgetUse(campaign, {
    planned: byKind(kind => sumOf(planned.map(order => order[kind]))),
    sent: byKind(kind => row(kind)?.sent ?? 0),
    verified: byKind(kind => row(kind)?.verified ?? 0),
  })
}
