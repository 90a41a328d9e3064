/** The explorer of spikes over districts and weeks, one quarter at a time. */
import type { Spike } from '../../domain/analysis.js'
import type { District } from '../../domain/district.js'
import { addDays, type Day } from '../../domain/time.js'
import type {
  FiltersModel,
  PageHeadModel,
  PagerModel,
  TableModel,
  TabsModel,
} from '../components/registry.js'
import type { Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { chanceLines } from './chance.js'
import { filters, queryOf } from './filters.js'
import { commonTable, spikeTable } from './list.js'
import { matrix } from './matrix.js'
import type { SpikePage } from './show.js'
import type { Texts } from './texts.js'

export interface SpikesPage extends Page {
  head: PageHeadModel
  streams: TabsModel
  notSearched: string
  filters: FiltersModel
  pager: PagerModel
  matrixTitle: string
  matrix: TableModel
  matrixHint: string
  commonTitle: string
  commonLead: string
  common: TableModel
  localTitle: string
  local: TableModel
  localHint: string
  chanceTitle: string
  chance: string[]
}

export interface SpikeViews {
  'spikes/list': SpikesPage
  'spikes/show': SpikePage
}

/** What else was going on while a spike lasted, by its id, and the districts by code. */
export interface SpikeContext {
  districts: ReadonlyMap<string, District>
  sameTime: ReadonlyMap<string, string[]>
}

export interface SpikeFilter {
  streamId: string
  districtCode: string
  alertsOnly: boolean
  /** First and last day of the weeks shown. */
  from: Day
  to: Day
}

export interface SpikesFacts {
  filter: SpikeFilter
  /** Mondays of the weeks shown. */
  weeks: readonly Day[]
  hasEarlier: boolean
  hasLater: boolean
  /** Of the period and the filter: local ones and, where no district is chosen, common ones. */
  spikes: readonly Spike[]
  /** How many districts each common rise had, by its id. */
  members: ReadonlyMap<string, number>
  streams: readonly { id: string; name: string }[]
  context: SpikeContext
  /** Days on which somebody noted something, by district. */
  noted: readonly { districtCode: string | null; firstDay: Day; lastDay: Day }[]
  /** Districts the last search looked at; null while nothing was searched. */
  searchedDistricts: number | null
  updated: string
  mayFind: boolean
}

/** So many lines are read by nobody; the filter and the file lead to the rest. */
export const mostListed = 60

export function spikesPage(texts: Texts, facts: SpikesFacts): SpikesPage {
  const { words, formats } = texts
  const t = words.spikes
  const local = localOf(facts)
  return {
    title: t.title,
    trail: [],
    head: head(texts, facts),
    streams: streamTabs(texts, facts),
    notSearched: facts.searchedDistricts === null ? t.notSearched : '',
    filters: filters(texts, facts, local.length),
    pager: pager(texts, facts),
    matrixTitle: t.matrixTitle,
    ...matrix(texts, facts, local),
    commonTitle: t.commonTitle,
    commonLead: t.commonLead,
    common: commonTable(texts, facts),
    localTitle: t.windowed(formats.days(facts.filter.from, facts.filter.to)),
    local: spikeTable(texts, local.slice(0, mostListed), facts.context, {
      empty: t.none,
      showsDistrict: true,
      noted: facts.noted,
    }),
    localHint:
      local.length > mostListed ? t.listMore(formats.number(mostListed), formats.number(local.length)) : '',
    chanceTitle: t.chanceTitle,
    chance: chanceLines(texts, facts),
  }
}

/** What one district shows alone; its part in a common rise is told with that. */
export function localOf({ spikes }: Pick<SpikesFacts, 'spikes'>): Spike[] {
  return spikes.filter(spike => spike.scope === 'district' && spike.kind !== 'common-shock')
}

function head({ words }: Texts, facts: SpikesFacts): PageHeadModel {
  const t = words.spikes
  const find = { action: paths.analysesRun, label: t.find, tone: 'plain' as const, hidden: [] }
  return {
    title: t.title,
    lede: t.lead,
    tag: null,
    updated: facts.updated,
    links: [],
    actions: facts.mayFind ? [find] : [],
  }
}

function streamTabs({ words }: Texts, { streams, filter }: SpikesFacts): TabsModel {
  return {
    label: words.districts.streamTabs,
    tabs: streams.map(({ id, name }) => ({
      label: name,
      href: withQuery(paths.spikes, { stream: id }),
      current: id === filter.streamId,
      count: '',
    })),
  }
}

function pager({ words }: Texts, { filter, weeks, hasEarlier, hasLater }: SpikesFacts): PagerModel {
  const t = words.spikes
  const at = (until: Day) => withQuery(paths.spikes, { ...queryOf(filter), until })
  return {
    label: t.pager,
    newer: hasLater ? at(addDays(weeks.at(-1)!, 7 * weeks.length)) : '',
    newerLabel: t.newer,
    older: hasEarlier ? at(addDays(weeks[0]!, -7)) : '',
    olderLabel: t.older,
  }
}
