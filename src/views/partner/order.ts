import type { Campaign } from '../../domain/campaign.js'
import { askedLines } from '../../domain/line-answer.js'
import {
  latestVersion,
  orderStatus,
  sentVersion,
  type MediaOrder,
  type OrderVersion,
} from '../../domain/media-order.js'
import { versionChanges } from '../../domain/order-changes.js'
import { orderedRupiah } from '../../domain/order-cost.js'
import type { OrderLine } from '../../domain/order-line.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Words } from '../../language/words.js'
import { problemText, type FormState } from '../components/fields.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { changeSentences } from '../orders/changes.js'
import { daypartText, flightText, rotationText, type LineFacts } from '../orders/lines.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'

export interface PartnerOrderPage extends Page {
  lede: string
  change: string
  changes: string[]
  state: string
  stateTone: 'good' | 'bad' | 'soft'
  /** What is asked, and under it what was accepted before and stands. */
  lines: TableModel[]
  cost: string
  calendar: LinkTo
  print: LinkTo
  ask: {
    question: string
    action: string
    accept: string | null
    byLine: LinkTo | null
    decline: string
    reasonLabel: string
    reason: string
    error: string
  } | null
  scripts: { title: string; text: string; file: LinkTo | null }[]
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
    ['sent', 'answered', 'accepted', 'declined'].includes(orderStatus(order))
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
    changes: changeSentences(words, formats, versionChanges(order, version.number), facts.materials),
    ...stateOf(words, facts, inForce),
    lines: lineLists(words, formats, { ...facts, version }),
    cost: `${t.paid}: ${formats.rupiah(orderedRupiah({ ...order, versions: [version] }, facts.holidays))}`,
    calendar: { label: t.calendar, href: paths.partnerOrderCalendar(facts.token) },
    print: { label: words.orderAnswers.print, href: paths.partnerOrderPaper(facts.token) },
    ask: inForce ? question(words, facts, form) : null,
    scripts: scriptsOf(facts, version).map(({ id, code, title, script, fileId }) => ({
      title: `${code} ${title}`,
      text: script,
      file: fileId
        ? { label: words.materials.download, href: paths.partnerOrderFile(facts.token, id) }
        : null,
    })),
  }
}

function stateOf(
  words: Words,
  { order, saved }: PartnerOrderFacts,
  inForce: boolean,
): Pick<PartnerOrderPage, 'state' | 'stateTone'> {
  const t = words.partner
  if (order.cancelledAt) return { state: words.orderAnswers.cancelled, stateTone: 'bad' }
  if (!inForce) return { state: t.orderSuperseded, stateTone: 'bad' }
  const status = orderStatus(order)
  if (status === 'accepted') return { state: t.orderAccepted, stateTone: 'good' }
  if (status === 'answered') return { state: words.orderAnswers.answered, stateTone: 'soft' }
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
    accept: orderStatus(order) === 'accepted' ? null : acceptLabel(words, order),
    byLine:
      askedLines(order, latestVersion(order)).length > 0
        ? { label: words.orderAnswers.answerByLine, href: paths.partnerOrderLines(token) }
        : null,
    decline: t.orderDecline,
    reasonLabel: t.orderDeclineReason,
    reason: String(form.typed['reason'] ?? ''),
    error: problem ? problemText(words, problem) : '',
  }
}

/** Who accepted an earlier version accepts the change only, and is told so. */
function acceptLabel(words: Words, order: MediaOrder): string {
  const version = latestVersion(order)
  const keeps = askedLines(order, version).length < version.lines.length
  return keeps ? words.orderAnswers.acceptChange : words.partner.orderAccept
}

function scriptsOf({ materials }: PartnerOrderFacts, version: OrderVersion) {
  const used = new Set(version.lines.flatMap(line => line.materials.map(({ materialId }) => materialId)))
  return [...materials.values()].filter(({ id }) => used.has(id))
}

function lineLists(
  words: Words,
  formats: Formats,
  { order, version, materials }: PartnerOrderFacts & { version: OrderVersion },
): TableModel[] {
  const t = words.orderAnswers
  const asked = askedLines(order, version)
  const kept = version.lines.filter(line => !asked.includes(line))
  const list = (caption: string, lines: readonly OrderLine[]) =>
    lineList(words, formats, { caption, lines, materials })
  if (kept.length === 0) return [list(words.partner.schedule, asked)]
  return [...(asked.length > 0 ? [list(t.linesAsked, asked)] : []), list(t.linesKept, kept)]
}

function lineList(
  words: Words,
  formats: Formats,
  given: { caption: string; lines: readonly OrderLine[]; materials: LineFacts['materials'] },
): TableModel {
  const t = words.orders
  return table(
    given.caption,
    [t.format, t.material, t.flight, t.daypart],
    given.lines.map(line => [
      t.formats[line.format],
      rotationText(given.materials, line.materials),
      flightText(words, formats, line),
      `${daypartText(words, formats, line)}, ${t.perDay(formats.number(line.runsPerDay))}`,
    ]),
    { empty: t.linesNone, showCaption: true },
  )
}
