/** Are we on pace: the target's staircase, what came in so far, and where that leads by the end of the year. */
import { area, line as lineThrough } from 'd3-shape'
import type { Day } from '../../domain/time.js'
import type { ChartModel } from '../components/registry.js'
import type { SafeHtml } from '../html.js'
import type { PaceInput } from './pace/input.js'
import { drawEndLabels, drawPublished, paceKey, withFigure } from './pace/labels.js'
import { layoutOf, type Layout } from './pace/layout.js'
import { stairs, weeklyFigures, type Realised } from './pace/points.js'
import { daysOf, paceTable } from './pace/table.js'
import { dot, path, picture, tenth, text, type Size } from './svg.js'
import type { Texts } from './texts.js'
import { drawTimeAxis, timeTicks } from './time-axis.js'
import { drawValueAxis } from './value-axis.js'

export type { PaceInput } from './pace/input.js'

export function paceChart(texts: Texts, input: PaceInput): ChartModel {
  const realised = weeklyFigures(input.realised)
  return {
    title: input.title,
    caption: input.caption,
    svg: draw(texts, input, { realised, size: 'wide' }),
    narrow: draw(texts, input, { realised, size: 'narrow' }),
    key: paceKey(texts, input),
    notes: input.published.map(figure => publishedNote(texts, figure)),
    tableLabel: texts.words.common.asTable,
    table: paceTable(texts, input, realised),
  }
}

/** A phone has no room for words beside a flag. */
function publishedNote(
  { words, formats }: Texts,
  { day, value, label, flagged }: PaceInput['published'][number],
): string {
  return words.charts.publishedNote({
    day: formats.day(day),
    figure: withFigure(formats.number(value), label),
    sign: flagged ? '⚠ ' : '',
  })
}

function draw(
  texts: Texts,
  input: PaceInput,
  { realised, size }: { realised: readonly Realised[]; size: Size },
): SafeHtml {
  const layout = layoutOf(input, size)
  const { id, width, height, time, value } = layout
  const layers = [
    ...drawValueAxis(value, time, texts.formats),
    text('axis-name', [time.left, 12], texts.words.charts.toDate),
    ...drawForecast(layout, input, realised),
    path('target', staircase(layout, input)),
    ...drawRealised(layout, realised),
    ...drawPublished(texts, layout, input),
    ...drawEndLabels(texts, layout, { input, realised }),
    ...drawTimeAxis(time, timeTicks(time, texts.formats), value.bottom),
  ]
  const rows = daysOf(input, realised).map(time.middle)
  return picture(
    { id, title: input.title, description: input.caption, width, height, rows, top: value.top },
    layers,
  )
}

/** Each month level; the riser stands where the month begins. */
function staircase({ time, value }: Layout, { targets }: PaceInput): string {
  return stairs(targets)
    .map(({ first, last, toDate }, i) => {
      const y = tenth(value.y(toDate))
      return `${i === 0 ? `M${tenth(time.start(first))},${y}` : `V${y}`}H${tenth(time.end(last))}`
    })
    .join('')
}

function drawRealised({ time, value }: Layout, realised: readonly Realised[]): SafeHtml[] {
  const through = lineThrough<Realised>()
    .x(point => time.middle(point.day))
    .y(point => value.y(point.toDate))
    .digits(1)
  const last = realised.at(-1)
  return [
    path('realised', through(realised)),
    ...(last ? [dot('realised-end', [time.middle(last.day), value.y(last.toDate)], 4)] : []),
  ]
}

/** The fan opens at the last known figure. */
function drawForecast(
  { time, value }: Layout,
  { forecast }: PaceInput,
  realised: readonly Realised[],
): SafeHtml[] {
  if (forecast.length === 0) return []
  const known = realised.at(-1)
  const start = known ? [{ day: known.day, low: known.toDate, middle: known.toDate, high: known.toDate }] : []
  const points = [...start, ...forecast]
  const x = (point: { day: Day }) => time.middle(point.day)
  const fan = area<(typeof points)[number]>()
    .x(x)
    .y0(point => value.y(point.low))
    .y1(point => value.y(point.high))
    .digits(1)
  const middle = lineThrough<(typeof points)[number]>()
    .x(x)
    .y(point => value.y(point.middle))
    .digits(1)
  return [path('fan', fan(points)), path('fan-middle', middle(points))]
}
