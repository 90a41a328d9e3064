import type { Spike } from '../../domain/analysis.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import { hasRun, isVerified, dayOfRun } from '../../domain/exposure.js'
import type { District } from '../../domain/district.js'
import type { FieldEvent } from '../../domain/field-event.js'
import { groupBy } from '../../domain/group.js'
import type { Holiday } from '../../domain/holiday.js'
import type { RegistrationCount } from '../../domain/registration.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { BaselineDay, RunState } from '../charts/district-time/input.js'
import { districtTimeChart } from '../charts/district-time-chart.js'
import { tileMap } from '../charts/tile-map.js'
import type { TileMark } from '../charts/tiles/input.js'
import type { ChartModel, FactsModel, PageHeadModel, TableModel, TabsModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { spikeTable, type SpikeContext } from '../spikes/pages.js'

export interface DistrictsPage extends Page {
  head: PageHeadModel
  map: ChartModel
}

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

export interface DistrictViews {
  'districts/list': DistrictsPage
  'districts/show': DistrictPage
}

export interface DistrictRow {
  district: District
  /** Self-enrolled registrations of the period per 10,000 people; null where either is not known. */
  rate: number | null
  marks: TileMark[]
}

export function districtsPage(
  words: Words,
  formats: Formats,
  given: { rows: DistrictRow[]; period: string; updated: string },
): DistrictsPage {
  const t = words.districts
  return {
    title: t.title,
    trail: [],
    head: { title: t.title, lede: t.lead, tag: null, updated: given.updated, links: [], actions: [] },
    map: districtMap(words, formats, given.rows, t.mapTitle(given.period)),
  }
}

export function districtMap(
  words: Words,
  formats: Formats,
  rows: readonly DistrictRow[],
  title: string,
): ChartModel {
  const placed = rows.filter(({ district }) => district.tileColumn !== null && district.tileRow !== null)
  return tileMap(
    { words, formats },
    {
      id: 'districts',
      title,
      measure: words.districts.mapMeasure,
      format: formats.decimal,
      tiles: placed.map(({ district, rate, marks }) => ({
        code: district.code,
        name: district.name,
        shortName: district.shortName,
        column: district.tileColumn!,
        row: district.tileRow!,
        value: rate,
        marks,
        href: paths.district(district.code),
      })),
    },
  )
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
  context: SpikeContext
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
    chart: facts.counts.length > 0 ? timeChart(words, formats, facts) : null,
    none: facts.counts.length > 0 ? '' : t.noData,
    facts: districtFacts(words, formats, facts),
    spikesTitle: t.spikesTitle,
    spikes: spikeTable(words, formats, facts.spikes, facts.context, {
      empty: t.spikesNone,
      showsDistrict: false,
    }),
  }
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

function timeChart(words: Words, formats: Formats, facts: DistrictFacts): ChartModel {
  const stream = facts.streams.find(({ id }) => id === facts.streamId)?.name ?? ''
  const notes = words.districts.baselineNotes
  return districtTimeChart(
    { words, formats },
    {
      id: 'registrations',
      title: words.districts.chartTitle(stream, facts.district.shortName),
      first: facts.first,
      last: facts.last,
      counts: facts.counts.map(({ day, spanDays, count }) => ({ day, spanDays, count })),
      baseline: facts.baseline,
      baselineNote:
        facts.baselineStatus === 'ok' ? '' : (notes[facts.baselineStatus as keyof typeof notes] ?? ''),
      spikes: facts.spikes.map(({ firstDay, lastDay, level, kind, excess }) => ({
        firstDay,
        lastDay,
        level,
        kind,
        excess,
      })),
      lanes: [...groupBy(facts.broadcasts, broadcast => broadcast.campaignName)].map(
        ([label, broadcasts]) => ({
          label,
          runs: broadcasts.map(broadcast => ({ day: dayOfRun(broadcast), state: runState(broadcast) })),
        }),
      ),
      fieldEvents: facts.fieldEvents.map(({ title, firstDay, lastDay }) => ({
        label: title,
        firstDay,
        lastDay,
      })),
      holidays: facts.holidays.map(holiday => ({
        day: holiday.day,
        label: formats.language === 'id' ? holiday.nameId : holiday.nameEn,
      })),
      incompleteFrom: facts.incompleteFrom ?? '',
    },
  )
}

function runState(broadcast: BroadcastState): RunState {
  if (isVerified(broadcast)) return 'verified'
  if (hasRun(broadcast)) return 'confirmed'
  return broadcast.answer === 'did-not-run' ? 'missed' : 'planned'
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
