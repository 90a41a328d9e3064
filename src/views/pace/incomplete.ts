/** Recent days are still coming in: what is known of them, and what to expect in the end. Never read as a fall. */
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import { streamNames, type Texts } from '../registrations/texts.js'
import type { ShownPace } from './shown.js'

export function incompletePart(
  texts: Texts,
  { delays, streams, through, filter }: ShownPace,
): { title: string; lede: string; table: TableModel } | null {
  const { words, formats } = texts
  const t = words.pace
  const names = streamNames(texts, streams, `${filter.year}-12-31`)
  const rows = delays.flatMap(({ streamId, periods }) =>
    periods
      .filter(({ last }) => last > through && last.startsWith(String(filter.year)))
      .map(period => [
        formats.days(period.first, period.last),
        names.get(streamId) ?? streamId,
        formats.number(period.known),
        formats.percent(period.completeness),
        t.between(formats.number(period.low), formats.number(period.high)),
      ]),
  )
  if (rows.length === 0) return null
  return {
    title: t.incompleteTitle,
    lede: t.incompleteLead,
    table: table(
      t.incompleteTitle,
      [t.days, words.targets.stream, numeric(t.known), numeric(t.usuallyIn), numeric(t.expected)],
      rows,
      { empty: '' },
    ),
  }
}
