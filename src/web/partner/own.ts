import { groupBy } from '../../domain/group.js'
import { sentVersion, type MediaOrder } from '../../domain/media-order.js'
import type { Outlet } from '../../domain/outlet.js'
import { addDays, monthOf } from '../../domain/time.js'
import { ownPage, type OwnOutlet } from '../../views/partner/own.js'
import { statementPage } from '../../views/statements/page.js'
import { paths, withQuery } from '../../views/paths.js'
import { LinkRefused } from '../errors.js'
import { reliabilityUntil } from '../outlets/reliability.js'
import { showPartner } from '../respond.js'
import { sendSheet, statementFacts } from '../statements/statement.js'
import type { PartnerVisit } from '../visit.js'
import { query } from '../visit.js'

/** The page stays light: older orders and months are with the office. */
const mostOrders = 8
const mostMonths = 6
const shownDays = 400

export async function showOwnPage(visit: PartnerVisit): Promise<void> {
  const { clock } = visit.app
  const outlets = await Promise.all((await outletsOf(visit)).map(outlet => ownOutlet(visit, outlet)))
  const given = { token: visit.token, outlets, today: clock.today() }
  showPartner(visit, 'partner/own', ownPage(visit.words, visit.formats, given))
}

async function outletsOf({ app, contact }: PartnerVisit): Promise<Outlet[]> {
  const ids = await app.store.contacts.outletIds(contact.id, app.clock.today())
  return (await app.store.outlets.list()).filter(({ id }) => ids.includes(id))
}

async function ownOutlet({ app }: PartnerVisit, outlet: Outlet): Promise<OwnOutlet> {
  const { store, clock } = app
  const today = clock.today()
  const [orders, broadcasts, campaigns, reliability] = await Promise.all([
    store.mediaOrders.list({ outletId: outlet.id }),
    store.broadcasts.listStates({ outletIds: [outlet.id], from: addDays(today, -shownDays) }),
    store.campaigns.list(),
    reliabilityUntil(app, outlet, today),
  ])
  const asked = orders.filter(isAsked).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  const shown = asked.slice(0, mostOrders)
  const notes = groupBy(await store.payments.listOf(shown.map(({ id }) => id)), ({ orderId }) => orderId)
  const byOrder = groupBy(broadcasts, ({ orderId }) => orderId)
  const months = new Set(broadcasts.filter(({ day }) => day < today).map(({ day }) => monthOf(day)))
  return {
    outlet,
    orders: shown.map(order => ({
      order,
      campaignName: campaigns.find(({ id }) => id === order.campaignId)?.name ?? '',
      broadcasts: byOrder.get(order.id) ?? [],
      notes: notes.get(order.id) ?? [],
    })),
    olderOrders: asked.length - shown.length,
    reliability,
    months: [...months].toSorted().toReversed().slice(0, mostMonths),
  }
}

function isAsked(order: MediaOrder): boolean {
  return order.cancelledAt === null && sentVersion(order) !== undefined
}

export async function showOwnStatement(visit: PartnerVisit): Promise<void> {
  const facts = await ownStatement(visit)
  if (!facts) return visit.res.redirect(303, paths.ownPage(visit.token))
  const sheet = withQuery(paths.ownStatementSheet(visit.token), {
    outlet: facts.outlet.id,
    month: facts.month,
  })
  const links = { sheet, back: paths.ownPage(visit.token) }
  showPartner(visit, 'statements/show', statementPage(visit.words, visit.formats, facts, links))
}

export async function sendOwnStatement(visit: PartnerVisit): Promise<void> {
  const facts = await ownStatement(visit)
  if (!facts) return visit.res.redirect(303, paths.ownPage(visit.token))
  sendSheet(visit, facts)
}

/** Of an outlet they serve; without one named, nothing. */
async function ownStatement(visit: PartnerVisit) {
  const outletId = query(visit, 'outlet')
  if (outletId === '') return undefined
  if (!(await outletsOf(visit)).some(({ id }) => id === outletId)) throw new LinkRefused()
  return statementFacts(visit.app, outletId, query(visit, 'month'))
}
