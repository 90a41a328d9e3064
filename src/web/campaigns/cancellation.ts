import { keyBy } from '../../domain/group.js'
import { mayCancelOrder, sentVersion } from '../../domain/media-order.js'
import { cancelCampaign } from '../../operations/decide-campaign.js'
import { broadcastsOf } from '../../operations/cancel-order.js'
import { campaignCancellationPage } from '../../views/campaigns/cancellation.js'
import type { FormState } from '../../views/components/fields.js'
import { freshForm } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { ReasonForm } from './form.js'

export const cancellationRoutes: Route[] = [
  {
    method: 'get',
    path: '/campaigns/:id/cancellation',
    access: 'planCampaigns',
    handle: visit => ask(visit),
  },
  { method: 'post', path: '/campaigns/:id/cancellation', access: 'planCampaigns', handle: cancel },
]

async function ask(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const campaign = found(await store.campaigns.find(param(visit, 'id')), 'campaign')
  const [all, outlets] = await Promise.all([
    store.mediaOrders.list({ campaignId: campaign.id }),
    store.outlets.list(),
  ])
  const orders = all.filter(order => mayCancelOrder(order).ok)
  const names = keyBy(outlets, outlet => outlet.id)
  const told = orders.filter(sentVersion).map(order => names.get(order.outletId)!.name)
  const runs = await Promise.all(orders.map(order => broadcastsOf(store, order, clock.today())))
  const facts = {
    campaign,
    orders: orders.length,
    open: runs.flatMap(({ open }) => open).length,
    settled: runs.flatMap(({ settled }) => settled).length,
    told: [...new Set(told)].toSorted(),
  }
  const page = campaignCancellationPage(visit.words, visit.formats, facts, state ?? freshForm)
  show(visit, 'components/confirm', page, state ? 422 : 200)
}

async function cancel(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, ReasonForm)
  if (!form.ok) return ask(visit, form)
  const id = param(visit, 'id')
  await cancelCampaign(visit.app, visit.actor, id, form.value.reason)
  redirect(visit, paths.campaign(id), visit.words.campaigns.cancelled)
}
