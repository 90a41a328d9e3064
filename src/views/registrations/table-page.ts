import type { DistrictChange } from '../../domain/district-map.js'
import type { Figure, RegistrationTable } from '../../domain/registration-table.js'
import { bucketKinds, type BucketKind } from '../../domain/registration-table.js'
import type { Stream } from '../../domain/stream.js'
import type { Day, Instant } from '../../domain/time.js'
import { monthOf } from '../../domain/time.js'
import { mapChoices, mapNotes } from './table-map.js'
import { formBuilder, formWith } from '../components/fields.js'
import type { FiltersModel, TableModel } from '../components/registry.js'
import type { Cell, LinkTo, Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { importsTable, uploadForm, type ImportList, type UploadModel } from './imports-page.js'
import { coverageSentence, coveredShare, streamNames, type Texts } from './texts.js'

export interface RegistrationsPage extends Page {
  lede: string
  updated: string
  mapNotes: string[]
  filters: FiltersModel
  table: TableModel
  upload: UploadModel | null
  importsTitle: string
  imports: TableModel
  allImports: LinkTo
}

export interface TableFilter {
  year: number
  /** Empty for all streams together. */
  streamId: string
  by: BucketKind
  /** As it was typed: a day, a moment, or nothing. */
  asOf: string
  /** The day whose map the figures are told on; empty for each its own. */
  map: Day
}

export interface ShownTable {
  filter: TableFilter
  years: readonly number[]
  streams: readonly Stream[]
  table: RegistrationTable
  /** The days between which reports are expected; null while nothing is known. */
  period: { from: Day; to: Day } | null
  knownAt: Instant | null
  changes: readonly DistrictChange[]
  /** Short names of all districts, of other times too. */
  names: ReadonlyMap<string, string>
}

export function registrationsPage(texts: Texts, shown: ShownTable, list: ImportList): RegistrationsPage {
  const { words, formats } = texts
  const t = words.registrations
  const known = shown.knownAt ? formats.instant(shown.knownAt) : ''
  return {
    title: t.title,
    trail: [],
    lede: t.lead,
    updated: known && (shown.filter.asOf ? t.asOfShown(known) : words.common.updated(known)),
    mapNotes: mapNotes(texts, shown),
    filters: filters(texts, shown),
    table: registrationsTable(texts, shown),
    upload: list.mayImport ? uploadForm(texts) : null,
    importsTitle: t.imports,
    imports: importsTable(texts, list),
    allImports: { label: t.allImports, href: paths.registrationImports },
  }
}

function filters({ words, formats }: Texts, shown: ShownTable): FiltersModel {
  const { filter, years, streams } = shown
  const t = words.registrations
  const form = formBuilder(
    words,
    formWith({
      year: String(filter.year),
      stream: filter.streamId || 'all',
      by: filter.by,
      asOf: filter.asOf,
      map: filter.map,
    }),
  )
  const names = streamNames({ words, formats }, streams, `${filter.year}-12-31`)
  return {
    action: paths.registrations,
    label: t.title,
    fields: [
      form.select(
        'year',
        t.year,
        years.map(year => [String(year), String(year)]),
      ),
      form.select('stream', t.stream, [...names, ['all', t.allStreams]]),
      form.select(
        'by',
        t.by,
        bucketKinds.map(kind => [kind, t.byNames[kind]]),
      ),
      form.input('asOf', t.asOf, { kind: 'date', optional: true }),
      ...(shown.changes.length > 0 ? [form.select('map', t.map, mapChoices({ words, formats }, shown))] : []),
    ],
    button: t.show,
    clear: null,
    found: foundText({ words, formats }, shown),
    exports: [
      { label: t.exportCsv, href: withQuery(paths.registrationsCsv, queryOf(filter)) },
      { label: t.exportCounts, href: withQuery(paths.registrationCounts, queryOf(filter)) },
    ],
  }
}

export function queryOf({ year, streamId, by, asOf, map }: TableFilter): Record<string, string | number> {
  return { year, stream: streamId || 'all', by, asOf, map }
}

/** No total stands without how much of it is reported. */
function foundText(texts: Texts, { table, period }: ShownTable): string {
  if (!period) return ''
  const { words, formats } = texts
  const days = words.registrations.period(formats.day(period.from), formats.day(period.to))
  return `${coverageSentence(texts, table.sum.coverage)} ${days}`
}

function registrationsTable(texts: Texts, shown: ShownTable): TableModel {
  const { words, formats } = texts
  const t = words.registrations
  const { table } = shown
  const column = (label: string) => ({ label, numeric: true })
  const cells = (figures: readonly Figure[]) => figures.map(one => figureCell(texts, one))
  const rows = table.rows.map(row => ({
    strong: false,
    cells: [
      { label: row.district.shortName, href: paths.district(row.district.code) },
      ...cells([...row.figures, row.sum]),
      coveredShare(texts, row.sum.coverage),
    ],
  }))
  const foot = {
    strong: true,
    cells: [t.allDistricts, ...cells([...table.foot, table.sum]), coveredShare(texts, table.sum.coverage)],
  }
  const nothing = table.rows.length === 0 || table.sum.total === null
  return {
    caption: captionOf(texts, shown),
    showCaption: true,
    columns: [
      { label: words.common.district, numeric: false },
      ...bucketLabels(formats, shown).map(column),
      column(words.common.total),
      column(t.coverage),
    ],
    rows: nothing ? [] : [...rows, foot],
    empty: emptyText(words, shown),
    rowHeads: true,
    grid: true,
  }
}

function emptyText({ registrations: t }: Texts['words'], { period, filter }: ShownTable): string {
  if (period) return t.noneThisYear
  return filter.asOf ? t.noneThen : t.none
}

/** A figure of which part is not reported carries the part that is; one of which nothing is reported is no zero. */
function figureCell(texts: Texts, { total, coverage }: Figure): Cell {
  const { words, formats } = texts
  if (total === null) return coverage.expected === 0 ? '' : words.registrations.notReported
  const number = formats.number(total)
  return coverage.reported < coverage.expected
    ? { strong: number, soft: coveredShare(texts, coverage), to: '' }
    : number
}

export function bucketLabels(formats: Texts['formats'], { table, filter }: ShownTable): string[] {
  return table.buckets.map(({ start }) =>
    filter.by === 'month' ? formats.monthShort(monthOf(start)) : formats.dayShort(start),
  )
}

export function captionOf(texts: Texts, { filter, streams }: ShownTable): string {
  const t = texts.words.registrations
  const names = streamNames(texts, streams, `${filter.year}-12-31`)
  return t.caption(names.get(filter.streamId) ?? t.allStreams, String(filter.year))
}
