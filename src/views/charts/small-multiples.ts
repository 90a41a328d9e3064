/** The same small picture for every district on one scale, in the order the reader is to compare them. */
import { area, curveStep, line as lineThrough } from 'd3-shape'
import { scaleLinear } from 'd3-scale'
import type { ChartModel, TableModel } from '../components/registry.js'
import { html, type SafeHtml } from '../html.js'
import { keyEntry } from './key.js'
import { dot, line, path, rect } from './svg.js'
import type { Texts } from './texts.js'

export interface MultiplesItem {
  label: string
  href: string
  /** A short line under the name, such as the lift with its interval. */
  note: string
  values: readonly (number | null)[]
  /** What is usual, by period; null or empty where it is not known. */
  usual: readonly ({ low: number; high: number } | null)[]
  /** Periods on air, by index: first and last. */
  onAir: readonly { first: number; last: number }[]
}

export interface MultiplesInput {
  id: string
  title: string
  /** Names of the periods, such as weeks. */
  periods: readonly string[]
  /** What the values are, with their unit. */
  measure: string
  items: readonly MultiplesItem[]
}

const width = 200
const height = 84
const plot = { left: 4, right: width - 4, top: 12, bottom: height - 4 }

export function smallMultiples(texts: Texts, input: MultiplesInput): ChartModel {
  const t = texts.words.charts.key
  const most = highest(input)
  const figures = input.items.map((item, i) => drawItem({ item, index: i, most }, input))
  return {
    title: input.title,
    svg: html`<div class="multiples">${figures}</div>`,
    key: [
      keyEntry(input.measure, line('observed', [1, 6], [17, 6])),
      keyEntry(t.band, rect('band', { x: 0, y: 1, width: 18, height: 10 })),
      keyEntry(t.onAir, rect('window', { x: 0, y: 0, width: 18, height: 12 })),
    ],
    notes: [texts.words.charts.sameScale(texts.formats.number(most))],
    tableLabel: texts.words.common.asTable,
    table: tableOf(texts, input),
  }
}

function highest({ items }: MultiplesInput): number {
  let most = 1
  for (const { values, usual } of items) {
    for (const value of values) most = Math.max(most, value ?? 0)
    for (const band of usual) most = Math.max(most, band?.high ?? 0)
  }
  return most
}

interface Placed {
  item: MultiplesItem
  index: number
  most: number
}

function drawItem({ item, index, most }: Placed, { id, periods }: MultiplesInput): SafeHtml {
  const { left, right, top, bottom } = plot
  const count = Math.max(1, periods.length)
  const x = scaleLinear([0, count], [left, right]).clamp(true)
  const y = scaleLinear([0, most], [bottom, top])
  const name = item.href ? html`<a href="${item.href}">${item.label}</a>` : html`${item.label}`
  const layers = [
    ...item.onAir.map(({ first, last }) =>
      rect('window', { x: x(first), y: top - 8, width: x(last + 1) - x(first), height: bottom - top + 8 }),
    ),
    ...drawSeries(item, x, y),
    line('axis', [left, bottom], [right, bottom]),
  ]
  const label = `${item.label}. ${item.note}`
  return html`<figure class="multiple">
    <p class="multiple-name">${name}</p>
    <svg id="${id}-${index}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${layers}</svg>
    <p class="multiple-note">${item.note}</p>
  </figure>`
}

function drawSeries(
  { values, usual }: MultiplesItem,
  x: (index: number) => number,
  y: (value: number) => number,
): SafeHtml[] {
  const band = area<MultiplesItem['usual'][number]>()
    .defined(limits => limits !== null)
    .x((_, i) => x(i + 0.5))
    .y0(limits => y(limits!.low))
    .y1(limits => y(limits!.high))
    .curve(curveStep)
    .digits(1)
  const through = lineThrough<number | null>()
    .defined(value => value !== null)
    .x((_, i) => x(i + 0.5))
    .y(value => y(value!))
    .digits(1)
  const alone = values.flatMap((value, i) =>
    value !== null && (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null
      ? [dot('point', [x(i + 0.5), y(value)], 1.8)]
      : [],
  )
  return [path('band', band(usual)), path('observed', through(values)), ...alone]
}

function tableOf({ words, formats }: Texts, { title, periods, items }: MultiplesInput): TableModel {
  return {
    caption: title,
    showCaption: false,
    columns: [
      { label: words.common.district, numeric: false },
      ...periods.map(label => ({ label, numeric: true })),
      { label: words.charts.notes, numeric: false },
    ],
    rows: items.map(({ label, href, note, values }) => ({
      cells: [
        href ? { label, href } : label,
        ...periods.map((_, i) => {
          const value = values[i] ?? null
          return value === null ? words.charts.notReported : formats.number(value)
        }),
        note,
      ],
      strong: false,
    })),
    empty: words.common.nothingYet,
    rowHeads: true,
    grid: true,
  }
}
