import type { TargetRow, TargetTable } from '../../domain/target-table.js'
import type { Stream } from '../../domain/stream.js'
import type { Day } from '../../domain/time.js'
import { formBuilder, formWith } from '../components/fields.js'
import type {
  ChartModel,
  FiltersModel,
  PageHeadModel,
  StatModel,
  TableModel,
} from '../components/registry.js'
import type { Cell, Page } from '../page.js'
import { paths } from '../paths.js'
import { streamNames, type Texts } from '../registrations/texts.js'
import { figuresPart, type FiguresPart, type ShownFigure } from './figures.js'
import { pacePart, type PaceFacts } from './pace-part.js'
import { versionsTable, type VersionList } from './versions.js'

export interface TargetsPage extends Page {
  head: PageHeadModel
  filters: FiltersModel
  stats: StatModel[]
  chart: ChartModel | null
  table: TableModel
  tableHint: string
  versionsTitle: string
  versions: TableModel
  figures: FiguresPart
}

export interface TargetFilter {
  year: number
  /** Empty for all streams together. */
  streamId: string
}

export interface ShownTargets {
  filter: TargetFilter
  years: readonly number[]
  streams: readonly Stream[]
  table: TargetTable
  /** Null while nothing of the year is reported. */
  pace: PaceFacts | null
  versions: VersionList
  figures: readonly ShownFigure[]
  /** The names of districts by code, for figures that are of one. */
  districts: ReadonlyMap<string, string>
  mayWrite: boolean
}

export function targetsPage(texts: Texts, shown: ShownTargets): TargetsPage {
  const t = texts.words.targets
  const hasTargets = shown.table.sum.total > 0
  const pace = pacePart(texts, { ...shown, stream: streamLabel(texts, shown) })
  const propose: PageHeadModel['links'] = [
    { label: t.propose, href: paths.newTargets, tone: 'primary' },
    { label: t.split, href: paths.splitTarget, tone: 'plain' },
  ]
  return {
    title: t.title,
    trail: [],
    head: {
      title: t.title,
      lede: t.lead,
      tag: null,
      updated: '',
      links: shown.mayWrite ? propose : [],
      actions: [],
    },
    filters: filters(texts, shown),
    stats: hasTargets ? pace.stats : [],
    chart: hasTargets ? pace.chart : null,
    table: targetGrid(texts, shown),
    tableHint: shown.pace ? t.paceHint : t.noReports,
    versionsTitle: t.versions,
    versions: versionsTable(texts, shown.versions),
    figures: figuresPart(texts, shown),
  }
}

function filters(texts: Texts, { filter, years, streams }: ShownTargets): FiltersModel {
  const t = texts.words.targets
  const form = formBuilder(
    texts.words,
    formWith({ year: String(filter.year), stream: filter.streamId || 'all' }),
  )
  const names = streamNames(texts, streams, `${filter.year}-12-31`)
  return {
    action: paths.targets,
    label: t.title,
    fields: [
      form.select(
        'year',
        t.year,
        years.map(year => [String(year), String(year)]),
      ),
      form.select('stream', t.stream, [['all', t.allStreams], ...names]),
    ],
    button: t.show,
    clear: null,
    found: '',
    exports: [],
  }
}

export function streamLabel(
  texts: Texts,
  { filter, streams }: Pick<ShownTargets, 'filter' | 'streams'>,
): string {
  const names = streamNames(texts, streams, `${filter.year}-12-31`)
  return names.get(filter.streamId) ?? texts.words.targets.allStreams
}

function targetGrid(texts: Texts, shown: ShownTargets): TableModel {
  const { words, formats } = texts
  const t = words.targets
  const { table, pace } = shown
  const through = (label: string) => (pace ? `${label} ${formats.dayShort(pace.through)}` : label)
  const figures = [t.pace, through(t.realised), through(t.toDate), t.target]
  const rows = table.rows.map(row => ({ strong: false, cells: cellsOf(texts, row, pace?.through ?? null) }))
  const steps = [t.cumulative, '', '', '', '', ...table.steps.map(formats.number)]
  const foot = [
    { strong: true, cells: cellsOf(texts, table.sum, pace?.through ?? null) },
    { strong: false, cells: steps },
  ]
  return {
    caption: t.caption(streamLabel(texts, shown), String(shown.filter.year)),
    showCaption: true,
    columns: [
      { label: words.common.district, numeric: false },
      ...[...figures, ...table.months.map(formats.monthShort)].map(label => ({ label, numeric: true })),
    ],
    rows: table.sum.total > 0 ? [...rows, ...foot] : [],
    empty: t.none,
    rowHeads: true,
    grid: true,
  }
}

function cellsOf({ words, formats }: Texts, row: TargetRow, through: Day | null): Cell[] {
  const { district } = row
  const name = district
    ? { label: district.shortName, href: paths.district(district.code) }
    : words.targets.allDistricts
  const months = row.months.map(amount => (amount === null ? '' : formats.number(amount)))
  const share = row.share === null ? '' : formats.percent(row.share)
  const came =
    through === null ? ['', '', ''] : [share, formats.number(row.realised), formats.number(row.toDate)]
  return [name, ...came, formats.number(row.total), ...months]
}
