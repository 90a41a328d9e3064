import { keyBy } from '../../domain/group.js'
import { orderCalendar } from '../../views/orders/calendar.js'
import { orderPage, ordersPage } from '../../views/orders/pages.js'
import { orderSteps } from '../../views/orders/steps.js'
import { orderTable } from '../../views/orders/table.js'
import { publicHolidays } from '../holidays.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { acceptanceRoutes } from './acceptance.js'
import { cancellationRoutes } from './cancellation.js'
import { decisionRoutes } from './decisions.js'
import { lineRoutes } from './lines.js'
import { paperRoutes } from './paper.js'
import { reasonRoutes } from './reasons.js'
import { warningsOn } from './warnings.js'

export const orderRoutes: Route[] = [
  { method: 'get', path: '/orders', access: 'readPlans', handle: listOrders },
  ...lineRoutes,
  { method: 'get', path: '/orders/:id', access: 'readPlans', handle: showOrder },
  { method: 'get', path: '/orders/:id/schedule.ics', access: 'readPlans', handle: sendCalendar },
  ...decisionRoutes,
  ...acceptanceRoutes,
  ...cancellationRoutes,
  ...paperRoutes,
  ...reasonRoutes,
]

async function listOrders(visit: StaffVisit): Promise<void> {
  const { store } = visit.app
  const [orders, outlets, campaigns, holidays] = await Promise.all([
    store.mediaOrders.list(),
    store.outlets.list(),
    store.campaigns.list(),
    publicHolidays(visit.app),
  ])
  const list = {
    orders,
    outlets: keyBy(outlets, outlet => outlet.id),
    campaigns: keyBy(campaigns, campaign => campaign.id),
    holidays,
    empty: visit.words.orders.empty,
  }
  show(visit, 'orders/list', ordersPage(visit.words, orderTable(visit.words, visit.formats, list)))
}

async function showOrder(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const order = found(await store.mediaOrders.find(param(visit, 'id')), 'order')
  const materialIds = order.versions.flatMap(({ lines }) =>
    lines.flatMap(line => line.materials.map(material => material.materialId)),
  )
  const [campaign, outlet, contacts, broadcasts, mails, materials, holidays, payments] = await Promise.all([
    store.campaigns.find(order.campaignId),
    store.outlets.find(order.outletId),
    store.contacts.listOfOutlet(order.outletId, clock.today()),
    store.broadcasts.listStates({ orderId: order.id, unsentToo: true }),
    store.outbox.listOfSubject(order.id),
    store.materials.listByIds(materialIds),
    publicHolidays(visit.app),
    store.payments.listOf([order.id]),
  ])
  const recipients = visit.formats.list(contacts.map(contact => `${contact.name} (${contact.email})`)) || '–'
  const { id, role } = visit.user
  const details = {
    order,
    campaign: found(campaign, 'campaign'),
    outlet: found(outlet, 'outlet'),
    contacts,
    broadcasts: broadcasts.filter(broadcast => !broadcast.withdrawnAt || broadcast.confirmationId),
    mails,
    materials: keyBy(materials, material => material.id),
    holidays,
    payments,
    today: clock.today(),
    warnings: await warningsOn(visit, order),
    steps: orderSteps(visit.words, order, { id, role, recipients }),
  }
  show(visit, 'orders/show', orderPage(visit.words, visit.formats, details))
}

async function sendCalendar(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const order = found(await store.mediaOrders.find(param(visit, 'id')), 'order')
  const outlet = found(await store.outlets.find(order.outletId), 'outlet')
  const broadcasts = await store.broadcasts.listStates({ orderId: order.id, unsentToo: true })
  const text = orderCalendar(order, broadcasts, { outletName: outlet.name, zone: clock.zone })
  visit.res.attachment(`${order.number}.ics`).type('text/calendar').send(text)
}
