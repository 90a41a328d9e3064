import type { OrderVersion } from '../../domain/media-order.js'
import { acceptOnBehalf } from '../../operations/accept-on-behalf.js'
import type { FormState } from '../../views/components/fields.js'
import { freshForm } from '../../views/components/fields.js'
import { acceptancePage } from '../../views/orders/acceptance.js'
import { paths } from '../../views/paths.js'
import { describeFile } from '../hand-over-file.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { AcceptanceForm } from './form.js'

const largestPaper = 10_000_000

export const acceptanceRoutes: Route[] = [
  { method: 'get', path: '/orders/:id/acceptance', access: 'sendOrders', handle: visit => ask(visit) },
  {
    method: 'post',
    path: '/orders/:id/acceptance',
    access: 'sendOrders',
    upload: largestPaper,
    handle: accept,
  },
  { method: 'get', path: '/orders/:id/signed-paper/:version', access: 'readPlans', handle: sendPaper },
]

async function ask(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store } = visit.app
  const order = found(await store.mediaOrders.find(param(visit, 'id')), 'order')
  const campaign = found(await store.campaigns.find(order.campaignId), 'campaign')
  const page = acceptancePage(visit.words, { order, campaign }, state ?? freshForm)
  show(visit, 'forms/page', page, state ? 422 : 200)
}

async function accept(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, AcceptanceForm)
  if (!form.ok) return ask(visit, form)
  const { file } = visit.req
  const isPaper = form.value.how === 'paper'
  if (isPaper && !file?.size) return ask(visit, { ...form, problems: { file: { code: 'file-missing' } } })
  const given = isPaper
    ? { how: 'paper' as const, upload: { bytes: file!.buffer, name: file!.originalname.slice(0, 200) } }
    : { how: 'on-behalf' as const }
  const done = await orRefuse(
    form.typed,
    () => acceptOnBehalf(visit.app, visit.actor, id, given).then(() => true),
    state => ask(visit, state),
  )
  if (done) redirect(visit, paths.order(id), visit.words.orders.accepted)
}

/** The paper an outlet signed for a version: a picture is shown, a PDF handed over. */
async function sendPaper(visit: StaffVisit): Promise<void> {
  const { store, files } = visit.app
  const order = found(await store.mediaOrders.find(param(visit, 'id')), 'order')
  const fileId = order.versions.find(isNumber(param(visit, 'version')))?.acceptanceFileId
  const file = found(fileId ? await store.evidence.findFile(fileId) : undefined, 'paper')
  describeFile(visit.res, file, { isShown: file.mediaType.startsWith('image/') })
  visit.res.send(await files.read(file.sha256))
}

function isNumber(text: string) {
  return (version: OrderVersion) => String(version.number) === text
}
