import { sentVersion } from '../../domain/media-order.js'
import { broadcastsOf, cancelOrder } from '../../operations/cancel-order.js'
import type { FormState } from '../../views/components/fields.js'
import { freshForm } from '../../views/components/fields.js'
import { cancellationPage } from '../../views/orders/acceptance.js'
import { paths } from '../../views/paths.js'
import { ReasonForm } from '../campaigns/form.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

export const cancellationRoutes: Route[] = [
  { method: 'get', path: '/orders/:id/cancellation', access: 'planCampaigns', handle: visit => ask(visit) },
  { method: 'post', path: '/orders/:id/cancellation', access: 'planCampaigns', handle: cancel },
]

async function ask(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const order = found(await store.mediaOrders.find(param(visit, 'id')), 'order')
  const campaign = found(await store.campaigns.find(order.campaignId), 'campaign')
  const { open, settled } = await broadcastsOf(store, order, clock.today())
  const contacts = sentVersion(order) ? await store.contacts.listOfOutlet(order.outletId, clock.today()) : []
  const recipients = visit.formats.list(contacts.map(contact => `${contact.name} (${contact.email})`))
  const facts = { order, campaign, open: open.length, settled: settled.length, recipients }
  const page = cancellationPage(visit.words, visit.formats, facts, state ?? freshForm)
  show(visit, 'components/confirm', page, state ? 422 : 200)
}

async function cancel(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, ReasonForm)
  if (!form.ok) return ask(visit, form)
  await cancelOrder(visit.app, visit.actor, id, form.value.reason)
  redirect(visit, paths.order(id), visit.words.orderCancellation.done)
}
