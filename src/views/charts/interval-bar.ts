/** An estimate with its interval against zero, for a cell of a table; every bar of a column has the same scale. */
import { scaleLinear } from 'd3-scale'
import { html, type SafeHtml } from '../html.js'
import { line, path, rect, tenth } from './svg.js'

const width = 140
const height = 18

export interface Interval {
  estimate: number
  low: number
  high: number
}

/** `reach` is the largest distance from zero the column shows; what goes beyond ends in an arrow. */
export function intervalBar(
  { estimate, low, high }: Interval,
  { reach, label }: { reach: number; label: string },
): SafeHtml {
  const span = Number.isFinite(reach) && reach > 0 ? reach : 1
  const scale = scaleLinear([-span, span], [6, width - 6]).clamp(true)
  const [from, to, x, y] = [scale(low), scale(high), scale(estimate), height / 2]
  const marks = [
    line('interval-zero', [scale(0), 1], [scale(0), height - 1]),
    rect(low > 0 || high < 0 ? 'interval interval-clear' : 'interval', {
      x: from,
      y: y - 3,
      width: to - from,
      height: 6,
    }),
    ...(low < -span ? [path('interval-beyond', `M1,${y}l5,-4v8z`)] : []),
    ...(high > span ? [path('interval-beyond', `M${width - 1},${y}l-5,-4v8z`)] : []),
    path('interval-mark', `M${tenth(x)},${y - 6}v12`),
  ]
  return html`<svg class="interval-bar" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    ${marks}
  </svg>`
}
