import type { BroadcastState } from '../../domain/broadcast.js'
import type { Campaign } from '../../domain/campaign.js'
import type { Confirmation, Verification } from '../../domain/confirmation.js'
import { deliveryColumns, deliveryCounts, deliveryStatus } from '../../domain/delivery.js'
import type { EvidenceOfBroadcast } from '../../domain/evidence.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { campaignHead, campaignTrail, type CampaignHead } from '../campaigns/head.js'
import type { FactsModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import type { LinkTo, Page, Tag } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { deliveryTag } from './tags.js'

export interface DeliveryPage extends Page {
  head: CampaignHead
  lede: string
  grade: string
  board: TableModel
  listTitle: string
  filterLabel: string
  filters: (LinkTo & { current: boolean })[]
  list: TableModel
}

export interface BroadcastPage extends Page {
  status: Tag
  facts: FactsModel
  proofTitle: string
  proofs: { label: string; href: string; when: string }[]
  proofNone: string
  historyTitle: string
  history: { title: string; answer: string; note: string }[]
  decisions: string[]
  acts: {
    verify: string | null
    reopen: string | null
    dispute: ReasonForm | null
    giveBack: ReasonForm | null
  }
  t: Words['broadcasts']
}

export interface ReasonForm {
  action: string
  label: string
  reasonLabel: string
  id: string
}

export interface VerificationPage extends Page {
  lede: string
  action: string
  button: string
  empty: string
  chooseLabel: string
  columns: string[]
  groups: {
    outlet: string
    rows: { id: string; label: string; href: string; cells: string[]; answer: Tag; choosable: boolean }[]
  }[]
}

export interface BroadcastViews {
  'broadcasts/delivery': DeliveryPage
  'broadcasts/show': BroadcastPage
  'broadcasts/verification': VerificationPage
}

export interface DeliveryFacts {
  campaign: Campaign
  broadcasts: BroadcastState[]
  /** Orders whose latest sent version was accepted. */
  acceptedOrders: ReadonlySet<string>
  today: Day
  state: string
}

export function deliveryPage(words: Words, formats: Formats, facts: DeliveryFacts): DeliveryPage {
  const t = words.delivery
  const { campaign, broadcasts, today } = facts
  const filter = (value: string, label: string) => ({
    label,
    href: withQuery(paths.campaignDelivery(campaign.id), { state: value }),
    current: facts.state === value,
  })
  const shown = broadcasts.filter(
    broadcast => !facts.state || deliveryStatus(broadcast, today) === facts.state,
  )
  return {
    title: `${campaign.name}: ${t.title}`,
    trail: campaignTrail(words),
    head: campaignHead(words, formats, { campaign, today, face: 'delivery' }),
    lede: t.lead,
    grade: gradeText(words, formats, broadcasts, today),
    board: boardTable(words, formats, facts),
    listTitle: t.broadcasts,
    filterLabel: t.filterState,
    filters: [
      filter('', words.common.all),
      ...deliveryColumns.map(status => filter(status, t.statusNames[status])),
    ],
    list: broadcastTable(words, formats, shown, today),
  }
}

/** "Verified at E2 or better", of everything that was ordered and is past. */
function gradeText(
  words: Words,
  formats: Formats,
  broadcasts: readonly BroadcastState[],
  today: Day,
): string {
  const past = broadcasts.filter(broadcast => broadcast.day < today && !broadcast.withdrawnAt)
  const proven = past.filter(
    broadcast => deliveryStatus(broadcast, today) === 'verified' && (broadcast.grade ?? 'E0') >= 'E2',
  )
  return past.length === 0
    ? words.delivery.gradeNone
    : words.delivery.gradeShare(formats.percent(proven.length / past.length))
}

function boardTable(
  words: Words,
  formats: Formats,
  { broadcasts, acceptedOrders, today }: DeliveryFacts,
): TableModel {
  const t = words.delivery
  const ordered = broadcasts.filter(broadcast => !broadcast.withdrawnAt)
  const outlets = [...new Set(ordered.map(broadcast => broadcast.outletName))].toSorted()
  const cells = (rows: BroadcastState[]) => {
    const counts = deliveryCounts(rows, today)
    const accepted = rows.filter(broadcast => acceptedOrders.has(broadcast.orderId)).length
    return [rows.length, accepted, ...deliveryColumns.map(status => counts[status])].map(formats.number)
  }
  const rows = outlets.map(name => [
    name,
    ...cells(ordered.filter(broadcast => broadcast.outletName === name)),
  ])
  const total = { cells: [words.common.total, ...cells(ordered)], strong: true }
  return table(
    t.title,
    [
      t.outlet,
      numeric(t.ordered),
      numeric(t.accepted),
      ...deliveryColumns.map(status => numeric(t.statusNames[status])),
    ],
    outlets.length > 0 ? [...rows, total] : [],
    { empty: t.none },
  )
}

export function broadcastTable(
  words: Words,
  formats: Formats,
  broadcasts: readonly BroadcastState[],
  today: Day,
): TableModel {
  const t = words.broadcasts
  return table(
    words.delivery.broadcasts,
    [t.day, t.time, t.outlet, t.material, t.grade, words.common.state],
    broadcasts.map(broadcast => [
      {
        label: `${formats.weekdayShort(broadcast.day)}, ${formats.dayMedium(broadcast.day)}`,
        href: paths.broadcast(broadcast.id),
      },
      daypartText(words, formats, broadcast),
      broadcast.outletName,
      `${broadcast.materialCode} ${broadcast.materialTitle}`,
      broadcast.grade && broadcast.decision === 'verified' ? broadcast.grade : '–',
      { tag: deliveryTag(words, broadcast, today) },
    ]),
    { empty: words.common.nothingYet },
  )
}

export interface BroadcastFacts {
  broadcast: BroadcastState
  order: { id: string; number: string }
  history: Confirmation[]
  verifications: Verification[]
  evidence: EvidenceOfBroadcast[]
  names: Map<string, string>
  today: Day
  /** May verify runs, and did not enter the current answer. */
  mayVerify: boolean
}

export function broadcastPage(words: Words, formats: Formats, facts: BroadcastFacts): BroadcastPage {
  const t = words.broadcasts
  const { broadcast } = facts
  return {
    title: `${broadcast.outletName}, ${formats.day(broadcast.day)}`,
    trail: [
      { label: words.campaigns.title, href: paths.campaigns },
      { label: broadcast.campaignName, href: paths.campaignDelivery(broadcast.campaignId) },
    ],
    status: deliveryTag(words, broadcast, facts.today),
    facts: broadcastFacts(words, formats, facts),
    proofTitle: t.proof,
    proofs: facts.evidence.map(proof => ({
      label: `${t.proofKinds[proof.kind]}: ${proof.originalName ?? proof.url ?? ''}`,
      href: proof.url ?? paths.evidenceFile(proof.id),
      when: formats.instantShort(proof.givenAt),
    })),
    proofNone: t.proofNone,
    historyTitle: t.history,
    history: facts.history.map(answer => answerEntry(words, formats, answer, facts.names)),
    decisions: facts.verifications.map(verification => {
      const by = facts.names.get(verification.decidedBy) ?? '–'
      const line = t.decidedBy(
        t.decisions[verification.decision],
        by,
        formats.instant(verification.decidedAt),
      )
      return verification.reason ? `${line}: ${verification.reason}` : line
    }),
    acts: acts(words, facts),
    t,
  }
}

function broadcastFacts(words: Words, formats: Formats, { broadcast, order }: BroadcastFacts): FactsModel {
  const t = words.broadcasts
  const actual = broadcast.actualMinute === null ? '–' : formats.time(broadcast.actualMinute)
  return {
    facts: [
      { label: t.day, value: formats.dayWithWeekday(broadcast.day) },
      { label: t.time, value: daypartText(words, formats, broadcast) },
      { label: t.material, value: `${broadcast.materialCode} ${broadcast.materialTitle}` },
      { label: t.order, value: { label: order.number, href: paths.order(order.id) } },
      {
        label: t.answer,
        value: broadcast.answer ? t.answers[broadcast.answer] : words.delivery.statusNames['no-answer'],
      },
      { label: t.actual, value: actual },
      { label: t.grade, value: t.grades[broadcast.grade ?? (broadcast.answer ? 'E1' : 'E0')] },
    ],
  }
}

function answerEntry(
  words: Words,
  formats: Formats,
  answer: Confirmation,
  names: Map<string, string>,
): BroadcastPage['history'][number] {
  const t = words.broadcasts
  const name = names.get(answer.givenByContact ?? answer.givenByUser ?? '') ?? '–'
  const by = answer.givenByContact ? t.byContact(name) : t.byStaff(name)
  const details = [
    t.answers[answer.answer],
    answer.reason ? t.reasons[answer.reason] : '',
    answer.actualMinute === null ? '' : formats.time(answer.actualMinute),
  ]
  return {
    title: t.answerVersion(formats.number(answer.number), `${formats.instant(answer.givenAt)}, ${by}`),
    answer: details.filter(Boolean).join(', '),
    note: answer.note,
  }
}

function acts(words: Words, { broadcast, mayVerify, today }: BroadcastFacts): BroadcastPage['acts'] {
  const t = words.broadcasts
  const status = deliveryStatus(broadcast, today)
  const isVerified =
    broadcast.decision === 'verified' && broadcast.verificationOf === broadcast.confirmationId
  const isOpen = mayVerify && broadcast.confirmationId !== null && !isVerified && status !== 'not-known'
  const form = (id: string, action: string, label: string, reasonLabel: string): ReasonForm => ({
    id,
    action,
    label,
    reasonLabel,
  })
  return {
    verify: isOpen ? paths.broadcastVerification(broadcast.id) : null,
    reopen: mayVerify && isVerified ? paths.broadcastReopening(broadcast.id) : null,
    dispute: isOpen
      ? form('dispute', paths.broadcastDispute(broadcast.id), t.dispute, t.disputeReason)
      : null,
    giveBack: isOpen ? form('return', paths.broadcastReturn(broadcast.id), t.returnIt, t.returnReason) : null,
  }
}

export function verificationPage(
  words: Words,
  formats: Formats,
  given: {
    broadcasts: BroadcastState[]
    ownAnswers: ReadonlySet<string>
    evidence: Map<string, string[]>
    today: Day
  },
): VerificationPage {
  const t = words.broadcasts
  const outlets = [...new Set(given.broadcasts.map(broadcast => broadcast.outletName))]
  return {
    title: t.verificationTitle,
    trail: [],
    lede: t.verificationLead,
    action: paths.verification,
    button: t.verifyChosen,
    empty: given.broadcasts.length === 0 ? t.verificationEmpty : '',
    chooseLabel: t.choose,
    columns: [t.day, t.time, t.material, t.proof, t.answer],
    groups: outlets.map(outlet => ({
      outlet,
      rows: given.broadcasts
        .filter(broadcast => broadcast.outletName === outlet)
        .map(broadcast => ({
          id: broadcast.id,
          label: `${formats.weekdayShort(broadcast.day)}, ${formats.dayMedium(broadcast.day)}`,
          href: paths.broadcast(broadcast.id),
          cells: [
            daypartText(words, formats, broadcast),
            `${broadcast.materialCode} ${broadcast.materialTitle}`,
            given.evidence.get(broadcast.id)?.join(', ') ?? t.grades.E1,
          ],
          answer: deliveryTag(words, broadcast, given.today),
          choosable: !given.ownAnswers.has(broadcast.confirmationId ?? ''),
        })),
    })),
  }
}
