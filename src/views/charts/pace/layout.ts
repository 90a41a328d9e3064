import type { Day } from '../../../domain/time.js'
import type { Size } from '../svg.js'
import { timeAxis, timeAxisHeight, type TimeAxis } from '../time-axis.js'
import { valueAxis, type ValueAxis } from '../value-axis.js'
import type { PaceInput } from './input.js'
import { stairs } from './points.js'

export interface Layout {
  id: string
  size: Size
  width: number
  height: number
  time: TimeAxis
  value: ValueAxis
}

const measures = {
  wide: { width: 920, left: 56, right: 170, plot: 280 },
  narrow: { width: 328, left: 46, right: 52, plot: 210 },
}

export function layoutOf(input: PaceInput, size: Size): Layout {
  const { width, left, right, plot } = measures[size]
  const top = 26
  const { first, last } = reach(input)
  return {
    id: size === 'wide' ? input.id : `${input.id}-narrow`,
    size,
    width,
    height: top + plot + timeAxisHeight,
    time: timeAxis(first, last, { left, right: width - right }),
    value: valueAxis(heights(input), { top, bottom: top + plot }),
  }
}

function reach({ targets, realised, forecast, published }: PaceInput): { first: Day; last: Day } {
  const ends = stairs(targets).flatMap(step => [step.first, step.last])
  const days = [...ends, ...[...realised, ...forecast, ...published].map(({ day }) => day)].toSorted()
  return { first: days[0] ?? '2000-01-01', last: days.at(-1) ?? '2000-12-31' }
}

function heights({ targets, realised, forecast, published }: PaceInput): number[] {
  return [
    ...targets.map(target => target.toDate),
    ...realised.map(point => point.toDate ?? 0),
    ...forecast.map(point => point.high),
    ...published.map(figure => figure.value),
  ]
}
