/** The figures of the picture as rows: one per day or week drawn. */
import type { Day } from '../../../domain/time.js'
import type { TableModel } from '../../components/registry.js'
import type { Texts } from '../texts.js'
import { runStates, type DistrictTimeInput, type Happening } from './input.js'
import { isWeekly, type Slot } from './slots.js'

export function timeTable(texts: Texts, input: DistrictTimeInput, slots: readonly Slot[]): TableModel {
  const t = texts.words.charts
  const weekly = isWeekly(input)
  const figures = weekly ? [t.average, t.sum, t.reportedDays] : [t.registrations]
  const columns = [
    { label: weekly ? t.week : t.day, numeric: false },
    ...[...figures, t.expected, t.usual].map(label => ({ label, numeric: true })),
    ...[t.spike, t.broadcasts, t.notes].map(label => ({ label, numeric: false })),
  ]
  const row = weekly ? weekRow : dayRow
  return {
    caption: input.title,
    showCaption: false,
    columns,
    rows: slots.map(slot => ({
      cells: [...row(texts, slot), ...commonCells(texts, input, slot)],
      strong: false,
    })),
    empty: texts.words.common.nothingYet,
    rowHeads: true,
    grid: true,
  }
}

function dayRow({ words, formats }: Texts, slot: Slot): string[] {
  const t = words.charts
  const name = formats.dayMedium(slot.first)
  if (slot.value === null) return [name, t.notReported]
  if (!slot.span) return [name, formats.number(slot.value)]
  const { last, total, first } = slot.span
  const days = String(Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1)
  return [
    name,
    slot.first === last ? t.sumOfDays(formats.number(total), days) : t.inSum(formats.dayShort(last)),
  ]
}

function weekRow({ words, formats }: Texts, slot: Slot): string[] {
  const name = formats.days(slot.first, slot.last)
  const reported = `${slot.reportedDays}/${slot.days}`
  if (slot.value === null) return [name, words.charts.notReported, '', reported]
  return [name, formats.decimal(slot.value), formats.number(slot.total), reported]
}

function commonCells(texts: Texts, input: DistrictTimeInput, slot: Slot): string[] {
  const { words, formats } = texts
  const band = slot.baseline
  return [
    band ? formats.decimal(band.expected) : '',
    band ? `${formats.decimal(band.low)}–${formats.decimal(band.high)}` : '',
    during(input.spikes, slot)
      .map(spike => spikeText(texts, spike))
      .join('; '),
    slot.runs
      .map((_, lane) => laneText(texts, input, { slot, lane }))
      .filter(Boolean)
      .join('; '),
    [
      ...during(input.holidays.map(happeningOf), slot).map(holiday => holiday.label),
      ...during(input.fieldEvents, slot).map(event => event.label),
      ...during(input.lots ?? [], slot).map(lot => `${texts.words.charts.lots}: ${lot.label}`),
      ...(slot.incomplete ? [words.charts.incomplete] : []),
    ].join('; '),
  ]
}

function spikeText({ words, formats }: Texts, spike: DistrictTimeInput['spikes'][number]): string {
  const t = words.charts
  return t.spikeRow(
    `${t.spikeKinds[spike.kind]}, ${t.spikeLevels[spike.level]}`,
    formats.number(spike.excess),
  )
}

function laneText(
  { words, formats }: Texts,
  input: DistrictTimeInput,
  at: { slot: Slot; lane: number },
): string {
  const counts = at.slot.runs[at.lane]!
  const parts = runStates
    .filter(state => counts[state] > 0)
    .map(state => `${formats.number(counts[state])} ${words.charts.runStates[state]}`)
  return parts.length ? `${input.lanes[at.lane]!.label}: ${parts.join(', ')}` : ''
}

function during<T extends { firstDay: Day; lastDay: Day }>(happenings: readonly T[], slot: Slot): T[] {
  return happenings.filter(({ firstDay, lastDay }) => lastDay >= slot.first && firstDay <= slot.last)
}

function happeningOf({ day, label }: { day: Day; label: string }): Happening {
  return { label, firstDay: day, lastDay: day }
}
