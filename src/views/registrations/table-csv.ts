/** The table of registrations as rows for a file: the figures of the screen, each with its share reported. */
import { coverageShare } from '../../domain/registration-coverage.js'
import type { Figure } from '../../domain/registration-table.js'
import { bucketLabels, captionOf, type ShownTable } from './table-page.js'
import type { Texts } from './texts.js'

type CsvCell = string | number

export function registrationsCsv(texts: Texts, shown: ShownTable): CsvCell[][] {
  const { words, formats } = texts
  const t = words.registrations
  const { table } = shown
  const labels = [...bucketLabels(formats, shown), words.common.total].flatMap(label => [
    label,
    t.coverageOf(label),
  ])
  const rows = table.rows.map(row => [
    row.district.code,
    row.district.name,
    ...cells([...row.figures, row.sum]),
  ])
  const known = shown.knownAt ? [t.asOfShown(formats.instant(shown.knownAt))] : []
  return [
    [captionOf(texts, shown), ...known],
    ['', words.common.district, ...labels],
    ...rows,
    ['', t.allDistricts, ...cells([...table.foot, table.sum])],
  ]
}

function cells(figures: readonly Figure[]): CsvCell[] {
  return figures.flatMap(({ total, coverage }) => [
    total ?? '',
    coverage.expected === 0 ? '' : Math.floor(coverageShare(coverage) * 100),
  ])
}
