import type { BroadcastState } from '../../domain/broadcast.js'
import { hasRun, isVerified, dayOfRun } from '../../domain/exposure.js'
import type { PeriodForecast } from '../../domain/reporting-delay.js'
import type { EmployerLot } from '../../domain/employer-lot.js'
import { groupBy } from '../../domain/group.js'
import type { Words } from '../../language/words.js'
import type { RunState } from '../charts/district-time/input.js'
import { districtTimeChart } from '../charts/district-time-chart.js'
import type { ChartModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { DistrictFacts } from './show.js'

/** What the picture of a district is drawn from. */
export type TimeChartFacts = Pick<
  DistrictFacts,
  | 'district'
  | 'first'
  | 'last'
  | 'counts'
  | 'baseline'
  | 'baselineStatus'
  | 'spikes'
  | 'broadcasts'
  | 'fieldEvents'
  | 'holidays'
  | 'incompleteFrom'
  | 'periods'
> & { stream: string; lots: DistrictFacts['lots'] }

export function timeChart(words: Words, formats: Formats, facts: TimeChartFacts): ChartModel {
  const notes = words.districts.baselineNotes
  const chart = districtTimeChart(
    { words, formats },
    {
      id: 'registrations',
      title: words.districts.chartTitle(facts.stream, facts.district.shortName),
      first: facts.first,
      last: facts.last,
      counts: facts.counts,
      baseline: facts.baseline,
      baselineNote:
        facts.baselineStatus === 'ok' ? '' : (notes[facts.baselineStatus as keyof typeof notes] ?? ''),
      spikes: facts.spikes.map(({ firstDay, lastDay, level, kind, excess }) => ({
        firstDay,
        lastDay,
        level,
        kind,
        excess,
      })),
      lanes: [...groupBy(facts.broadcasts, broadcast => broadcast.campaignName)].map(
        ([label, broadcasts]) => ({
          label,
          runs: broadcasts.map(broadcast => ({ day: dayOfRun(broadcast), state: runState(broadcast) })),
        }),
      ),
      fieldEvents: facts.fieldEvents.map(({ title, firstDay, lastDay }) => ({
        label: title,
        firstDay,
        lastDay,
      })),
      lots: largestLots(facts.lots).map(({ day, size }) => ({
        label: words.districts.lot(formats.number(size)),
        firstDay: day,
        lastDay: day,
      })),
      holidays: facts.holidays.map(holiday => ({
        day: holiday.day,
        label: formats.language === 'id' ? holiday.nameId : holiday.nameEn,
      })),
      incompleteFrom: facts.incompleteFrom ?? '',
    },
  )
  return {
    ...chart,
    notes: [
      ...(chart.notes ?? []),
      ...lotsNote(words, formats, facts.lots),
      ...facts.periods.map(period => stillComing(words, formats, period)),
    ],
  }
}

const mostLots = 12

/** More marks than this hide each other. */
export function largestLots(lots: readonly EmployerLot[]): EmployerLot[] {
  return lots.toSorted((a, b) => b.size - a.size).slice(0, mostLots)
}

export function lotsNote(words: Words, formats: Formats, lots: readonly EmployerLot[]): string[] {
  if (lots.length <= mostLots) return []
  return [words.districts.lotsShown(formats.number(mostLots), formats.number(lots.length))]
}

/** Recent days are never to be read as a fall. */
function stillComing(words: Words, formats: Formats, period: PeriodForecast): string {
  return words.districts.stillComing({
    days: formats.days(period.first, period.last),
    known: formats.number(period.known),
    share: formats.percent(period.completeness),
    low: formats.number(period.low),
    high: formats.number(period.high),
  })
}

export function runState(broadcast: BroadcastState): RunState {
  if (isVerified(broadcast)) return 'verified'
  if (hasRun(broadcast)) return 'confirmed'
  return broadcast.answer === 'did-not-run' ? 'missed' : 'planned'
}
