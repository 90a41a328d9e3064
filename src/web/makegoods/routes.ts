import { may } from '../../domain/access.js'
import { Conflict } from '../../domain/errors.js'
import { isMiss, type Makegood } from '../../domain/makegood.js'
import { offerElsewhere } from '../../operations/offer-elsewhere.js'
import { elsewhereValue } from '../../views/makegoods/texts.js'
import {
  acceptMakegood,
  creditMiss,
  declineMakegood,
  offerMakegood,
  waiveMiss,
} from '../../operations/remedy-miss.js'
import { freshForm, type FormState } from '../../views/components/fields.js'
import { remedyPage } from '../../views/makegoods/remedy.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { CreditForm, ElsewhereForm, MakegoodAnswerForm, OwnSlotForm, SlotForm, WaiverForm } from './form.js'
import { proposalFor } from './proposal.js'

export const makegoodRoutes: Route[] = [
  { method: 'get', path: '/broadcasts/:id/remedy', access: 'readPlans', handle: visit => showRemedy(visit) },
  { method: 'post', path: '/broadcasts/:id/makegoods', access: 'verifyRuns', handle: offer },
  {
    method: 'post',
    path: '/broadcasts/:id/makegoods/elsewhere',
    access: 'verifyRuns',
    handle: offerOthers,
  },
  { method: 'post', path: '/broadcasts/:id/waiver', access: 'verifyRuns', handle: waive },
  { method: 'post', path: '/broadcasts/:id/credit', access: 'verifyRuns', handle: credit },
  { method: 'post', path: '/makegoods/:id', access: 'verifyRuns', handle: answer },
]

async function showRemedy(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const broadcast = found(await store.broadcasts.find(param(visit, 'id')), 'broadcast')
  const attempts = (await store.makegoods.listOfMisses([broadcast.id])).get(broadcast.id) ?? []
  if (!isMiss(broadcast) && attempts.length === 0) throw new Conflict('wrong-state')
  const districts = await store.districts.list()
  const facts = {
    broadcast,
    attempts,
    proposal: await proposalFor(visit.app, broadcast),
    outletOfOrder: await outletsOf(visit, attempts),
    districtNames: new Map(districts.map(({ code, name }) => [code, name])),
    now: clock.now(),
    mayAct: may(visit.user.role, 'verifyRuns'),
  }
  const page = remedyPage(visit.words, visit.formats, facts, state ?? freshForm)
  show(visit, 'makegoods/remedy', page, state ? 422 : 200)
}

async function offer(visit: StaffVisit): Promise<void> {
  const isTap = typeof (visit.req.body as { slot?: unknown } | undefined)?.slot === 'string'
  const tapped = isTap ? readForm(visit, SlotForm) : undefined
  const typed = isTap ? undefined : readForm(visit, OwnSlotForm)
  const slot = tapped?.ok ? tapped.value.slot : typed?.ok ? typed.value : undefined
  if (!slot) return showRemedy(visit, (tapped ?? typed) as FormState)
  await settle(visit, id => offerMakegood(visit.app, visit.actor, id, slot), visit.words.makegoods.savedOffer)
}

/** Outlets of the orders that offers at other outlets would run in. */
async function outletsOf({ app }: StaffVisit, attempts: readonly Makegood[]): Promise<Map<string, string>> {
  const orders = await app.store.mediaOrders.listByIds(attempts.flatMap(({ orderId }) => orderId ?? []))
  const outlets = orders.length > 0 ? await app.store.outlets.list() : []
  const nameOf = new Map(outlets.map(({ id, name }) => [id, name]))
  return new Map(orders.map(({ id, outletId }) => [id, nameOf.get(outletId) ?? '']))
}

/** Exactly what is proposed now; what was shown earlier and no longer fits is shown anew. */
async function offerOthers(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, ElsewhereForm)
  const missed = found(await visit.app.store.broadcasts.find(param(visit, 'id')), 'broadcast')
  const { slots } = await proposalFor(visit.app, missed)
  const shown = form.ok ? form.value.slot : []
  if (slots.length === 0 || slots.map(elsewhereValue).join() !== shown.join())
    throw new Conflict('changed-meanwhile')
  await settle(
    visit,
    id => offerElsewhere(visit.app, visit.actor, id, slots),
    visit.words.makegoods.savedOffer,
  )
}

async function waive(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, WaiverForm)
  if (!form.ok) return showRemedy(visit, form)
  const { reason } = form.value
  await settle(visit, id => waiveMiss(visit.app, visit.actor, id, reason), visit.words.makegoods.savedWaiver)
}

async function credit(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, CreditForm)
  if (!form.ok) return showRemedy(visit, form)
  const { rupiah } = form.value
  await settle(visit, id => creditMiss(visit.app, visit.actor, id, rupiah), visit.words.makegoods.savedCredit)
}

async function settle(
  visit: StaffVisit,
  act: (id: string) => Promise<unknown>,
  notice: string,
): Promise<void> {
  const id = param(visit, 'id')
  await act(id)
  redirect(visit, paths.remedy(id), notice)
}

async function answer(visit: StaffVisit): Promise<void> {
  const { app, actor, words } = visit
  const makegood = found(await app.store.makegoods.find(param(visit, 'id')), 'makegood')
  const form = readForm(visit, MakegoodAnswerForm)
  if (!form.ok) return redirect(visit, paths.remedy(makegood.missedId))
  if (form.value.answer === 'accept') await acceptMakegood(app, actor, makegood.id)
  else await declineMakegood(app, actor, makegood.id, form.value.reason)
  const t = words.makegoods
  redirect(
    visit,
    paths.remedy(makegood.missedId),
    form.value.answer === 'accept' ? t.savedAccept : t.savedDecline,
  )
}
