import type { Analysis } from '../../domain/analysis.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import type { Campaign } from '../../domain/campaign.js'
import { deliveryCounts } from '../../domain/delivery.js'
import { groupBy } from '../../domain/group.js'
import type { Day } from '../../domain/time.js'
import type { Verdict } from '../../domain/verdict.js'
import type { Words } from '../../language/words.js'
import type { ChartModel, PageHeadModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import { districtMap, type DistrictRow } from '../districts/list.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import { verdictTones } from '../results/history.js'
import { headline } from '../results/stream.js'
import type { SetUpModel } from './set-up.js'
import { overviewPace, type OverviewPace, type PaceFacts } from './pace.js'

export interface OverviewPage extends Page {
  head: PageHeadModel
  setUp: SetUpModel | null
  pace: OverviewPace
  verdicts: { title: string; items: { campaign: LinkTo; tag: Tag; range: string }[]; none: string }
  delivery: { title: string; lede: string; table: TableModel }
  silent: { title: string; lede: string; districts: LinkTo[]; none: string }
  map: { title: string; chart: ChartModel }
}

export interface OverviewFacts {
  officeName: string
  setUp: SetUpModel | null
  today: Day
  pace: PaceFacts
  verdicts: { campaign: Campaign; analysis: Analysis; verdict: Verdict }[]
  /** Broadcasts of campaigns that are live or ended in the last weeks. */
  broadcasts: BroadcastState[]
  rows: DistrictRow[]
  period: string
}

export function overviewPage(words: Words, formats: Formats, facts: OverviewFacts): OverviewPage {
  const t = words.home
  return {
    title: t.overviewTitle(facts.officeName),
    trail: [],
    head: {
      title: t.overviewTitle(facts.officeName),
      lede: t.overviewLead(formats.dayWithWeekday(facts.today)),
      tag: null,
      updated: '',
      links: [],
      actions: [],
    },
    setUp: facts.setUp,
    pace: overviewPace(words, formats, facts.pace),
    verdicts: {
      title: t.verdictsTitle,
      items: facts.verdicts.map(entry => verdictEntry(words, formats, entry)),
      none: facts.verdicts.length === 0 ? t.verdictsNone : '',
    },
    delivery: { title: t.deliveryTitle, lede: t.deliveryLead, table: deliveryTable(words, formats, facts) },
    silent: silentDistricts(words, facts.rows),
    map: {
      title: t.mapTitle,
      chart: districtMap(words, formats, facts.rows, words.districts.mapTitle(facts.period)),
    },
  }
}

function verdictEntry(
  words: Words,
  formats: Formats,
  { campaign, verdict }: OverviewFacts['verdicts'][number],
): OverviewPage['verdicts']['items'][number] {
  const shown = verdict.kind === 'strong' || verdict.kind === 'indication'
  return {
    campaign: { label: campaign.name, href: paths.campaignResult(campaign.id) },
    tag: { label: words.verdicts[verdict.kind], tone: verdictTones[verdict.kind] },
    range: shown ? headline(words, formats, verdict) : '',
  }
}

function deliveryTable(words: Words, formats: Formats, { broadcasts, today }: OverviewFacts): TableModel {
  const t = words.delivery
  const shown = ['verified', 'confirmed', 'no-answer', 'missed', 'disputed', 'planned'] as const
  const ordered = broadcasts.filter(broadcast => !broadcast.withdrawnAt)
  const rows = [...groupBy(ordered, broadcast => broadcast.campaignId)].map(([id, runs]) => {
    const counts = deliveryCounts(runs, today)
    const campaign = { label: runs[0]!.campaignName, href: paths.campaignDelivery(id) }
    return [campaign, ...[runs.length, ...shown.map(status => counts[status])].map(formats.number)]
  })
  return table(
    words.home.deliveryTitle,
    [words.orders.campaign, numeric(t.ordered), ...shown.map(status => numeric(t.statusNames[status]))],
    rows,
    { empty: t.none, grid: true },
  )
}

function silentDistricts(words: Words, rows: readonly DistrictRow[]): OverviewPage['silent'] {
  const t = words.home
  const silent = rows.filter(row => row.marks.includes('silent'))
  return {
    title: t.silentTitle,
    lede: silent.length > 0 ? t.silentLead : '',
    districts: silent.map(({ district }) => ({
      label: district.shortName,
      href: paths.district(district.code),
    })),
    none: silent.length === 0 ? t.silentNone : '',
  }
}
