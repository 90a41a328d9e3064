/** Where the parts of the district time chart stand, for a desk and for a phone. */
import type { Size } from '../svg.js'
import { timeAxis, timeAxisHeight, type TimeAxis } from '../time-axis.js'
import { valueAxis, type ValueAxis } from '../value-axis.js'
import type { DistrictTimeInput } from './input.js'
import type { Slot } from './slots.js'

export interface Layout {
  size: Size
  id: string
  width: number
  height: number
  time: TimeAxis
  value: ValueAxis
  /** Where lane number `index` begins; field events and employer lots follow the last. */
  laneTop: (index: number) => number
  lanesBottom: number
  /** Where the name of the value axis stands. */
  nameAt: number
}

const laneHeight = 40
export const barTop = 18
export const barHeight = 16

const measures = {
  wide: { width: 920, left: 44, right: 10, top: 58, plot: 220, name: 26 },
  narrow: { width: 328, left: 30, right: 4, top: 42, plot: 170, name: 12 },
}

/** Lanes of what is no broadcast, in their order; those that hold nothing take no room. */
export function eventLanes({ fieldEvents, lots = [] }: DistrictTimeInput) {
  const lanes = [
    { kind: 'fieldEvents', happenings: fieldEvents },
    { kind: 'lots', happenings: lots },
  ] as const
  return lanes.filter(lane => lane.happenings.length > 0)
}

export function layoutOf(input: DistrictTimeInput, slots: readonly Slot[], size: Size): Layout {
  const { width, left, right, top, plot, name } = measures[size]
  const bottom = top + plot
  const lanesTop = bottom + timeAxisHeight
  const lanes = input.lanes.length + eventLanes(input).length
  const highest = slots.flatMap(slot => [slot.value ?? 0, slot.baseline?.high ?? 0])
  return {
    size,
    id: size === 'wide' ? input.id : `${input.id}-narrow`,
    width,
    height: lanesTop + lanes * laneHeight + 2,
    time: timeAxis(input.first, input.last, { left, right: width - right }),
    value: valueAxis(highest, { top, bottom }),
    laneTop: index => lanesTop + index * laneHeight,
    lanesBottom: lanesTop + lanes * laneHeight,
    nameAt: name,
  }
}
