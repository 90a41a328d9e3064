/**
 * Did it work: what came in against what would have come without the campaign, with the interval of that estimate,
 * and below it the difference added up. The time before is grey: there the two must agree for the rest to be believed.
 */
import { area, line as lineThrough } from 'd3-shape'
import type { Day } from '../../domain/time.js'
import { addDays } from '../../domain/time.js'
import type { ChartModel } from '../components/registry.js'
import type { SafeHtml } from '../html.js'
import { dot, line, path, picture, rect, text, type Size } from './svg.js'
import type { Texts } from './texts.js'
import { drawTimeAxis, timeTicks } from './time-axis.js'
import { drawValueAxis } from './value-axis.js'
import type { CumulativePoint, VerdictInput, VerdictPoint } from './verdict/input.js'
import { layoutOf, type Layout } from './verdict/layout.js'
import { verdictKey, verdictTable } from './verdict/table.js'

export type { VerdictInput } from './verdict/input.js'

export function verdictChart(texts: Texts, input: VerdictInput): ChartModel {
  return {
    title: input.title,
    svg: draw(texts, input, 'wide'),
    narrow: draw(texts, input, 'narrow'),
    key: verdictKey(texts),
    tableLabel: texts.words.common.asTable,
    table: verdictTable(texts, input),
  }
}

function draw(texts: Texts, input: VerdictInput, size: Size): SafeHtml {
  const layout = layoutOf(input, size)
  const { id, width, height, time, counts, sums } = layout
  const t = texts.words.charts
  const ticks = timeTicks(time, texts.formats)
  const layers = [
    ...drawWindow(layout, input, t.window),
    ...drawValueAxis(counts, time, texts.formats),
    text('axis-name', [time.left, counts.top - 18], input.unit === 'day' ? t.perDay : t.perWeek),
    ...drawCounterfactual(layout, input),
    ...drawObserved(layout, input),
    ...drawTimeAxis(time, ticks, counts.bottom),
    ...drawValueAxis(sums, time, texts.formats),
    text('axis-name', [time.left, sums.top - 12], t.cumulative),
    ...drawSums(layout, input, texts),
  ]
  const rows = input.points.map(placed(time, input))
  const frame = { id, title: input.title, description: description(texts, input), width, height }
  return picture({ ...frame, rows, top: counts.top }, layers)
}

function drawWindow({ time, counts, sums }: Layout, { window }: VerdictInput, label: string): SafeHtml[] {
  const [x, end] = [time.start(window.first), time.end(window.last)]
  return [
    rect('window', { x, y: counts.top, width: end - x, height: sums.bottom - counts.top }),
    text('window-name', [(x + end) / 2, counts.top - 5], label),
  ]
}

function drawCounterfactual({ time, counts }: Layout, input: VerdictInput): SafeHtml[] {
  const x = placed(time, input)
  const band = area<VerdictPoint>()
    .defined(point => point.low !== null && point.high !== null)
    .x(x)
    .y0(point => counts.y(point.low!))
    .y1(point => counts.y(point.high!))
    .digits(1)
  const expected = lineThrough<VerdictPoint>()
    .defined(point => point.expected !== null)
    .x(x)
    .y(point => counts.y(point.expected!))
    .digits(1)
  return [path('band', band(input.points)), path('counterfactual', expected(input.points))]
}

/** Grey outside the window; the first point inside is joined to the last before it. */
function drawObserved({ time, counts }: Layout, input: VerdictInput): SafeHtml[] {
  const x = placed(time, input)
  const within = ({ day }: VerdictPoint) => day >= input.window.first && day <= input.window.last
  const observed = lineThrough<VerdictPoint>()
    .defined(point => point.observed !== null)
    .x(x)
    .y(point => counts.y(point.observed!))
    .digits(1)
  const inside = input.points.filter(within)
  const points = inside
    .filter(point => point.observed !== null)
    .map(point => dot('point', [x(point), counts.y(point.observed!)], time.step >= 4 ? 2.2 : 1.4))
  return [
    path('observed observed-before', observed(input.points)),
    path('observed', observed(inside)),
    ...points,
  ]
}

function drawSums({ time, sums, size }: Layout, input: VerdictInput, { words, formats }: Texts): SafeHtml[] {
  const x = placed(time, input)
  const band = area<CumulativePoint>()
    .x(x)
    .y0(point => sums.y(point.low))
    .y1(point => sums.y(point.high))
    .digits(1)
  const middle = lineThrough<CumulativePoint>()
    .x(x)
    .y(point => sums.y(point.difference))
    .digits(1)
  const last = input.cumulative.at(-1)
  if (!last) return []
  const label = words.charts.interval(formats.number(last.low), formats.number(last.high))
  const at = Math.min(x(last) + 6, time.right)
  const roomy = size === 'wide' && time.right - at > 100
  return [
    path('band band-sum', band(input.cumulative)),
    path('sum', middle(input.cumulative)),
    line('span-end', [x(last), sums.y(last.low)], [x(last), sums.y(last.high)]),
    dot('point', [x(last), sums.y(last.difference)], 3),
    text(
      roomy ? 'sum-text' : 'sum-text tick-end',
      [roomy ? at : time.right, roomy ? sums.y(last.difference) + 4 : sums.top - 12],
      label,
    ),
  ]
}

function placed(time: Layout['time'], { unit }: VerdictInput): (point: { day: Day }) => number {
  return unit === 'day' ? ({ day }) => time.middle(day) : ({ day }) => time.middle(addDays(day, 3))
}

function description({ words, formats }: Texts, { window, cumulative }: VerdictInput): string {
  const last = cumulative.at(-1)
  const t = words.charts
  return t.verdictDescription({
    from: formats.day(window.first),
    to: formats.day(window.last),
    sum: last ? t.interval(formats.number(last.low), formats.number(last.high)) : '',
  })
}
