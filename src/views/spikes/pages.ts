import type { Spike } from '../../domain/analysis.js'
import type { District } from '../../domain/district.js'
import type { Words } from '../../language/words.js'
import type { PageHeadModel, TableModel, TabsModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Cell, Page } from '../page.js'
import { paths, withQuery } from '../paths.js'

export interface SpikesPage extends Page {
  head: PageHeadModel
  streams: TabsModel
  notSearched: string
  commonTitle: string
  commonLead: string
  common: TableModel
  localTitle: string
  local: TableModel
}

export interface SpikeViews {
  'spikes/list': SpikesPage
}

/** What else was going on while a spike lasted, by its id, and the districts by code. */
export interface SpikeContext {
  districts: Map<string, District>
  sameTime: Map<string, string[]>
}

export interface SpikesFacts {
  spikes: Spike[]
  streams: { id: string; name: string }[]
  streamId: string
  context: SpikeContext
  /** Districts the last search looked at; null while nothing was searched. */
  searchedDistricts: number | null
  updated: string
  mayFind: boolean
}

export function spikesPage(words: Words, formats: Formats, facts: SpikesFacts): SpikesPage {
  const t = words.spikes
  const common = facts.spikes.filter(spike => spike.scope === 'common')
  const local = facts.spikes.filter(spike => spike.scope === 'district' && spike.kind !== 'common-shock')
  const find = { action: paths.analysesRun, label: t.find, tone: 'plain' as const, hidden: [] }
  return {
    title: t.title,
    trail: [],
    head: {
      title: t.title,
      lede: t.lead,
      tag: null,
      updated: facts.updated,
      links: [],
      actions: facts.mayFind ? [find] : [],
    },
    streams: {
      label: words.districts.streamTabs,
      tabs: facts.streams.map(({ id, name }) => ({
        label: name,
        href: withQuery(paths.spikes, { stream: id }),
        current: id === facts.streamId,
        count: '',
      })),
    },
    notSearched: facts.searchedDistricts === null ? t.notSearched : '',
    commonTitle: t.commonTitle,
    commonLead: t.commonLead,
    common: commonTable(words, formats, common, facts),
    localTitle: t.localTitle,
    local: spikeTable(words, formats, local, facts.context, { empty: t.none, showsDistrict: true }),
  }
}

function commonTable(
  words: Words,
  formats: Formats,
  common: readonly Spike[],
  facts: SpikesFacts,
): TableModel {
  const t = words.spikes
  return table(
    t.commonTitle,
    [t.when, numeric(t.observed), numeric(t.expected), numeric(t.excess), t.sameTime],
    common.map(spike => [
      formats.days(spike.firstDay, spike.lastDay),
      formats.number(spike.observed),
      formats.number(spike.expected),
      formats.number(spike.excess),
      sameTimeText(words, facts.context, spike, affected(words, formats, spike, facts)),
    ]),
    { empty: t.none },
  )
}

function affected(
  words: Words,
  formats: Formats,
  shock: Spike,
  { spikes, searchedDistricts }: SpikesFacts,
): string {
  const count = new Set(spikes.filter(spike => spike.commonId === shock.id).map(spike => spike.districtCode))
    .size
  return words.spikes.districtsOf(formats.number(count), formats.number(searchedDistricts ?? 0))
}

export function spikeTable(
  words: Words,
  formats: Formats,
  spikes: readonly Spike[],
  context: SpikeContext,
  options: { empty: string; showsDistrict: boolean },
): TableModel {
  const t = words.spikes
  const district = (spike: Spike): Cell => {
    const code = spike.districtCode ?? ''
    return {
      label: context.districts.get(code)?.shortName ?? code,
      href: withQuery(paths.district(code), { stream: spike.streamId }),
    }
  }
  return table(
    t.localTitle,
    [
      ...(options.showsDistrict ? [t.district] : []),
      t.when,
      numeric(t.observed),
      numeric(t.expected),
      numeric(t.excess),
      t.level,
      t.kind,
      t.sameTime,
    ],
    spikes.map(spike => [
      ...(options.showsDistrict ? [district(spike)] : []),
      formats.days(spike.firstDay, spike.lastDay),
      formats.number(spike.observed),
      formats.number(spike.expected),
      t.excessRange(formats.number(spike.low), formats.number(spike.high)),
      { tag: { label: t.levels[spike.level], tone: spike.level === 'alert' ? 'bad' : 'wait' } },
      t.kinds[spike.kind],
      sameTimeText(words, context, spike, ''),
    ]),
    { empty: options.empty },
  )
}

function sameTimeText(words: Words, { sameTime }: SpikeContext, spike: Spike, first: string): string {
  const items = [first, ...(sameTime.get(spike.id) ?? [])].filter(Boolean)
  return items.length > 0 ? items.join('; ') : words.spikes.nothingKnown
}
