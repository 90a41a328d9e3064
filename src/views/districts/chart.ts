import type { BroadcastState } from '../../domain/broadcast.js'
import { hasRun, isVerified, dayOfRun } from '../../domain/exposure.js'
import type { PeriodForecast } from '../../domain/reporting-delay.js'
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
> & { stream: string }

export function timeChart(words: Words, formats: Formats, facts: TimeChartFacts): ChartModel {
  const notes = words.districts.baselineNotes
  const chart = districtTimeChart(
    { words, formats },
    {
      id: 'registrations',
      title: words.districts.chartTitle(facts.stream, facts.district.shortName),
      first: facts.first,
      last: facts.last,
      counts: facts.counts.map(({ day, spanDays, count }) => ({ day, spanDays, count })),
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
      holidays: facts.holidays.map(holiday => ({
        day: holiday.day,
        label: formats.language === 'id' ? holiday.nameId : holiday.nameEn,
      })),
      incompleteFrom: facts.incompleteFrom ?? '',
    },
  )
  return {
    ...chart,
    notes: [...(chart.notes ?? []), ...facts.periods.map(period => stillComing(words, formats, period))],
  }
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

function runState(broadcast: BroadcastState): RunState {
  if (isVerified(broadcast)) return 'verified'
  if (hasRun(broadcast)) return 'confirmed'
  return broadcast.answer === 'did-not-run' ? 'missed' : 'planned'
}
