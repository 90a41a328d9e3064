/**
 * The product's picture: registrations of a district day by day against what its baseline allows, and under them,
 * on the same days, what was on air. The eye sees "aired here, rose there", or that it is not so.
 */
import type { ChartModel } from '../components/registry.js'
import type { SafeHtml } from '../html.js'
import type { DistrictTimeInput } from './district-time/input.js'
import { timeKey } from './district-time/key.js'
import { drawHappenings, drawHolidays } from './district-time/happenings.js'
import { drawEchoes, drawLanes, laneColours } from './district-time/lanes.js'
import { layoutOf, type Layout } from './district-time/layout.js'
import { drawBand, drawCounts, drawSpikes, middleOf } from './district-time/plot.js'
import { isWeekly, mostDaysShown, slotsOf, type Slot } from './district-time/slots.js'
import { timeTable } from './district-time/table.js'
import { defs, texture, textured } from './patterns.js'
import { line, picture, text, type Size } from './svg.js'
import type { Texts } from './texts.js'
import { drawTimeAxis, timeTicks } from './time-axis.js'
import { drawValueAxis } from './value-axis.js'

export type { DistrictTimeInput } from './district-time/input.js'

export function districtTimeChart(texts: Texts, input: DistrictTimeInput): ChartModel {
  const { words, formats } = texts
  const slots = slotsOf(input)
  return {
    title: input.title,
    svg: draw(texts, input, { slots, size: 'wide' }),
    narrow: draw(texts, input, { slots, size: 'narrow' }),
    key: timeKey(texts, input, slots),
    notes: [
      ...(isWeekly(input) ? [words.charts.weeklyNote(formats.number(mostDaysShown))] : []),
      input.baselineNote,
    ].filter(Boolean),
    tableLabel: words.common.asTable,
    table: timeTable(texts, input, slots),
  }
}

function draw(
  texts: Texts,
  input: DistrictTimeInput,
  { slots, size }: { slots: readonly Slot[]; size: Size },
): SafeHtml {
  const layout = layoutOf(input, slots, size)
  const { id, width, height, time, value } = layout
  const ticks = timeTicks(time, texts.formats)
  const layers = [
    defs(patternsOf(layout, input)),
    ...drawHolidays(layout, input),
    ...drawEchoes(layout, slots, input),
    ...ticks.months.map(x => line('grid grid-month', [x, value.top], [x, layout.lanesBottom])),
    ...drawValueAxis(value, time, texts.formats),
    text('axis-name', [time.left, layout.nameAt], texts.words.charts.perDay),
    ...drawBand(layout, slots),
    ...drawIncomplete(layout, slots),
    ...drawCounts(layout, slots),
    ...drawSpikes(layout, slots, { spikes: input.spikes, texts }),
    ...drawTimeAxis(time, ticks, value.bottom),
    ...drawLanes(layout, slots, input),
    ...drawHappenings(layout, input, texts.words.charts),
  ]
  const rows = slots.map(slot => middleOf(slot, time))
  const frame = { id, title: input.title, description: description(texts, input, slots), width, height }
  return picture({ ...frame, rows, top: value.top }, layers)
}

function patternsOf({ id }: Layout, { lanes }: DistrictTimeInput): SafeHtml[] {
  const colours = Array.from({ length: Math.min(laneColours, Math.max(1, lanes.length)) }, (_, i) => i + 1)
  return [
    texture(`${id}-incomplete`, 'hatch', 'texture-soft'),
    ...colours.map(colour => texture(`${id}-lane-${colour}`, 'dense', `texture-${colour}`)),
  ]
}

/** Hatched from the first day whose figures are still coming in, through plot and lanes alike. */
function drawIncomplete({ id, time, value }: Layout, slots: readonly Slot[]): SafeHtml[] {
  const from = slots.find(slot => slot.incomplete)
  if (!from) return []
  const x = time.start(from.first)
  return [
    textured('incomplete', `${id}-incomplete`, {
      x,
      y: value.top,
      width: time.right - x,
      height: value.bottom - value.top,
    }),
  ]
}

function description({ words, formats }: Texts, input: DistrictTimeInput, slots: readonly Slot[]): string {
  const sum = (value: (slot: Slot) => number) => slots.reduce((total, slot) => total + value(slot), 0)
  return words.charts.timeDescription({
    from: formats.day(input.first),
    to: formats.day(input.last),
    total: formats.number(sum(slot => slot.total)),
    unreported: formats.number(sum(slot => slot.days - slot.reportedDays)),
    spikes: formats.number(input.spikes.length),
    lanes: formats.number(input.lanes.length),
  })
}
