/** Registrations beside those of a year before, as a table and as the very same figures for a file. */
import type { District } from '../../domain/district.js'
import type { FigureLine } from '../../domain/district-figures.js'
import { coverageShare } from '../../domain/registration-coverage.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { Cell, LinkTo } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { queryOf, streamLabel, type StreamChoice } from './tabs.js'

interface Texts {
  words: Words
  formats: Formats
}

export interface ShownFigures {
  by: 'district' | 'time'
  base: 'workingAge' | 'population'
  first: Day
  last: Day
  rows: { district?: District; period?: { first: Day; last: Day }; line: FigureLine }[]
  sum: FigureLine
}

export function figuresTable(texts: Texts, shown: ShownFigures, caption: string): TableModel {
  const { words } = texts
  const [name, ...labels] = columnsOf(words, shown)
  return {
    caption,
    showCaption: true,
    columns: [{ label: name!, numeric: false }, ...labels.map(label => ({ label, numeric: true }))],
    rows: [
      ...shown.rows.map(row => ({
        strong: false,
        cells: [nameCell(texts, row), ...cells(texts, row.line, shown)],
      })),
      { strong: true, cells: [words.common.total, ...cells(texts, shown.sum, shown)] },
    ],
    empty: words.districts.noData,
    rowHeads: true,
    grid: true,
  }
}

export function columnsOf(words: Words, shown: ShownFigures): string[] {
  const { by, base } = shown
  const t = words.districts.figures
  return [
    by === 'district' ? words.common.district : t.days,
    t.registrations,
    t.rate[base],
    t.before,
    t.change,
    ...(hasLots(shown) ? [t.lots, t.lotWorkers] : []),
    words.registrations.coverage,
  ]
}

/** People who enrol themselves come in no lots. */
function hasLots({ sum }: ShownFigures): boolean {
  return sum.lots > 0
}

function nameCell({ formats }: Texts, { district, period }: ShownFigures['rows'][number]): Cell {
  if (district) return { label: district.shortName, href: paths.district(district.code) }
  return formats.days(period!.first, period!.last)
}

function cells({ words, formats }: Texts, line: FigureLine, shown: ShownFigures): string[] {
  const none = words.registrations.notReported
  const optional = (value: number | null, format: (known: number) => string) =>
    value === null ? none : format(value)
  return [
    optional(line.total, formats.number),
    optional(line.rate, formats.decimal),
    optional(line.before, formats.number),
    optional(line.change, change => `${change > 0 ? '+' : ''}${formats.percent(change)}`),
    ...(hasLots(shown) ? [formats.number(line.lots), formats.number(line.lotWorkers)] : []),
    line.coverage.expected === 0
      ? none
      : formats.percent(Math.floor(coverageShare(line.coverage) * 100) / 100),
  ]
}

export function captionOf(words: Words, formats: Formats, shown: StreamChoice & { first: Day; last: Day }) {
  return words.districts.figuresCaption(streamLabel(words, shown), formats.days(shown.first, shown.last))
}

export function exportLinks(
  words: Words,
  choice: StreamChoice,
  path: (kind: 'xlsx' | 'csv') => string,
): LinkTo[] {
  const t = words.districts
  return [
    { label: t.exportXlsx, href: withQuery(path('xlsx'), queryOf(choice)) },
    { label: t.exportCsv, href: withQuery(path('csv'), queryOf(choice)) },
  ]
}

export type FigureCell = string | number | null | { share: number }

/** The same rows for a file: numbers stay numbers, and what is not known stays empty. */
export function figureRows({ words, formats }: Texts, shown: ShownFigures): FigureCell[][] {
  const rows = shown.rows.map(({ district, period, line }) => [
    district ? district.name : formats.days(period!.first, period!.last),
    ...values(line, shown),
  ])
  return [...rows, [words.common.total, ...values(shown.sum, shown)]]
}

function values(line: FigureLine, shown: ShownFigures): FigureCell[] {
  return [
    line.total,
    line.rate === null ? null : Number(line.rate.toFixed(1)),
    line.before,
    line.change === null ? null : { share: line.change },
    ...(hasLots(shown) ? [line.lots, line.lotWorkers] : []),
    line.coverage.expected === 0 ? null : { share: Math.floor(coverageShare(line.coverage) * 100) / 100 },
  ]
}
