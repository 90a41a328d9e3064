import type { TableModel } from '../../components/registry.js'
import { keyEntry, type KeyEntry } from '../key.js'
import { dot, line, rect } from '../svg.js'
import type { Texts } from '../texts.js'
import type { VerdictInput } from './input.js'

/** Per day or week: what was observed, what was estimated without, and the difference so far. */
export function verdictTable({ words, formats }: Texts, input: VerdictInput): TableModel {
  const t = words.charts
  const sums = new Map(input.cumulative.map(point => [point.day, point]))
  const name = input.unit === 'day' ? formats.dayMedium : formats.week
  const range = (low: number, high: number, format: (value: number) => string) =>
    `${format(low)}–${format(high)}`
  return {
    caption: input.title,
    showCaption: false,
    columns: [
      { label: input.unit === 'day' ? t.day : t.week, numeric: false },
      ...[t.registrations, t.without, t.rangeOf95, t.cumulative, t.rangeOf95].map(label => ({
        label,
        numeric: true,
      })),
    ],
    rows: input.points.map(({ day, observed, expected, low, high }) => {
      const sum = sums.get(day)
      const cells = [
        name(day),
        observed === null ? t.notReported : formats.number(observed),
        expected === null ? '' : formats.decimal(expected),
        low === null || high === null ? '' : range(low, high, formats.decimal),
        sum ? formats.number(sum.difference) : '',
        sum ? range(sum.low, sum.high, formats.number) : '',
      ]
      return { cells, strong: false }
    }),
    empty: words.common.nothingYet,
    rowHeads: true,
    grid: true,
  }
}

export function verdictKey({ words }: Texts): KeyEntry[] {
  const t = words.charts.key
  return [
    keyEntry(t.observedThen, line('observed', [1, 6], [17, 6]), dot('point', [9, 6], 2.2)),
    keyEntry(t.observedBefore, line('observed observed-before', [1, 6], [17, 6])),
    keyEntry(
      t.counterfactual,
      rect('band', { x: 0, y: 1, width: 18, height: 10 }),
      line('counterfactual', [0, 6], [18, 6]),
    ),
    keyEntry(t.window, rect('window', { x: 0, y: 0, width: 18, height: 12 })),
  ]
}
