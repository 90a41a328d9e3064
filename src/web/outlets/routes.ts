import { may } from '../../domain/access.js'
import { Invalid } from '../../domain/errors.js'
import { groupBy, keyBy } from '../../domain/group.js'
import { coverageOn, sameOwnerAs } from '../../domain/outlet.js'
import { aheadDays } from '../../domain/reliability.js'
import { addDays } from '../../domain/time.js'
import { retireOutlet, verifyOutlet } from '../../operations/save-outlet.js'
import { orderTable } from '../../views/orders/table.js'
import { outletsPage } from '../../views/outlets/list.js'
import { outletPage } from '../../views/outlets/show.js'
import { paths } from '../../views/paths.js'
import { publicHolidays } from '../holidays.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param, query } from '../visit.js'
import { contactRoutes } from './contacts.js'
import { coverageRoutes } from './coverage.js'
import { editRoutes } from './edit.js'
import { RetirementForm } from './form.js'
import { weeksOf } from '../weeks/week.js'
import { importRoutes } from './imports.js'
import { offAirRoutes } from './off-air.js'
import { policyRoutes } from './policy.js'
import { rateRoutes } from './rates.js'
import { reliabilityUntil } from './reliability.js'

export const outletRoutes: Route[] = [
  { method: 'get', path: '/outlets', access: 'readPlans', handle: listOutlets },
  ...editRoutes,
  ...importRoutes,
  { method: 'get', path: '/outlets/:id', access: 'readPlans', handle: showOutlet },
  { method: 'post', path: '/outlets/:id/verification', access: 'verifyOutlets', handle: verify },
  { method: 'post', path: '/outlets/:id/retirement', access: 'keepOutlets', handle: retire },
  ...coverageRoutes,
  ...contactRoutes,
  ...rateRoutes,
  ...policyRoutes,
  ...offAirRoutes,
]

async function listOutlets(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const medium = query(visit, 'medium')
  const [outlets, coverage, contacts] = await Promise.all([
    store.outlets.list(),
    store.outlets.allCoverage(),
    store.contacts.listServing(today),
  ])
  const coverageOf = groupBy(coverageOn(coverage, today), figure => figure.outletId)
  const contactsOf = groupBy(contacts, contact => contact.outletId)
  const rows = outlets
    .filter(outlet => !medium || outlet.medium === medium)
    .map(outlet => ({
      outlet,
      districts: coverageOf.get(outlet.id)?.length ?? 0,
      contacts: (contactsOf.get(outlet.id) ?? []).map(contact => contact.name),
    }))
  const mayKeep = may(visit.user.role, 'keepOutlets')
  show(visit, 'outlets/list', outletsPage(visit.words, visit.formats, { rows, medium, today, mayKeep }))
}

async function showOutlet(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const id = param(visit, 'id')
  const outlet = found(await store.outlets.find(id), 'outlet')
  const [coverage, districts, contacts, rates, offAir, outlets, orders, campaigns] = await Promise.all([
    store.outlets.coverage(id),
    store.districts.list(),
    store.contacts.listOfOutlet(id, today),
    store.rates.listOf(id),
    store.outlets.offAir(id),
    store.outlets.list(),
    store.mediaOrders.list({ outletId: id }),
    store.campaigns.list(),
  ])
  const details = {
    outlet,
    today,
    coverage: coverageOn(coverage, today),
    districts: keyBy(districts, district => district.code),
    contacts,
    rates,
    offAir,
    sameOwner: sameOwnerAs(outlet, outlets),
    orders: orderTable(visit.words, visit.formats, {
      orders,
      outlets: new Map([[id, outlet]]),
      campaigns: keyBy(campaigns, campaign => campaign.id),
      holidays: await publicHolidays(visit.app),
      empty: visit.words.outlets.ordersNone,
    }),
    policy: await store.makegoods.policyOf(id),
    weeks: await weeksOf(visit, outlet),
    reliability: await reliabilityUntil(visit.app, outlet, addDays(today, -aheadDays)),
    mayKeep: may(visit.user.role, 'keepOutlets'),
    mayVerify: may(visit.user.role, 'verifyOutlets'),
  }
  show(visit, 'outlets/show', outletPage(visit.words, visit.formats, details))
}

async function verify(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await verifyOutlet(visit.app, visit.actor, id)
  redirect(visit, paths.outlet(id), visit.words.outlets.verified)
}

async function retire(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, RetirementForm)
  if (!form.ok) throw new Invalid(form.problems)
  const retired = form.value.retired === 'yes'
  await retireOutlet(visit.app, visit.actor, id, { retired })
  const t = visit.words.outlets
  redirect(visit, paths.outlet(id), retired ? t.retired : t.restored)
}
