import { Conflict } from '../../domain/errors.js'
import { isUnresolved, type Makegood } from '../../domain/makegood.js'
import { askedDays } from '../../domain/inbox.js'
import { addDays } from '../../domain/time.js'
import { acceptMakegood, declineMakegood, offerMakegood } from '../../operations/remedy-miss.js'
import { freshForm, type FormState } from '../../views/components/fields.js'
import { partnerMakegoodsPage, type AskedRun, type PartnerMiss } from '../../views/partner/makegoods.js'
import { paths, withQuery } from '../../views/paths.js'
import { LinkRefused } from '../errors.js'
import { MakegoodAnswerForm, SlotForm } from '../makegoods/form.js'
import { ownSlots } from '../makegoods/proposal.js'
import { countAttempt } from '../rate-limits.js'
import { readForm } from '../read-form.js'
import { showPartner } from '../respond.js'
import type { PartnerVisit } from '../visit.js'
import { param, query } from '../visit.js'

/** More are not settled at one sitting; the next ones follow. */
const mostAtOnce = 20
const mostSlots = 4

export async function showMakegoods(visit: PartnerVisit): Promise<void> {
  await showPage(visit, freshForm, 200)
}

export async function offerFromPartner(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  const missed = await mine(visit, param(visit, 'id'))
  const form = readForm(visit, SlotForm)
  if (!form.ok) return showPage(visit, form, 422)
  await settle(visit, () => offerMakegood(visit.app, visit.actor, missed, form.value.slot), 'offer')
}

export async function answerFromPartner(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  const makegood = await visit.app.store.makegoods.find(param(visit, 'id'))
  if (!makegood) throw new LinkRefused()
  await mustBeTheirs(visit, makegood)
  const form = readForm(visit, MakegoodAnswerForm)
  if (!form.ok) return showPage(visit, form, 422)
  const { answer, reason } = form.value
  const act =
    answer === 'accept'
      ? () => acceptMakegood(visit.app, visit.actor, makegood.id)
      : () => declineMakegood(visit.app, visit.actor, makegood.id, reason)
  await settle(visit, act, answer)
}

async function settle(visit: PartnerVisit, act: () => Promise<unknown>, saved: string): Promise<void> {
  try {
    await act()
  } catch (error) {
    // What was decided meanwhile is shown as it stands now, with the reason.
    if (!(error instanceof Conflict)) throw error
    return showPage(visit, { typed: {}, problems: { '': error.problem } }, 409)
  }
  visit.res.redirect(303, withQuery(paths.partnerMakegoods(visit.token), { saved }))
}

/** Whose link it is serves the outlet of the broadcast; another one's is not there for them. */
async function mine({ app, contact }: PartnerVisit, broadcastId: string): Promise<string> {
  const broadcast = await app.store.broadcasts.find(broadcastId)
  const outletIds = await app.store.contacts.outletIds(contact.id, app.clock.today())
  if (!broadcast || !outletIds.includes(broadcast.outletId)) throw new LinkRefused()
  return broadcast.id
}

/** What runs at another outlet is that outlet's to answer, and nobody else's. */
async function mustBeTheirs(visit: PartnerVisit, { orderId, missedId }: Makegood): Promise<void> {
  if (!orderId) return void (await mine(visit, missedId))
  const { app, contact } = visit
  const order = await app.store.mediaOrders.find(orderId)
  const outletIds = await app.store.contacts.outletIds(contact.id, app.clock.today())
  if (!order || !outletIds.includes(order.outletId)) throw new LinkRefused()
}

async function showPage(visit: PartnerVisit, state: FormState, status: number): Promise<void> {
  const t = visit.words.makegoods
  const saved = { offer: t.savedOffer, accept: t.savedAccept, decline: t.savedDecline }
  const given = {
    token: visit.token,
    misses: await missesOf(visit),
    asked: await askedOf(visit),
    now: visit.app.clock.now(),
    saved: saved[query(visit, 'saved') as keyof typeof saved] ?? '',
  }
  const page = partnerMakegoodsPage(visit.words, visit.formats, given, state)
  showPartner(visit, 'partner/makegoods', page, status)
}

/** Runs that their outlets are asked for in another one's place. */
async function askedOf({ app, contact }: PartnerVisit): Promise<AskedRun[]> {
  const { store, clock } = app
  const outletIds = await store.contacts.outletIds(contact.id, clock.today())
  const makegoods = await store.makegoods.listAskedOf(outletIds, clock.now())
  return Promise.all(
    makegoods.map(async makegood => {
      const missed = (await store.broadcasts.find(makegood.missedId))!
      const order = (await store.mediaOrders.find(makegood.orderId!))!
      const outlet = (await store.outlets.find(order.outletId))!
      return { makegood, campaignName: missed.campaignName, outletName: outlet.name }
    }),
  )
}

async function missesOf({ app, contact }: PartnerVisit): Promise<PartnerMiss[]> {
  const { store, clock } = app
  const today = clock.today()
  const outletIds = await store.contacts.outletIds(contact.id, today)
  const broadcasts = await store.broadcasts.listStates({
    outletIds,
    from: addDays(today, -askedDays),
    to: today,
  })
  const attempts = await store.makegoods.listOfMisses(broadcasts.map(({ id }) => id))
  const open = broadcasts.filter(
    broadcast =>
      !broadcast.orderClosedAt && isUnresolved(broadcast, attempts.get(broadcast.id) ?? [], clock.now()),
  )
  return Promise.all(
    open.slice(-mostAtOnce).map(async broadcast => {
      const slots = (await ownSlots(app, broadcast)).slice(0, mostSlots)
      return { broadcast, attempts: attempts.get(broadcast.id) ?? [], slots }
    }),
  )
}
