/** The campaign's estimate among the same estimates where nothing was on air: does it stand out, or not. */
import { scaleLinear } from 'd3-scale'
import type { ChartModel, TableModel } from '../components/registry.js'
import type { SafeHtml } from '../html.js'
import { dot, group, line, path, picture, tenth, text, type Size } from './svg.js'
import type { Texts } from './texts.js'
import type { PlaceboInput } from './verdict/input.js'

export type { PlaceboInput } from './verdict/input.js'

export function placeboStrip(texts: Texts, input: PlaceboInput): ChartModel {
  return {
    title: input.title,
    svg: draw(texts, input, 'wide'),
    narrow: draw(texts, input, 'narrow'),
    key: [],
    tableLabel: texts.words.common.asTable,
    table: tableOf(texts, input),
  }
}

type Kind = PlaceboInput['placebos'][number]['kind']
const kinds: readonly Kind[] = ['date', 'district']

const measures = {
  wide: { width: 920, left: 190, right: 24, row: 40, beside: true },
  narrow: { width: 328, left: 10, right: 10, row: 56, beside: false },
}

function draw({ words, formats }: Texts, input: PlaceboInput, size: Size): SafeHtml {
  const { width, left, right, row, beside } = measures[size]
  const rows = kinds.filter(kind => input.placebos.some(placebo => placebo.kind === kind))
  const scale = liftScale(input, [left, width - right])
  const bottom = 8 + row * (rows.length + 1)
  const middle = (index: number) => 8 + row * (index + (beside ? 0.5 : 0.68))
  const name = (index: number, label: string) =>
    text('row-name', beside ? [0, middle(index) + 4] : [left, middle(index) - 20], label)
  const layers = [
    ...scale
      .ticks(size === 'wide' ? 7 : 4)
      .flatMap(value => [
        line(value === 0 ? 'axis' : 'grid', [scale(value), 4], [scale(value), bottom]),
        text('tick tick-middle', [scale(value), bottom + 16], formats.signedPercent(value)),
      ]),
    name(0, input.actual.label),
    drawActual(input.actual, scale, middle(0)),
    ...rows.flatMap((kind, i) => [
      name(i + 1, words.charts.placeboKinds[kind]),
      ...drawDots(
        input.placebos.filter(placebo => placebo.kind === kind).map(({ lift }) => scale(lift)),
        { y: middle(i + 1), kind },
      ),
    ]),
  ]
  const id = size === 'wide' ? input.id : `${input.id}-narrow`
  return picture(
    { id, title: input.title, description: words.charts.placeboDescription, width, height: bottom + 24 },
    layers,
  )
}

function liftScale({ actual, placebos }: PlaceboInput, range: [number, number]) {
  const lifts = [0, actual.low, actual.high, actual.lift, ...placebos.map(({ lift }) => lift)]
  const [least, most] = [Math.min(...lifts), Math.max(...lifts)]
  return scaleLinear(least === most ? [-0.1, 0.1] : [least, most], range).nice(7)
}

function drawActual(
  { lift, low, high }: PlaceboInput['actual'],
  scale: (value: number) => number,
  y: number,
): SafeHtml {
  const x = scale(lift)
  return group('actual', [
    line('actual-range', [scale(low), y], [scale(high), y]),
    line('actual-end', [scale(low), y - 5], [scale(low), y + 5]),
    line('actual-end', [scale(high), y - 5], [scale(high), y + 5]),
    path('actual-mark', `M${tenth(x)},${tenth(y - 7)}l7,7l-7,7l-7,-7z`),
  ])
}

/** Circles for dates, squares for districts; what would lie on another moves up or down beside it. */
function drawDots(positions: readonly number[], { y, kind }: { y: number; kind: Kind }): SafeHtml[] {
  const placed: { x: number; level: number }[] = []
  for (const x of positions.toSorted((a, b) => a - b)) {
    const near = new Set(placed.filter(other => x - other.x < 9).map(other => other.level))
    const level = [0, 1, -1].find(free => !near.has(free)) ?? 0
    placed.push({ x, level })
  }
  return placed.map(({ x, level }) => {
    const at = y + level * 9
    return kind === 'date'
      ? dot('placebo', [x, at], 4)
      : path('placebo', `M${tenth(x - 3.6)},${tenth(at - 3.6)}h7.2v7.2h-7.2z`)
  })
}

function tableOf({ words, formats }: Texts, { actual, placebos, title }: PlaceboInput): TableModel {
  const t = words.charts
  const kind = (placebo: PlaceboInput['placebos'][number]) => t.placeboKinds[placebo.kind]
  return {
    caption: title,
    showCaption: false,
    columns: [
      { label: t.estimateOf, numeric: false },
      { label: t.kind, numeric: false },
      { label: t.lift, numeric: true },
    ],
    rows: [
      {
        cells: [
          actual.label,
          t.actual,
          `${formats.signedPercent(actual.lift)} (${t.interval(formats.signedPercent(actual.low), formats.signedPercent(actual.high))})`,
        ],
        strong: true,
      },
      ...placebos.map(placebo => ({
        cells: [placebo.label, kind(placebo), formats.signedPercent(placebo.lift)],
        strong: false,
      })),
    ],
    empty: '',
    rowHeads: true,
    grid: true,
  }
}
