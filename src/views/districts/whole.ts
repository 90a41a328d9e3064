/** All districts together, day by day, with the broadcasts, events and lots of all of them. */
import type { BroadcastState } from '../../domain/broadcast.js'
import type { EmployerLot } from '../../domain/employer-lot.js'
import { dayOfRun } from '../../domain/exposure.js'
import type { FieldEvent } from '../../domain/field-event.js'
import { groupBy } from '../../domain/group.js'
import type { Holiday } from '../../domain/holiday.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { Count } from '../charts/district-time/input.js'
import { districtTimeChart } from '../charts/district-time-chart.js'
import type { ChartModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import { largestLots, lotsNote, runState } from './chart.js'
import type { ShownFigures } from './figures.js'
import { streamLabel, type StreamChoice } from './tabs.js'

export interface ShownWhole extends StreamChoice {
  first: Day
  last: Day
  /** Null on days that fewer than nine in ten districts report. */
  counts: readonly Count[]
  lots: readonly EmployerLot[]
  broadcasts: readonly BroadcastState[]
  fieldEvents: readonly FieldEvent[]
  holidays: readonly Holiday[]
  figures: ShownFigures
  /** From this day on some registrations are still to come. */
  incompleteFrom: Day | null
}

export function wholeChart(words: Words, formats: Formats, shown: ShownWhole): ChartModel {
  const t = words.districts
  const chart = districtTimeChart(
    { words, formats },
    {
      id: 'whole',
      title: t.wholeTitle(streamLabel(words, shown)),
      first: shown.first,
      last: shown.last,
      counts: shown.counts,
      baseline: [],
      baselineNote: t.wholeNote,
      spikes: [],
      lanes: [...groupBy(shown.broadcasts, ({ campaignName }) => campaignName)].map(([label, runs]) => ({
        label,
        runs: runs.map(run => ({ day: dayOfRun(run), state: runState(run) })),
      })),
      fieldEvents: shown.fieldEvents.map(({ title, firstDay, lastDay }) => ({
        label: title,
        firstDay,
        lastDay,
      })),
      lots: largestLots(shown.lots).map(({ day, size }) => ({
        label: t.lot(formats.number(size)),
        firstDay: day,
        lastDay: day,
      })),
      holidays: shown.holidays.map(holiday => ({
        day: holiday.day,
        label: formats.language === 'id' ? holiday.nameId : holiday.nameEn,
      })),
      incompleteFrom: shown.incompleteFrom ?? '',
    },
  )
  return { ...chart, notes: [...(chart.notes ?? []), ...lotsNote(words, formats, shown.lots)] }
}
