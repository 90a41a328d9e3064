import type { Campaign } from '../../domain/campaign.js'
import type { Contact } from '../../domain/contact.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import type { SentMail } from '../../domain/mail.js'
import { latestVersion, type MediaOrder } from '../../domain/media-order.js'
import { knownBefore, versionChanges } from '../../domain/order-changes.js'
import { freeValueRupiah, orderedRupiah, runCount } from '../../domain/order-cost.js'
import type { Outlet } from '../../domain/outlet.js'
import type { PaymentNote } from '../../domain/payment.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { deliveryTag } from '../broadcasts/tags.js'
import { campaignTrail } from '../campaigns/head.js'
import type { FactsModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import { paymentText } from '../payments/page.js'
import type { LinePage } from './line-form.js'
import type { OrderPaper } from './paper.js'
import type { PreviewModel } from './preview.js'
import { changeSentences } from './changes.js'
import { answerText, historyTable, mailTable } from './history.js'
import { linesTable } from './line-table.js'
import { daypartText, type LineFacts } from './lines.js'
import { orderTag } from './table.js'
import type { OrderSteps } from './steps.js'
import type { WarningsModel } from './warnings.js'

export interface OrdersPage extends Page {
  lede: string
  table: TableModel
}

export interface OrderPage extends Page {
  outletLink: LinkTo
  status: Tag
  versionText: string
  remark: string
  answer: string
  facts: FactsModel
  steps: OrderSteps
  changes: { title: string; sentences: string[] } | null
  /** Until it is sent. */
  warnings: WarningsModel | null
  linesTitle: string
  lines: TableModel
  scheduleTitle: string
  schedule: TableModel
  files: LinkTo[]
  historyTitle: string
  history: TableModel
  mailsTitle: string
  mails: TableModel
}

export interface OrderViews {
  'orders/list': OrdersPage
  'orders/show': OrderPage
  'orders/line': LinePage
  'orders/preview': PreviewModel
  'orders/paper': OrderPaper
  'orders/warnings': WarningsModel
}

export function ordersPage(words: Words, orders: TableModel): OrdersPage {
  return { title: words.orders.title, trail: [], lede: words.orders.lead, table: orders }
}

export interface OrderDetails extends LineFacts {
  order: MediaOrder
  campaign: Campaign
  outlet: Outlet
  contacts: Contact[]
  broadcasts: BroadcastState[]
  mails: SentMail[]
  today: Day
  steps: OrderSteps
  warnings: WarningsModel | null
  payments: PaymentNote[]
}

export function orderPage(words: Words, formats: Formats, details: OrderDetails): OrderPage {
  const t = words.orders
  const { order, outlet } = details
  const version = latestVersion(order)
  return {
    title: `${order.number} · ${outlet.name}`,
    trail: campaignTrail(words, details.campaign),
    outletLink: { label: outlet.name, href: paths.outlet(outlet.id) },
    status: orderTag(words, order),
    versionText: t.versionIs(formats.number(version.number)),
    remark: remarkOf(words, order),
    answer: answerText(words, formats, version),
    facts: orderFacts(words, formats, details),
    steps: details.steps,
    changes: changesOf(words, formats, details),
    warnings: details.warnings,
    linesTitle: t.lines,
    lines: linesTable(words, formats, { ...details, edits: details.steps.addLine !== null }),
    scheduleTitle: t.schedule,
    schedule: scheduleTable(words, formats, details),
    files: filesOf(words, details),
    historyTitle: t.history,
    history: historyTable(words, formats, order),
    mailsTitle: t.mails,
    mails: mailTable(words, formats, details.mails),
  }
}

function remarkOf({ orders, orderCancellation }: Words, order: MediaOrder): string {
  const { returnReason } = latestVersion(order)
  if (order.cancelReason !== null) return orderCancellation.because(order.cancelReason)
  return returnReason ? orders.returnedBecause(returnReason) : ''
}

/** Against what the outlet knows; the first version has nothing to differ from. */
function changesOf(words: Words, formats: Formats, { order, materials }: OrderDetails): OrderPage['changes'] {
  const t = words.orderChanges
  if (!knownBefore(order, latestVersion(order).number)) return null
  const sentences = changeSentences(words, formats, versionChanges(order), materials)
  return { title: t.title, sentences: sentences.length > 0 ? sentences : [t.none] }
}

function filesOf(words: Words, { order, broadcasts }: OrderDetails): LinkTo[] {
  const { lines, acceptanceFileId, number } = latestVersion(order)
  const t = words.orderPaper
  return [
    ...(lines.length > 0 ? [{ label: t.print, href: paths.orderPaper(order.id) }] : []),
    ...(broadcasts.length > 0
      ? [{ label: words.orders.calendarFile, href: paths.orderCalendar(order.id) }]
      : []),
    ...(acceptanceFileId ? [{ label: t.paperShown, href: paths.signedPaper(order.id, number) }] : []),
  ]
}

function orderFacts(
  words: Words,
  formats: Formats,
  { order, outlet, campaign, holidays, contacts, payments }: OrderDetails,
): FactsModel {
  const t = words.orders
  return {
    facts: [
      { label: t.campaign, value: { label: campaign.name, href: paths.campaign(campaign.id) } },
      { label: t.outlet, value: { label: outlet.name, href: paths.outlet(outlet.id) } },
      { label: words.outlets.contacts, value: contacts.map(contact => contact.name).join(', ') || '–' },
      { label: t.runs, value: formats.number(runCount(order, holidays)) },
      { label: t.cost, value: formats.rupiah(orderedRupiah(order, holidays)) },
      { label: t.free, value: formats.rupiah(freeValueRupiah(order, holidays)) },
      {
        label: words.payments.title,
        value: { label: paymentText(words, formats, payments), href: paths.orderPayment(order.id) },
      },
    ],
  }
}

function scheduleTable(words: Words, formats: Formats, { broadcasts, today }: OrderDetails): TableModel {
  const t = words.broadcasts
  return table(
    words.orders.schedule,
    [t.day, t.time, t.material, words.common.state],
    broadcasts.map(broadcast => [
      {
        label: `${formats.weekdayShort(broadcast.day)}, ${formats.dayMedium(broadcast.day)}`,
        href: paths.broadcast(broadcast.id),
      },
      daypartText(words, formats, broadcast),
      `${broadcast.materialCode} ${broadcast.materialTitle}`,
      { tag: deliveryTag(words, broadcast, today) },
    ]),
    { empty: words.orders.scheduleNone },
  )
}
