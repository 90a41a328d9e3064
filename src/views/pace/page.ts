/** The pace board: the answer first, then how sure it is, then district by district. */
import type {
  ChartModel,
  FiltersModel,
  PageHeadModel,
  StatModel,
  TableModel,
} from '../components/registry.js'
import { withPictures } from '../charts/pictures.js'
import { formBuilder, formWith } from '../components/fields.js'
import type { Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { streamNames, type Texts } from '../registrations/texts.js'
import { alarmSentences } from '../targets/figures.js'
import { incompletePart } from './incomplete.js'
import { paceAnswer, paceChartOf, paceStats } from './answer.js'
import type { ShownPace } from './shown.js'
import { paceTable } from './table.js'

export interface PacePage extends Page {
  head: PageHeadModel
  filters: FiltersModel
  alarms: string[]
  stats: StatModel[]
  chart: ChartModel | null
  table: TableModel
  tableHint: string
  incomplete: { title: string; lede: string; table: TableModel } | null
}

export function pacePage(texts: Texts, shown: ShownPace): PacePage {
  const { words, formats } = texts
  const t = words.pace
  const { filter, board } = shown
  const branch = shown.branches.find(({ id }) => id === filter.branchId)
  const title = branch ? t.titleOf(branch.name) : t.title
  return {
    title,
    trail: branch ? [{ label: t.title, href: paths.pace }] : [],
    head: {
      title,
      lede: paceAnswer(texts, shown),
      tag: null,
      updated: filter.asOf
        ? t.knownOn(formats.day(filter.asOf))
        : words.common.updated(formats.day(shown.through)),
      links: [
        {
          label: words.navigation.targets,
          href: withQuery(paths.targets, { year: filter.year }),
          tone: 'plain',
        },
      ],
      actions: [],
    },
    filters: filters(texts, shown),
    alarms: shown.figures.flatMap(figure => alarmSentences(texts, figure)),
    stats: paceStats(texts, shown),
    chart:
      board.whole.pace.target > 0
        ? withPictures(words, paceChartOf(texts, shown), kind => paceAddress(shown, kind))
        : null,
    table: paceTable(texts, shown),
    tableHint: shown.forecastOf
      ? t.hint(formats.day(shown.forecastOf.day), formats.number(shown.forecastOf.backTests))
      : t.noForecast,
    incomplete: incompletePart(texts, shown),
  }
}

function paceAddress({ filter }: ShownPace, kind: string): string {
  const { year, month, streamId, branchId, asOf } = filter
  const query = { year, month: month ?? '', stream: streamId, branch: branchId ?? '', asOf: asOf ?? '' }
  return withQuery(paths.pacePicture(kind), query)
}

function filters(texts: Texts, shown: ShownPace): FiltersModel {
  const { words, formats } = texts
  const t = words.pace
  const { filter, years, streams, branches } = shown
  const form = formBuilder(
    words,
    formWith({
      year: String(filter.year),
      month: String(filter.month ?? ''),
      stream: filter.streamId,
      branch: filter.branchId ?? '',
      asOf: filter.asOf ?? '',
    }),
  )
  const months = Array.from({ length: 12 }, (_, i): [string, string] => [
    String(i + 1),
    formats.month(`${filter.year}-${String(i + 1).padStart(2, '0')}`),
  ])
  const names = streamNames(texts, streams, `${filter.year}-12-31`)
  const ofBranch: [string, string][] = branches.map(({ id, name }) => [id, name])
  const query = {
    year: filter.year,
    month: filter.month ?? '',
    stream: filter.streamId,
    branch: filter.branchId ?? '',
    asOf: filter.asOf ?? '',
  }
  return {
    action: paths.pace,
    label: t.title,
    fields: [
      form.select(
        'year',
        words.targets.year,
        years.map(year => [String(year), String(year)]),
      ),
      form.select('month', t.until, [['', t.asFarAsComplete], ...months]),
      form.select('stream', words.targets.stream, [['', words.targets.allStreams], ...names]),
      ...(branches.length > 1 ? [form.select('branch', t.branch, [['', t.allBranches], ...ofBranch])] : []),
      form.input('asOf', t.asOf, { kind: 'date', optional: true }),
    ],
    button: words.targets.show,
    clear: null,
    found: '',
    exports: [{ label: t.csv, href: withQuery(paths.paceCsv, query) }],
  }
}
