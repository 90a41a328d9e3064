/** What else happened on the same days: a lane of field events, and holidays as bands through the whole picture. */
import { addDays } from '../../../domain/time.js'
import type { SafeHtml } from '../../html.js'
import { group, line, path, rect, tenth, text, textWidth } from '../svg.js'
import type { DistrictTimeInput, Happening } from './input.js'
import { barHeight, barTop, eventLanes, type Layout } from './layout.js'

/** A lane for field events and one for employer lots, as far as there are any. */
export function drawHappenings(
  layout: Layout,
  input: DistrictTimeInput,
  names: { fieldEvents: string; lots: string },
): SafeHtml[] {
  return eventLanes(input).map(({ kind, happenings }, index) =>
    drawLane(layout, happenings, {
      name: names[kind],
      kind,
      top: layout.laneTop(input.lanes.length + index),
    }),
  )
}

/** Diamonds and bars with their names beside them, where the next one leaves room. */
function drawLane(
  layout: Layout,
  happenings: readonly Happening[],
  { name: laneName, kind, top }: { name: string; kind: 'fieldEvents' | 'lots'; top: number },
): SafeHtml {
  const { time } = layout
  const shown = inReach(happenings, time)
  const y = top + barTop + barHeight / 2
  let taken = time.left
  const marks = shown.flatMap((event, i) => {
    const shape = eventSpan(time, event)
    const room = { left: taken, right: shown[i + 1] ? eventSpan(time, shown[i + 1]!).left : time.right }
    const name = eventName(event.label, shape, room)
    taken = name?.right ?? shape.right
    return [
      path(kind === 'lots' ? 'event event-lot' : 'event', eventShape(shape, y)),
      ...(name ? [text('event-name', [name.left, y + 4], event.label)] : []),
    ]
  })
  const bottom = top + barTop + barHeight + 0.5
  return group('lane lane-events', [
    text('lane-name', [time.left, top + 12], laneName),
    line('lane-line', [time.left, bottom], [time.right, bottom]),
    ...marks,
  ])
}

interface Span {
  left: number
  right: number
}

/** At least a diamond wide, and inside the picture. */
function eventSpan(time: Layout['time'], { firstDay, lastDay }: Happening): Span {
  const [from, to] = [time.start(firstDay), time.end(lastDay)]
  const half = Math.max(5, (to - from) / 2)
  const middle = Math.min(time.right - half, Math.max(time.left + half, (from + to) / 2))
  return { left: middle - half, right: middle + half }
}

/** A diamond, stretched to a lozenge over its days when there are several. */
function eventShape({ left, right }: Span, y: number): string {
  return `M${tenth(left)},${tenth(y)}l5,-5H${tenth(right - 5)}l5,5l-5,5H${tenth(left + 5)}z`
}

/** Beside its mark: at the right where there is room, else at the left, else only in the table. */
function eventName(label: string, shape: Span, room: Span): Span | undefined {
  const width = textWidth(label, 11)
  if (shape.right + 5 + width < room.right) return { left: shape.right + 5, right: shape.right + 5 + width }
  const left = shape.left - 5 - width
  return left > room.left ? { left, right: shape.right } : undefined
}

/** Holidays as bands through the whole picture; days on end are one band with the name of the first. */
export function drawHolidays(layout: Layout, input: DistrictTimeInput): SafeHtml[] {
  const { time, lanesBottom } = layout
  let named = -Infinity
  return holidayBands(
    inReach(
      input.holidays.map(day => ({ ...day, firstDay: day.day, lastDay: day.day })),
      time,
    ),
  ).map(band => {
    const x = Math.min(time.start(band.firstDay), time.right - 1)
    const width = Math.max(1, time.end(band.lastDay) - x)
    const fits = layout.size === 'wide' && x > named && x + textWidth(band.label, 11) < time.right
    if (fits) named = x + textWidth(band.label, 11) + 8
    return group('holiday', [
      rect('holiday-band', { x, y: 16, width, height: lanesBottom - 16 }),
      ...(fits ? [text('holiday-name', [x, 11], band.label)] : []),
    ])
  })
}

function holidayBands(days: readonly Happening[]): Happening[] {
  const bands: Happening[] = []
  for (const day of days) {
    const last = bands.at(-1)
    if (last && day.firstDay <= addDays(last.lastDay, 1)) last.lastDay = day.lastDay
    else bands.push({ ...day })
  }
  return bands
}

function inReach(happenings: readonly Happening[], { first, last }: Layout['time']): Happening[] {
  return happenings
    .filter(happening => happening.lastDay >= first && happening.firstDay <= last)
    .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
}
