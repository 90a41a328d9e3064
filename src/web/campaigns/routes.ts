import { may } from '../../domain/access.js'
import { campaignStatus } from '../../domain/campaign.js'
import { keyBy } from '../../domain/group.js'
import { orderedRupiah } from '../../domain/order-cost.js'
import { streamName } from '../../domain/stream.js'
import { campaignPage, campaignsPage } from '../../views/campaigns/pages.js'
import { campaignSteps } from '../../views/campaigns/steps.js'
import { orderTable } from '../../views/orders/table.js'
import { publicHolidays } from '../holidays.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { decisionRoutes } from './decisions.js'
import { editRoutes } from './edit.js'

export const campaignRoutes: Route[] = [
  { method: 'get', path: '/campaigns', access: 'readPlans', handle: listCampaigns },
  ...editRoutes,
  { method: 'get', path: '/campaigns/:id', access: 'readPlans', handle: showCampaign },
  ...decisionRoutes,
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
  const [owner, streams, districts, messages, materials, orders, outlets, holidays] = await Promise.all([
    store.users.find(campaign.ownerId),
    store.streams.list(),
    store.districts.list(),
    store.messages.list(),
    store.materials.listOfCampaign(campaign.id),
    store.mediaOrders.list({ campaignId: campaign.id }),
    store.outlets.list(),
    publicHolidays(visit.app),
  ])
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
    orders: orderTable(visit.words, visit.formats, {
      orders,
      outlets: keyBy(outlets, outlet => outlet.id),
      campaigns: new Map([[campaign.id, campaign]]),
      holidays,
      empty: visit.words.campaigns.ordersNone,
    }),
    orderedRupiah: orders.reduce((sum, order) => sum + orderedRupiah(order, holidays), 0),
    steps: campaignSteps(visit.words, campaign, { id, role, today }),
    addMaterial: plans && !['closed', 'cancelled'].includes(status),
    addOrder: plans && ['approved', 'live', 'ended'].includes(status),
  }
  show(visit, 'campaigns/show', campaignPage(visit.words, visit.formats, details))
}
