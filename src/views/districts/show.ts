import type { Spike } from '../../domain/analysis.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import { hasRun } from '../../domain/exposure.js'
import type { District } from '../../domain/district.js'
import type { FieldEvent } from '../../domain/field-event.js'
import type { Holiday } from '../../domain/holiday.js'
import type { EmployerLot } from '../../domain/employer-lot.js'
import type { PeriodForecast } from '../../domain/reporting-delay.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { BaselineDay, Count } from '../charts/district-time/input.js'
import { withPictures } from '../charts/pictures.js'
import type { ChartModel, FactsModel, PageHeadModel, TableModel, TabsModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { spikeTable, type Noted } from '../spikes/list.js'
import type { SpikeContext } from '../spikes/pages.js'
import { timeChart } from './chart.js'
import { captionOf, exportLinks, figuresTable, type ShownFigures } from './figures.js'
import { choiceTabs, queryOf, streamLabel, type StreamChoice } from './tabs.js'

export interface DistrictPage extends Page {
  head: PageHeadModel
  streams: TabsModel
  periods: TabsModel
  heading: string
  chart: ChartModel | null
  none: string
  facts: FactsModel
  figuresTitle: string
  figures: TableModel
  exports: LinkTo[]
  spikesTitle: string
  spikes: TableModel
}

export interface DistrictFacts extends StreamChoice {
  district: District
  neighbours: District[]
  first: Day
  last: Day
  counts: readonly Count[]
  lots: readonly EmployerLot[]
  figures: ShownFigures
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
    ...choiceTabs(words, paths.district(district.code), facts),
    heading: t.heading,
    chart: facts.counts.length > 0 ? chartWithFiles(words, formats, facts) : null,
    none: facts.counts.length > 0 ? '' : t.noData,
    figuresTitle: t.figuresTitle,
    figures: figuresTable({ words, formats }, facts.figures, captionOf(words, formats, facts)),
    exports: exportLinks(words, facts, code => paths.districtFigures(district.code, code)),
    facts: districtFacts(words, formats, facts),
    spikesTitle: t.spikesTitle,
    spikes: spikeTable({ words, formats }, facts.spikes, facts.context, {
      noted: facts.noted,
      empty: t.spikesNone,
      showsDistrict: false,
    }),
  }
}

function chartWithFiles(words: Words, formats: Formats, facts: DistrictFacts): ChartModel {
  const chart = timeChart(words, formats, { ...facts, stream: streamLabel(words, facts) })
  const address = (kind: string) => paths.districtPicture(facts.district.code, kind)
  return withPictures(words, chart, kind => withQuery(address(kind), queryOf(facts)))
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
