import type { Campaign } from '../../domain/campaign.js'
import type { Contact } from '../../domain/contact.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import { mailStatus, type SentMail } from '../../domain/mail.js'
import { latestVersion, versionStatus, type MediaOrder, type OrderVersion } from '../../domain/media-order.js'
import { freeValueRupiah, orderedRupiah, runCount } from '../../domain/order-cost.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { deliveryTag } from '../broadcasts/tags.js'
import { campaignTrail } from '../campaigns/head.js'
import type { FactsModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import { daypartText, lineCells, lineColumns, type LineFacts } from './lines.js'
import { orderTag } from './table.js'
import type { OrderSteps } from './steps.js'

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
  linesTitle: string
  lines: TableModel
  lineActions: boolean
  scheduleTitle: string
  schedule: TableModel
  calendar: LinkTo | null
  historyTitle: string
  history: TableModel
  mailsTitle: string
  mails: TableModel
}

export interface OrderViews {
  'orders/list': OrdersPage
  'orders/show': OrderPage
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
    remark: version.returnReason ? t.returnedBecause(version.returnReason) : '',
    answer: answerText(words, formats, version),
    facts: orderFacts(words, formats, details),
    steps: details.steps,
    linesTitle: t.lines,
    lines: linesTable(words, formats, details),
    lineActions: details.steps.addLine !== null,
    scheduleTitle: t.schedule,
    schedule: scheduleTable(words, formats, details),
    calendar:
      details.broadcasts.length > 0 ? { label: t.calendarFile, href: paths.orderCalendar(order.id) } : null,
    historyTitle: t.history,
    history: historyTable(words, formats, order),
    mailsTitle: t.mails,
    mails: mailTable(words, formats, details.mails),
  }
}

export function answerText(words: Words, formats: Formats, version: OrderVersion): string {
  const t = words.orders
  if (version.acceptedAt && version.acceptedHow)
    return t.acceptedWhen(t.how[version.acceptedHow], formats.instant(version.acceptedAt))
  return version.declineReason === null ? '' : t.declinedBecause(version.declineReason)
}

function orderFacts(
  words: Words,
  formats: Formats,
  { order, outlet, campaign, holidays, contacts }: OrderDetails,
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
    ],
  }
}

function linesTable(words: Words, formats: Formats, details: OrderDetails): TableModel {
  const { order } = details
  const edits = details.steps.addLine !== null
  const rows = latestVersion(order).lines.map(line => [
    ...lineCells(words, formats, line, details),
    ...(edits ? [{ label: words.common.edit, href: paths.orderLine(order.id, line.lineKey) }] : []),
  ])
  const columns = [...lineColumns(words), ...(edits ? [words.common.actions] : [])]
  return table(words.orders.lines, columns, rows, { empty: words.orders.linesNone })
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

function historyTable(words: Words, formats: Formats, order: MediaOrder): TableModel {
  const t = words.orders
  const when = (instant: string | null) => (instant ? formats.instantShort(instant) : '–')
  return table(
    t.history,
    [t.version, words.common.reason, t.approvedOn, t.sentOn, words.common.state],
    order.versions.map(version => [
      formats.number(version.number),
      version.reason || '–',
      when(version.approvedAt),
      when(version.sentAt),
      answerText(words, formats, version) || t.statusNames[versionStatus(version)],
    ]),
    { empty: words.common.nothingYet },
  )
}

function mailTable(words: Words, formats: Formats, mails: SentMail[]): TableModel {
  const t = words.system
  return table(
    words.orders.mails,
    [t.mailTo, t.mailKind, t.mailCreated, words.common.state],
    mails.map(mail => [
      mail.recipient,
      t.mailKinds[mail.kind],
      formats.instantShort(mail.createdAt),
      t.mailStatus[mailStatus(mail)],
    ]),
    { empty: words.orders.mailsNone },
  )
}
