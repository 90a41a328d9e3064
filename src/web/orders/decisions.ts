import type { App } from '../../app.js'
import type { UserActor } from '../../domain/actor.js'
import { closeOrder } from '../../operations/close-order.js'
import { approveOrder, returnOrder, submitOrder } from '../../operations/decide-order.js'
import { reviseOrder } from '../../operations/draft-order.js'
import { sendOrder } from '../../operations/send-order.js'
import { reasonFormPage } from '../../views/campaigns/forms.js'
import { campaignTrail } from '../../views/campaigns/head.js'
import type { FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { ReasonForm } from '../campaigns/form.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { RevisionForm } from './form.js'

type Texts = StaffVisit['words']['orders']

export const decisionRoutes: Route[] = [
  {
    method: 'post',
    path: '/orders/:id/submission',
    access: 'planCampaigns',
    handle: move(submitOrder, t => t.submitted),
  },
  {
    method: 'post',
    path: '/orders/:id/approval',
    access: 'approveOrders',
    handle: move(approveOrder, t => t.approved),
  },
  { method: 'post', path: '/orders/:id/return', access: 'approveOrders', handle: returnIt },
  {
    method: 'post',
    path: '/orders/:id/closure',
    access: 'planCampaigns',
    handle: async visit => {
      const id = param(visit, 'id')
      await closeOrder(visit.app, visit.actor, id)
      redirect(visit, paths.order(id), visit.words.makegoods.closed)
    },
  },
  { method: 'post', path: '/orders/:id/sending', access: 'sendOrders', handle: move(sendOrder, t => t.sent) },
  { method: 'post', path: '/orders/:id/revision', access: 'planCampaigns', handle: revise },
]

function move(
  operation: (app: App, actor: UserActor, id: string) => Promise<void>,
  notice: (t: Texts) => string,
) {
  return async (visit: StaffVisit): Promise<void> => {
    const id = param(visit, 'id')
    await operation(visit.app, visit.actor, id)
    redirect(visit, paths.order(id), notice(visit.words.orders))
  }
}

async function returnIt(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const t = visit.words.orders
  const form = readForm(visit, ReasonForm)
  if (!form.ok)
    return askReason(visit, { title: t.returnIt, label: t.returnReason, action: paths.orderReturn(id) }, form)
  await returnOrder(visit.app, visit.actor, id, form.value.reason)
  redirect(visit, paths.order(id), t.returned)
}

async function revise(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const t = visit.words.orders
  const form = readForm(visit, RevisionForm)
  if (!form.ok)
    return askReason(visit, { title: t.revise, label: t.reviseReason, action: paths.orderRevision(id) }, form)
  const { reason, times } = form.value
  await reviseOrder(visit.app, visit.actor, id, { reason, takeTimes: times })
  redirect(visit, paths.order(id), t.revised)
}

async function askReason(
  visit: StaffVisit,
  texts: { title: string; label: string; action: string },
  state: FormState,
): Promise<void> {
  const { store } = visit.app
  const order = found(await store.mediaOrders.find(param(visit, 'id')), 'order')
  const campaign = found(await store.campaigns.find(order.campaignId), 'campaign')
  const trail = [
    ...campaignTrail(visit.words, campaign),
    { label: order.number, href: paths.order(order.id) },
  ]
  const given = { ...texts, lede: '', button: texts.title, danger: false, trail, back: paths.order(order.id) }
  show(visit, 'forms/page', reasonFormPage(visit.words, given, state), 422)
}
