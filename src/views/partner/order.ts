import type { Campaign } from '../../domain/campaign.js'
import { latestVersion, orderStatus, sentVersion, type MediaOrder } from '../../domain/media-order.js'
import { orderedRupiah } from '../../domain/order-cost.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Words } from '../../language/words.js'
import { problemText, type FormState } from '../components/fields.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { daypartText, weekdayText, type LineFacts } from '../orders/lines.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'

export interface PartnerOrderPage extends Page {
  lede: string
  change: string
  state: string
  stateTone: 'good' | 'bad' | 'soft'
  lines: TableModel
  cost: string
  calendar: { label: string; href: string }
  ask: {
    question: string
    action: string
    accept: string | null
    decline: string
    reasonLabel: string
    reason: string
    error: string
  } | null
  scripts: { title: string; text: string }[]
}

export interface PartnerOrderFacts extends LineFacts {
  token: string
  order: MediaOrder
  versionNumber: number
  campaign: Campaign
  outlet: Outlet
  officeName: string
  saved: string
}

export function partnerOrderPage(
  words: Words,
  formats: Formats,
  facts: PartnerOrderFacts,
  form: FormState,
): PartnerOrderPage {
  const t = words.partner
  const { order, outlet } = facts
  const version = order.versions.find(({ number }) => number === facts.versionNumber) ?? latestVersion(order)
  const inForce =
    sentVersion(order)?.number === version.number &&
    ['sent', 'accepted', 'declined'].includes(orderStatus(order))
  return {
    title: t.orderTitle(order.number),
    trail: [],
    lede: [
      outlet.name,
      t.orderFrom(facts.officeName),
      `“${facts.campaign.name}”`,
      t.orderVersion(formats.number(version.number)),
    ].join(' · '),
    change: version.number > 1 ? t.orderChange(version.reason) : '',
    ...stateOf(words, facts, inForce),
    lines: lineList(words, formats, facts),
    cost: `${t.paid}: ${formats.rupiah(orderedRupiah({ ...order, versions: [version] }, facts.holidays))}`,
    calendar: { label: t.calendar, href: paths.partnerOrderCalendar(facts.token) },
    ask: inForce ? question(words, facts, form) : null,
    scripts: [...facts.materials.values()].map(({ code, title, script }) => ({
      title: `${code} ${title}`,
      text: script,
    })),
  }
}

function stateOf(
  words: Words,
  { order, saved }: PartnerOrderFacts,
  inForce: boolean,
): Pick<PartnerOrderPage, 'state' | 'stateTone'> {
  const t = words.partner
  if (!inForce) return { state: t.orderSuperseded, stateTone: 'bad' }
  const status = orderStatus(order)
  if (status === 'accepted') return { state: t.orderAccepted, stateTone: 'good' }
  if (status === 'declined') return { state: t.orderDeclined, stateTone: 'bad' }
  return { state: saved, stateTone: 'soft' }
}

function question(
  words: Words,
  { order, token }: PartnerOrderFacts,
  form: FormState,
): PartnerOrderPage['ask'] {
  const t = words.partner
  const problem = form.problems['reason']
  return {
    question: t.orderAsk,
    action: paths.partnerOrderAnswer(token),
    accept: orderStatus(order) === 'accepted' ? null : t.orderAccept,
    decline: t.orderDecline,
    reasonLabel: t.orderDeclineReason,
    reason: String(form.typed['reason'] ?? ''),
    error: problem ? problemText(words, problem) : '',
  }
}

function lineList(
  words: Words,
  formats: Formats,
  { order, versionNumber, materials }: PartnerOrderFacts,
): TableModel {
  const t = words.orders
  const lines = order.versions.find(({ number }) => number === versionNumber)?.lines ?? []
  return table(
    words.partner.schedule,
    [t.format, t.material, t.flight, t.daypart],
    lines.map(line => [
      t.formats[line.format],
      line.materials.map(({ materialId }) => materials.get(materialId)?.title ?? '–').join(', '),
      `${formats.days(line.firstDay, line.lastDay)}, ${weekdayText(words, line.weekdays)}`,
      `${daypartText(words, formats, line)}, ${t.perDay(formats.number(line.runsPerDay))}`,
    ]),
    { empty: t.linesNone, showCaption: true },
  )
}
