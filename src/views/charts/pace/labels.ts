/** What stands beside the lines of the pace chart: published figures as flags, names at the ends, the key. */
import type { SafeHtml } from '../../html.js'
import { keyEntry, type KeyEntry } from '../key.js'
import { dot, group, line, path, tenth, text, textWidth } from '../svg.js'
import type { Texts } from '../texts.js'
import type { PaceInput } from './input.js'
import type { Layout } from './layout.js'
import type { Realised } from './points.js'

const mostLettersByFlag = 36

/** A flag on a pole with its figure; a doubtful one has a filled flag and the sign of a warning. */
export function drawPublished(
  { formats }: Texts,
  { time, value, size }: Layout,
  { published }: PaceInput,
): SafeHtml[] {
  return published.map(({ day, value: figure, label, flagged }) => {
    const [x, y] = [time.middle(day), value.y(figure)]
    const name = label.length > mostLettersByFlag ? '' : label
    const words = `${flagged ? '⚠ ' : ''}${withFigure(formats.number(figure), name)}`
    const room = size === 'wide' && x - 13 - textWidth(words, 11) > time.left
    return group(flagged ? 'published published-flagged' : 'published', [
      line('published-pole', [x, y], [x, y - 20]),
      path('published-flag', `M${tenth(x)},${tenth(y - 20)}h-9l2.5,3.5l-2.5,3.5h9z`),
      dot('published-foot', [x, y], 3),
      ...(room ? [text('published-name', [x - 13, y - 13], words)] : []),
    ])
  })
}

/** A figure and what is said of it, once, where both are the same. */
export function withFigure(figure: string, label: string): string {
  return label === '' || label === figure ? figure : `${figure}, ${label}`
}

/** The ends of the lines carry their names and figures; what would overlap moves apart. */
export function drawEndLabels(
  { words, formats }: Texts,
  { size, time, value }: Layout,
  { input, realised }: { input: PaceInput; realised: readonly Realised[] },
): SafeHtml[] {
  const t = words.charts
  const target = input.targets.at(-1)
  const end = input.forecast.at(-1)
  const last = realised.at(-1)
  const label = (className: string, y: number, figure: string, name: (figure: string) => string) => ({
    className,
    y,
    words: size === 'wide' ? name(figure) : figure,
  })
  const labels = [
    ...(target
      ? [label('end-target', value.y(target.toDate), formats.number(target.toDate), t.targetEnd)]
      : []),
    ...(end ? [label('end-fan', value.y(end.high), formats.number(end.high), t.forecastHigh)] : []),
    ...(end ? [label('end-fan', value.y(end.low), formats.number(end.low), t.forecastLow)] : []),
    ...(last && !end
      ? [label('end-realised', value.y(last.toDate), formats.number(last.toDate), t.realisedEnd)]
      : []),
  ].toSorted((a, b) => a.y - b.y)
  let below = 0
  return labels.map(({ className, y, words: wording }) => {
    below = Math.max(y + 4, below + 14)
    return text(`end-label ${className}`, [time.right + 6, below], wording)
  })
}

export function paceKey({ words }: Texts, input: PaceInput): KeyEntry[] {
  const t = words.charts.key
  const flag = (className: string) =>
    group(className, [
      line('published-pole', [13, 11], [13, 1]),
      path('published-flag', 'M13,1h-9l2.5,3.5l-2.5,3.5h9z'),
    ])
  return [
    keyEntry(t.target, path('target', 'M1,9H9V3H17')),
    keyEntry(t.realised, line('realised', [1, 10], [15, 3]), dot('realised-end', [15, 3], 2.5)),
    ...(input.forecast.length
      ? [keyEntry(t.forecast, path('fan', 'M1,9L17,1V9z'), path('fan-middle', 'M1,9L17,5'))]
      : []),
    ...(input.published.some(figure => !figure.flagged) ? [keyEntry(t.published, flag('published'))] : []),
    ...(input.published.some(figure => figure.flagged)
      ? [keyEntry(t.publishedFlagged, flag('published published-flagged'))]
      : []),
  ]
}
