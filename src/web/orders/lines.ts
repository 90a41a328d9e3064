import { draftOrder, removeLine, saveLine } from '../../operations/draft-order.js'
import type { FormState } from '../../views/components/fields.js'
import { freshForm } from '../../views/components/fields.js'
import { newOrderPage } from '../../views/orders/forms.js'
import { lineFormPage } from '../../views/orders/line-form.js'
import { emptyPreview, type PreviewModel } from '../../views/orders/preview.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { readLine, NewOrderForm } from './form.js'
import { editorOf, previewLine, type Editor } from './preview.js'

export const lineRoutes: Route[] = [
  {
    method: 'get',
    path: '/campaigns/:id/orders/new',
    access: 'planCampaigns',
    handle: visit => showNewOrder(visit),
  },
  { method: 'post', path: '/campaigns/:id/orders/new', access: 'planCampaigns', handle: draft },
  { method: 'get', path: '/orders/:id/lines/new', access: 'planCampaigns', handle: open },
  { method: 'post', path: '/orders/:id/lines/new', access: 'planCampaigns', handle: save },
  { method: 'get', path: '/orders/:id/lines/:line', access: 'planCampaigns', handle: open },
  { method: 'post', path: '/orders/:id/lines/:line', access: 'planCampaigns', handle: save },
  { method: 'post', path: '/orders/:id/lines/:line/removal', access: 'planCampaigns', handle: remove },
  { method: 'post', path: '/orders/:id/preview', access: 'planCampaigns', handle: preview },
]

async function showNewOrder(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store } = visit.app
  const campaign = found(await store.campaigns.find(param(visit, 'id')), 'campaign')
  const outlets = (await store.outlets.list()).filter(outlet => !outlet.retiredAt)
  show(visit, 'forms/page', newOrderPage(visit.words, { campaign, outlets }, state), state ? 422 : 200)
}

async function draft(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, NewOrderForm)
  if (!form.ok) return showNewOrder(visit, form)
  const order = await orRefuse(
    form.typed,
    () => draftOrder(visit.app, visit.actor, param(visit, 'id'), form.value.outletId),
    state => showNewOrder(visit, state),
  )
  if (order) redirect(visit, paths.order(order.id))
}

/** The key of the line in the address; a new one has none. */
function lineKeyOf({ req }: StaffVisit): string {
  return String(req.params['line'] ?? '')
}

async function open(visit: StaffVisit): Promise<void> {
  const editor = await editorOf(visit, lineKeyOf(visit))
  showLine(visit, editor, { state: freshForm, preview: await previewLine(visit, editor), status: 200 })
}

async function save(visit: StaffVisit): Promise<void> {
  const editor = await editorOf(visit, lineKeyOf(visit))
  const refuse = (state: FormState) =>
    showLine(visit, editor, { state, preview: emptyPreview(visit.words), status: 422 })
  const form = readLine(visit, editor.materials)
  if (!form.ok) return refuse(form)
  const { lineKey: _, ...plan } = form.value
  const { order, line } = editor
  const done = await orRefuse(
    form.typed,
    () =>
      saveLine(visit.app, visit.actor, order.id, {
        ...plan,
        ...(line ? { lineKey: line.lineKey } : {}),
      }).then(() => true),
    refuse,
  )
  if (done) redirect(visit, paths.order(order.id), visit.words.orders.lineSaved)
}

/** What was typed, expanded and priced; while one types only this part of the page is asked for. */
async function preview(visit: StaffVisit): Promise<void> {
  const typedKey: unknown = (visit.req.body as Record<string, unknown> | undefined)?.['lineKey']
  const editor = await editorOf(visit, typeof typedKey === 'string' ? typedKey : '')
  const form = readLine(visit, editor.materials)
  const made = form.ok
    ? await previewLine(visit, editor, form.value)
    : emptyPreview(visit.words, form.problems)
  if (visit.req.get('hx-request') === 'true')
    return void visit.res.type('html').send(visit.renderer('orders/preview', made).toString())
  const state = form.ok ? { typed: form.typed, problems: {} } : form
  showLine(visit, editor, { state, preview: made, status: form.ok ? 200 : 422 })
}

function showLine(
  visit: StaffVisit,
  editor: Editor,
  { state, preview, status }: { state: FormState; preview: PreviewModel; status: number },
): void {
  const page = lineFormPage(visit.words, visit.formats, { ...editor, preview }, state)
  show(visit, 'orders/line', page, status)
}

async function remove(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await removeLine(visit.app, visit.actor, id, param(visit, 'line'))
  redirect(visit, paths.order(id), visit.words.orders.lineRemoved)
}
