import { addDays } from '../../../domain/time.js'
import type { Size } from '../svg.js'
import { timeAxis, timeAxisHeight, type TimeAxis } from '../time-axis.js'
import { valueAxis, type ValueAxis } from '../value-axis.js'
import type { VerdictInput, VerdictPoint } from './input.js'

export interface Layout {
  id: string
  size: Size
  width: number
  height: number
  time: TimeAxis
  counts: ValueAxis
  sums: ValueAxis
}

const measures = {
  wide: { width: 920, left: 52, right: 10, plot: 190, lower: 110 },
  narrow: { width: 328, left: 38, right: 6, plot: 150, lower: 90 },
}

export function layoutOf(input: VerdictInput, size: Size): Layout {
  const { width, left, right, plot, lower } = measures[size]
  const top = 34
  const sumsTop = top + plot + timeAxisHeight + 30
  const { first, last } = reach(input)
  return {
    id: size === 'wide' ? input.id : `${input.id}-narrow`,
    size,
    width,
    height: sumsTop + lower + 14,
    time: timeAxis(first, last, { left, right: width - right }),
    counts: valueAxis(input.points.flatMap(figures), { top, bottom: top + plot }),
    sums: valueAxis(
      input.cumulative.flatMap(({ difference, low, high }) => [difference, low, high]),
      { top: sumsTop, bottom: sumsTop + lower },
    ),
  }
}

function reach({ points, window, unit }: VerdictInput) {
  const length = unit === 'week' ? 6 : 0
  const days = [
    window.first,
    window.last,
    ...points.flatMap(({ day }) => [day, addDays(day, length)]),
  ].toSorted()
  return { first: days[0]!, last: days.at(-1)! }
}

function figures({ observed, expected, low, high }: VerdictPoint): number[] {
  return [observed, expected, low, high].filter(value => value !== null)
}
