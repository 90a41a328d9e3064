/** Values up a picture: from zero (or below it) to a round number above the largest. */
import { scaleLinear } from 'd3-scale'
import type { Formats } from '../formats.js'
import type { SafeHtml } from '../html.js'
import { line, text } from './svg.js'

export interface ValueAxis {
  top: number
  bottom: number
  least: number
  most: number
  y: (value: number) => number
  ticks: number[]
}

export function valueAxis(
  values: Iterable<number>,
  { top, bottom }: { top: number; bottom: number },
): ValueAxis {
  let least = 0
  let most = 1
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  const count = Math.max(2, Math.round((bottom - top) / 44))
  // An axis of counts ends on a line that is named; one that dips below zero would lose too much room to that.
  const scale = scaleLinear([least, most], [bottom, top]).nice(least < 0 ? 10 : count)
  const [low, high] = scale.domain() as [number, number]
  return { top, bottom, least: low, most: high, y: scale, ticks: scale.ticks(count) }
}

/** Lines across the picture with their values at the left. */
export function drawValueAxis(
  axis: ValueAxis,
  span: { left: number; right: number },
  formats: Formats,
): SafeHtml[] {
  return axis.ticks.flatMap(value => [
    line(value === 0 ? 'axis' : 'grid', [span.left, axis.y(value)], [span.right, axis.y(value)]),
    text('tick tick-end', [span.left - 6, axis.y(value) + 4], plainNumber(value, axis, formats)),
  ])
}

function plainNumber(value: number, axis: ValueAxis, formats: Formats): string {
  return axis.ticks.every(Number.isInteger) ? formats.number(value) : formats.decimal(value)
}
