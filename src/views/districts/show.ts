import type { Spike } from '../../domain/analysis.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import { hasRun } from '../../domain/exposure.js'
import type { District } from '../../domain/district.js'
import type { FieldEvent } from '../../domain/field-event.js'
import type { Holiday } from '../../domain/holiday.js'
import type { RegistrationCount } from '../../domain/registration.js'
import type { PeriodForecast } from '../../domain/reporting-delay.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { BaselineDay } from '../charts/district-time/input.js'
import type { ChartModel, FactsModel, PageHeadModel, TableModel, TabsModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { spikeTable, type Noted } from '../spikes/list.js'
import type { SpikeContext } from '../spikes/pages.js'
import { timeChart } from './chart.js'

export interface DistrictPage extends Page {
  head: PageHeadModel
  streams: TabsModel
  periods: TabsModel
  heading: string
  chart: ChartModel | null
  none: string
  facts: FactsModel
  spikesTitle: string
  spikes: TableModel
}

export const periodDays = { quarter: 91, half: 182, year: 365, two: 730 } as const

export type PeriodName = keyof typeof periodDays

export interface DistrictFacts {
  district: District
  neighbours: District[]
  streams: { id: string; name: string }[]
  streamId: string
  period: PeriodName
  first: Day
  last: Day
  counts: RegistrationCount[]
  baseline: BaselineDay[]
  baselineStatus: string
  spikes: Spike[]
  broadcasts: BroadcastState[]
  fieldEvents: FieldEvent[]
  holidays: Holiday[]
  incompleteFrom: Day | null
  /** Days that are still coming in, with what to expect of them. */
  periods: PeriodForecast[]
  context: SpikeContext
  noted: readonly Noted[]
  updated: string
}

export function districtPage(words: Words, formats: Formats, facts: DistrictFacts): DistrictPage {
  const t = words.districts
  const { district } = facts
  const code = district.bpsCode ? t.code(district.code, district.bpsCode) : district.code
  return {
    title: district.name,
    trail: [{ label: t.title, href: paths.districts }],
    head: { title: district.name, lede: code, tag: null, updated: facts.updated, links: [], actions: [] },
    streams: tabs(
      facts,
      t.streamTabs,
      facts.streams.map(({ id, name }) => [id, name]),
      'stream',
    ),
    periods: tabs(facts, t.periodTabs, Object.entries(t.periods), 'period'),
    heading: t.heading,
    chart: facts.counts.length > 0 ? timeChart(words, formats, { ...facts, stream: streamOf(facts) }) : null,
    none: facts.counts.length > 0 ? '' : t.noData,
    facts: districtFacts(words, formats, facts),
    spikesTitle: t.spikesTitle,
    spikes: spikeTable({ words, formats }, facts.spikes, facts.context, {
      noted: facts.noted,
      empty: t.spikesNone,
      showsDistrict: false,
    }),
  }
}

function streamOf({ streams, streamId }: DistrictFacts): string {
  return streams.find(({ id }) => id === streamId)?.name ?? ''
}

function tabs(
  facts: DistrictFacts,
  label: string,
  pairs: readonly (readonly [string, string])[],
  name: 'stream' | 'period',
): TabsModel {
  const chosen = { stream: facts.streamId, period: facts.period }
  return {
    label,
    tabs: pairs.map(([value, text]) => ({
      label: text,
      href: withQuery(paths.district(facts.district.code), { ...chosen, [name]: value }),
      current: chosen[name] === value,
      count: '',
    })),
  }
}

function districtFacts(words: Words, formats: Formats, facts: DistrictFacts): FactsModel {
  const t = words.districts
  const { district } = facts
  const campaigns = [...new Set(facts.broadcasts.filter(hasRun).map(broadcast => broadcast.campaignName))]
  const population = district.population === null ? '–' : formats.number(district.population)
  return {
    facts: [
      {
        label: district.populationYear ? t.populationOf(String(district.populationYear)) : t.population,
        value: population,
      },
      { label: t.capital, value: district.capital || '–' },
      {
        label: t.neighbours,
        value: facts.neighbours.map(neighbour => neighbour.shortName).join(', ') || '–',
      },
      { label: t.onAir, value: campaigns.join(', ') || '–' },
    ],
  }
}
