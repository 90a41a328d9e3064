import { z } from 'zod'
import { may } from '../../domain/access.js'
import { paymentSteps } from '../../domain/payment.js'
import { notePayment } from '../../operations/note-payment.js'
import { freshForm, type FormState } from '../../views/components/fields.js'
import { paymentPage } from '../../views/payments/page.js'
import { paths } from '../../views/paths.js'
import { choice, day, optionalText } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

export const paymentRoutes: Route[] = [
  { method: 'get', path: '/orders/:id/payment', access: 'readPlans', handle: visit => showPayment(visit) },
  { method: 'post', path: '/orders/:id/payment', access: 'notePayments', handle: note },
]

const PaymentForm = z.strictObject({ step: choice(paymentSteps), day: day(), note: optionalText(500) })

async function showPayment(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const order = found(await store.mediaOrders.find(param(visit, 'id')), 'order')
  const [campaign, broadcasts, notes, users] = await Promise.all([
    store.campaigns.find(order.campaignId),
    store.broadcasts.listStates({ orderId: order.id }),
    store.payments.listOf([order.id]),
    store.users.list(),
  ])
  const facts = {
    order,
    campaign: found(campaign, 'campaign'),
    broadcasts,
    notes,
    names: new Map(users.map(({ id, name }) => [id, name])),
    today: clock.today(),
    mayNote: may(visit.user.role, 'notePayments'),
  }
  const page = paymentPage(visit.words, visit.formats, facts, state ?? freshForm)
  show(visit, 'payments/show', page, state ? 422 : 200)
}

async function note(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, PaymentForm)
  if (!form.ok) return showPayment(visit, form)
  const done = await orRefuse(
    form.typed,
    () => notePayment(visit.app, visit.actor, id, form.value).then(() => true),
    state => showPayment(visit, state),
  )
  if (done) redirect(visit, paths.orderPayment(id), visit.words.payments.saved)
}
