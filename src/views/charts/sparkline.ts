/** A line the size of a word, for a cell of a table. */
import { scaleLinear } from 'd3-scale'
import { line as lineThrough } from 'd3-shape'
import { html, type SafeHtml } from '../html.js'
import { dot, path } from './svg.js'

const width = 96
const height = 24

/** `label` says in words what the line shows; `most` puts several lines on one scale. */
export function sparkline(
  values: readonly (number | null)[],
  { label, most }: { label: string; most?: number },
): SafeHtml {
  const known = values.filter(value => value !== null)
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [2, width - 4])
  const y = scaleLinear([Math.min(0, ...known), Math.max(1, most ?? 0, ...known)], [height - 3, 3])
  const through = lineThrough<number | null>()
    .defined(value => value !== null)
    .x((_, i) => x(i))
    .y(value => y(value!))
    .digits(1)
  const last = values.findLastIndex(value => value !== null)
  const alone = values.flatMap((value, i) =>
    value !== null && (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null ? [i] : [],
  )
  const dots = [...new Set([...alone, ...(last < 0 ? [] : [last])])].map(i =>
    dot('spark-dot', [x(i), y(values[i]!)], 2),
  )
  return html`<svg class="spark" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    ${[path('spark-line', through(values)), ...dots]}
  </svg>`
}
