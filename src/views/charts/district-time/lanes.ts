/** The lower part, on the same days: a lane per campaign; and its echo behind the plot. */
import { addDays } from '../../../domain/time.js'
import type { SafeHtml } from '../../html.js'
import { textured } from '../patterns.js'
import { group, line, path, rect, tenth, text } from '../svg.js'
import { runStates, type DistrictTimeInput, type RunState } from './input.js'
import { barHeight, barTop, type Layout } from './layout.js'
import type { Slot } from './slots.js'

export const laneColours = 5

/** Behind the plot, the days with verified broadcasts: what was on air stands under what came in. */
export function drawEchoes(layout: Layout, slots: readonly Slot[], { lanes }: DistrictTimeInput): SafeHtml[] {
  const { time, value } = layout
  return lanes.flatMap((_, index) =>
    stretchesOnAir(slots, index).map(({ first, last }) => {
      const [x, end] = [time.start(first.first), time.end(last.last)]
      const box = { x, y: value.top, width: end - x, height: layout.laneTop(index) + barTop - value.top }
      return rect(`echo echo-${(index % laneColours) + 1}`, box)
    }),
  )
}

/** Stretches on air; up to three days without a broadcast do not end one. */
function stretchesOnAir(slots: readonly Slot[], index: number): { first: Slot; last: Slot }[] {
  const stretches: { first: Slot; last: Slot }[] = []
  for (const slot of slots) {
    if (slot.runs[index]!.verified === 0) continue
    const open = stretches.at(-1)
    if (open && addDays(open.last.last, 4) >= slot.first) open.last = slot
    else stretches.push({ first: slot, last: slot })
  }
  return stretches
}

export function drawLanes(layout: Layout, slots: readonly Slot[], { lanes }: DistrictTimeInput): SafeHtml[] {
  return lanes.map((lane, index) => {
    const bottom = layout.laneTop(index) + barTop + barHeight
    const colour = (index % laneColours) + 1
    const most = Math.max(1, ...slots.map(slot => all(slot.runs[index]!)))
    const onAir = slots.filter(slot => all(slot.runs[index]!) > 0)
    const bars = onAir.flatMap(slot =>
      drawBars(layout, slot, { index, colour, unit: barHeight / most, bottom }),
    )
    return group(`lane lane-${colour}`, [
      text('lane-name', [layout.time.left, layout.laneTop(index) + 12], lane.label),
      line('lane-line', [layout.time.left, bottom + 0.5], [layout.time.right, bottom + 0.5]),
      ...bars,
    ])
  })
}

interface Bars {
  index: number
  colour: number
  /** Height of one broadcast. */
  unit: number
  bottom: number
}

/** Broadcasts of one day or week, stacked: as high as there were, told apart by fill, texture and outline. */
function drawBars({ id, time }: Layout, slot: Slot, { index, colour, unit, bottom }: Bars): SafeHtml[] {
  const gap = Math.min(1, time.step * slot.days * 0.15)
  const x = time.start(slot.first) + gap / 2
  const width = time.end(slot.last) - time.start(slot.first) - gap
  const counts = slot.runs[index]!
  let y = bottom
  return runStates.flatMap(state => {
    if (counts[state] === 0) return []
    const height = counts[state] * unit
    y -= height
    return drawState(state, { x, y, width, height }, `${id}-lane-${colour}`)
  })
}

function drawState(
  state: RunState,
  box: { x: number; y: number; width: number; height: number },
  textureId: string,
): SafeHtml {
  const className = `run run-${state}`
  if (state === 'missed') return path(className, cross(box.x + box.width / 2, box.y + box.height / 2))
  if (state !== 'confirmed') return rect(className, box)
  return textured(className, textureId, box)
}

function cross(x: number, y: number): string {
  return `M${tenth(x - 2.5)},${tenth(y - 2.5)}l5,5m0,-5l-5,5`
}

function all(counts: Record<RunState, number>): number {
  return counts.verified + counts.confirmed + counts.planned + counts.missed
}
