import type { BroadcastState } from '../../domain/broadcast.js'
import type { Campaign } from '../../domain/campaign.js'
import { chosenBroadcasts, gradeCounts, type DeliveryChoice } from '../../domain/delivery-choice.js'
import { deliveryColumns } from '../../domain/delivery.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { campaignHead, campaignTrail, type CampaignHead } from '../campaigns/head.js'
import type { PagerModel, TableModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { boardTable } from './delivery-board.js'
import { broadcastTable, choiceText, deliveryPath, listPager, pageSize } from './delivery-list.js'
import { gradeTable, ruleTable } from './delivery-rules.js'

export interface DeliveryPage extends Page {
  head: CampaignHead
  lede: string
  grade: string
  board: TableModel
  grades: TableModel
  rulesLead: string
  rules: TableModel
  listTitle: string
  filterLabel: string
  filters: (LinkTo & { current: boolean })[]
  /** What the list is narrowed to beside its state, and the way back to all. */
  narrowed: string
  all: LinkTo | null
  list: TableModel
  pager: PagerModel
}

export interface DeliveryFacts {
  campaign: Campaign
  broadcasts: BroadcastState[]
  /** Orders whose latest sent version was accepted. */
  acceptedOrders: ReadonlySet<string>
  today: Day
  choice: DeliveryChoice
  page: number
}

export function deliveryPage(words: Words, formats: Formats, facts: DeliveryFacts): DeliveryPage {
  const t = words.delivery
  const { campaign, broadcasts, today, choice } = facts
  const chosen = chosenBroadcasts(broadcasts, choice, today)
  const first = (facts.page - 1) * pageSize
  const filter = (state: DeliveryChoice['state'], label: string) => ({
    label,
    href: deliveryPath(campaign.id, { ...choice, state }),
    current: choice.state === state,
  })
  const narrowed = choiceText(words, formats, broadcasts, choice)
  return {
    title: `${campaign.name}: ${t.title}`,
    trail: campaignTrail(words),
    head: campaignHead(words, formats, { campaign, today, face: 'delivery' }),
    lede: t.lead,
    grade: gradeText(words, formats, broadcasts, today),
    board: boardTable(words, formats, facts),
    grades: gradeTable(words, formats, facts),
    rulesLead: words.tolerances.lead,
    rules: ruleTable(words, formats, facts),
    listTitle: t.broadcasts,
    filterLabel: t.filterState,
    filters: [
      filter(null, words.common.all),
      ...deliveryColumns.map(state => filter(state, t.statusNames[state])),
    ],
    narrowed,
    all: narrowed ? { label: t.showAll, href: deliveryPath(campaign.id, {}) } : null,
    list: broadcastTable(words, formats, chosen.slice(first, first + pageSize), today),
    pager: listPager(words, formats, facts, chosen.length),
  }
}

/** "Verified at E2 or better", of everything that was ordered and is past. */
function gradeText(
  { delivery: t }: Words,
  formats: Formats,
  broadcasts: readonly BroadcastState[],
  today: Day,
): string {
  const { past, verified } = gradeCounts(broadcasts, today)
  const proven = verified.find(({ grade }) => grade === 'E2')!.orBetter
  return past === 0 ? t.gradeNone : t.gradeShare(formats.percent(proven / past))
}
