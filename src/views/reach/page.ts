/** The reach board: what was heard where, what it cost, and where every figure comes from. */
import type { AudienceHabit } from '../../domain/audience.js'
import type { Campaign } from '../../domain/campaign.js'
import type { District } from '../../domain/district.js'
import type { Coverage, Medium } from '../../domain/outlet.js'
import type { DistrictReach } from '../../domain/reach.js'
import type { PeopleReached, ReachCost } from '../../domain/reach-cost.js'
import type { Words } from '../../language/words.js'
import { withPictures } from '../charts/pictures.js'
import { formBuilder, formWith } from '../components/fields.js'
import type {
  ChartModel,
  FactsModel,
  FiltersModel,
  PageHeadModel,
  StatModel,
  TableModel,
} from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { inputFacts, habitTable } from './inputs.js'
import { reachMap } from './map.js'
import { reachStats } from './stats.js'
import { campaignTable, districtTable, mediumTable } from './tables.js'

export interface ReachPage extends Page {
  head: PageHeadModel
  filters: FiltersModel
  stats: StatModel[]
  map: ChartModel
  districtsTitle: string
  districts: TableModel
  districtsHint: string
  silentTitle: string
  silent: { label: string; districts: LinkTo[] }[]
  silentNone: string
  campaignsTitle: string
  campaigns: TableModel | null
  mediaTitle: string
  media: TableModel
  inputsTitle: string
  inputs: FactsModel
  habitsTitle: string
  habitsLead: string
  habits: TableModel
  methodTitle: string
  method: readonly string[]
}

export interface ReachViews {
  'reach/show': ReachPage
}

export interface ReachFilter {
  year: number
  campaignId: string
}

export interface ReachFacts {
  filter: ReachFilter
  years: readonly number[]
  campaigns: readonly Campaign[]
  districts: ReadonlyMap<string, District>
  reach: readonly DistrictReach[]
  people: PeopleReached
  cost: ReachCost
  /** One entry per campaign of the year; empty where one campaign is shown. */
  byCampaign: readonly CampaignReach[]
  coverage: readonly Coverage[]
  habits: Record<Medium, AudienceHabit>
  broadcasts: number
  mayKeepHabits: boolean
}

export interface CampaignReach {
  id: string
  name: string
  people: PeopleReached
  cost: ReachCost
  grossRatingPoints: number
}

export interface Texts {
  words: Words
  formats: Formats
}

export function reachPage(texts: Texts, facts: ReachFacts): ReachPage {
  const t = texts.words.reach
  return {
    title: t.title,
    trail: [],
    head: { title: t.title, lede: t.lead, tag: null, updated: '', links: [], actions: [] },
    filters: filters(texts, facts),
    stats: reachStats(texts, facts),
    map: withPictures(texts.words, reachMap(texts, facts, t.mapTitle(subject(texts, facts))), kind =>
      withQuery(paths.reachPicture(kind), { year: facts.filter.year, campaign: facts.filter.campaignId }),
    ),
    districtsTitle: t.districtsTitle,
    districts: districtTable(texts, facts),
    districtsHint: t.districtsHint,
    silentTitle: t.silentTitle,
    ...silentLists(texts, facts),
    campaignsTitle: t.campaignsTitle,
    campaigns: facts.byCampaign.length > 0 ? campaignTable(texts, facts) : null,
    mediaTitle: t.mediaTitle,
    media: mediumTable(texts, facts),
    inputsTitle: t.inputsTitle,
    inputs: inputFacts(texts, facts),
    habitsTitle: t.habitsTitle,
    habitsLead: t.habitsLead,
    habits: habitTable(texts, facts),
    methodTitle: t.methodTitle,
    method: t.method,
  }
}

function filters({ words, formats }: Texts, { filter, years, campaigns, broadcasts }: ReachFacts) {
  const t = words.reach
  const form = formBuilder(words, formWith({ year: String(filter.year), campaign: filter.campaignId }))
  const exports = [
    {
      label: t.csv,
      href: withQuery(paths.reachCsv, { year: filter.year, campaign: filter.campaignId }),
    },
  ]
  return {
    action: paths.reach,
    label: t.title,
    fields: [
      form.select(
        'year',
        t.year,
        years.map(year => [String(year), String(year)] as const),
      ),
      form.select('campaign', t.campaign, [
        ['', t.allCampaigns],
        ...campaigns.map(({ id, name }) => [id, name] as const),
      ]),
    ],
    button: words.common.filter,
    clear: filter.campaignId ? { label: words.common.clearFilter, href: paths.reach } : null,
    found: t.found(formats.number(broadcasts)),
    exports,
  }
}

/** What the figures are about: a campaign by its name, or a year. */
export function subject(_: Texts, { filter, campaigns }: ReachFacts): string {
  return campaigns.find(({ id }) => id === filter.campaignId)?.name ?? String(filter.year)
}

function silentLists({ words }: Texts, { reach, districts }: ReachFacts) {
  const t = words.reach
  const links = (rows: readonly DistrictReach[]) =>
    rows.map(({ districtCode }) => ({
      label: districts.get(districtCode)?.shortName ?? districtCode,
      href: paths.district(districtCode),
    }))
  const unplanned = reach.filter(({ heard }) => heard.planned.exposure === 0)
  const unproven = reach.filter(({ heard }) => heard.planned.exposure > 0 && heard.verified.exposure === 0)
  const silent = [
    { label: t.silentPlanned, districts: links(unplanned) },
    { label: t.silentUnproven, districts: links(unproven) },
  ].filter(list => list.districts.length > 0)
  return { silent, silentNone: silent.length === 0 ? t.silentNone : '' }
}
