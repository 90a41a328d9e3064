import type { BroadcastState } from '../../domain/broadcast.js'
import type { Campaign } from '../../domain/campaign.js'
import { deliveryColumns, deliveryCounts, deliveryStatus } from '../../domain/delivery.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { campaignHead, campaignTrail, type CampaignHead } from '../campaigns/head.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import type { LinkTo, Page } from '../page.js'
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
    { empty: t.none, grid: true },
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
