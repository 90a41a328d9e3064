/** The upper part: what was reported, what the baseline allows, and where the one leaves the other. */
import { area, curveStep, line as lineThrough } from 'd3-shape'
import { daysBetween } from '../../../domain/time.js'
import type { SafeHtml } from '../../html.js'
import { dot, group, line, path, tenth, text, textWidth } from '../svg.js'
import type { Texts } from '../texts.js'
import type { SpikeMark } from './input.js'
import type { Layout } from './layout.js'
import type { Slot } from './slots.js'

export function drawBand({ time, value }: Layout, slots: readonly Slot[]): SafeHtml[] {
  const x = (slot: Slot) => middleOf(slot, time)
  const band = area<Slot>()
    .defined(slot => slot.baseline !== null)
    .x(x)
    .y0(slot => value.y(slot.baseline!.low))
    .y1(slot => value.y(slot.baseline!.high))
    .curve(curveStep)
    .digits(1)
  return [path('band', band(slots)), path('expected', levels(slots, { time, value }))]
}

/** One level stroke per slot: the weekdays' steps without the risers between them. */
function levels(slots: readonly Slot[], { time, value }: Pick<Layout, 'time' | 'value'>): string {
  const strokes = slots.map(slot => {
    if (!slot.baseline) return ''
    return `M${tenth(time.start(slot.first))},${tenth(value.y(slot.baseline.expected))}H${tenth(time.end(slot.last))}`
  })
  return strokes.join('')
}

export function drawCounts(layout: Layout, slots: readonly Slot[]): SafeHtml[] {
  const { time, value } = layout
  const isPoint = (slot: Slot | undefined) => slot !== undefined && slot.value !== null && slot.span === null
  const observed = lineThrough<Slot>()
    .defined(isPoint)
    .x(slot => middleOf(slot, time))
    .y(slot => value.y(slot.value!))
    .digits(1)
  const roomy = time.step * slots[0]!.days >= 5.5
  const points = slots.flatMap((slot, i) => {
    const alone = !isPoint(slots[i - 1]) && !isPoint(slots[i + 1])
    if (!isPoint(slot) || !(roomy || alone)) return []
    return dot(
      slot.incomplete ? 'point point-open' : 'point',
      [middleOf(slot, time), value.y(slot.value!)],
      2,
    )
  })
  return [
    path('observed', observed(slots)),
    ...points,
    ...drawSpans(layout, slots),
    ...drawGaps(layout, slots),
  ]
}

/** A sum of several days is one level line with ends: nobody knows how it lay within. */
function drawSpans({ time, value }: Layout, slots: readonly Slot[]): SafeHtml[] {
  return slots.flatMap(slot => {
    if (!slot.span || slot.first !== slot.span.last || slot.value === null) return []
    const [from, to, y] = [time.start(slot.span.first), time.end(slot.span.last), value.y(slot.value)]
    return group('span', [
      line('span-level', [from, y], [to, y]),
      line('span-end', [from, y - 4], [from, y + 4]),
      line('span-end', [to, y - 4], [to, y + 4]),
    ])
  })
}

function drawGaps({ time, value }: Layout, slots: readonly Slot[]): SafeHtml[] {
  return stretches(slots, slot => slot.value === null).map(({ first, last }) =>
    line('gap', [time.start(first.first), value.bottom - 4], [time.end(last.last), value.bottom - 4]),
  )
}

/** An episode: a bracket over its days, a triangle (open for watch, filled for alert), and the excess. */
export function drawSpikes(
  layout: Layout,
  slots: readonly Slot[],
  { spikes, texts }: { spikes: readonly SpikeMark[]; texts: Texts },
): SafeHtml[] {
  const { time, value } = layout
  let labelledTo = -Infinity
  return spikes
    .filter(spike => spike.lastDay >= time.first && spike.firstDay <= time.last)
    .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
    .map(spike => {
      const inside = slots.filter(slot => slot.last >= spike.firstDay && slot.first <= spike.lastDay)
      const beyond = inside.filter(
        slot => slot.value !== null && slot.baseline !== null && slot.value > slot.baseline.high,
      )
      const top = Math.min(...inside.map(slot => value.y(slot.value ?? 0)))
      const [from, to, y] = [time.start(spike.firstDay), time.end(spike.lastDay), top - 7]
      const x = (from + to) / 2
      const label = texts.words.charts.excess(texts.formats.number(spike.excess))
      const half = textWidth(label, 11) / 2
      const fits = x - half > labelledTo && x + half < time.right + 8
      if (fits) labelledTo = x + half + 4
      return group(`spike spike-${spike.level}${spike.kind === 'common-shock' ? ' spike-common' : ''}`, [
        ...beyond.map(slot => dot('spike-point', [middleOf(slot, time), value.y(slot.value!)], 3)),
        ...(daysBetween(spike.firstDay, spike.lastDay) > 0 ? [line('spike-reach', [from, y], [to, y])] : []),
        path('spike-mark', markOf(spike, x, y)),
        ...(fits ? [text('spike-text', [x, y - 12], label)] : []),
      ])
    })
}

/** Down-pointing triangle: a rise of this district. Diamond: common to most districts. Step: a level that stays. */
function markOf({ kind }: SpikeMark, x: number, y: number): string {
  const at = `M${tenth(x)},${tenth(y)}`
  if (kind === 'common-shock') return `${at}l5,-4.5l-5,-4.5l-5,4.5z`
  return kind === 'level-shift' ? `${at}h-6v-3h4v-5h8v3h-6z` : `${at}l5,-8h-10z`
}

export function middleOf(slot: Slot, { start, end }: Layout['time']): number {
  return (start(slot.first) + end(slot.last)) / 2
}

function stretches(slots: readonly Slot[], belongs: (slot: Slot) => boolean): { first: Slot; last: Slot }[] {
  const found: { first: Slot; last: Slot }[] = []
  let open: { first: Slot; last: Slot } | undefined
  for (const slot of slots) {
    if (!belongs(slot)) open = undefined
    else if (open) open.last = slot
    else found.push((open = { first: slot, last: slot }))
  }
  return found
}
