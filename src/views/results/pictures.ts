import type { Verdict, VerdictEstimate } from '../../domain/verdict.js'
import type { Words } from '../../language/words.js'
import { placeboStrip } from '../charts/placebo-strip.js'
import { verdictChart } from '../charts/verdict-chart.js'
import type { ChartModel } from '../components/registry.js'
import type { Formats } from '../formats.js'

export function chartOf(
  words: Words,
  formats: Formats,
  { id, name, verdict, estimate }: { id: string; name: string; verdict: Verdict; estimate: VerdictEstimate },
): ChartModel {
  const points = estimate.weeks.map(week => ({
    day: week.day,
    observed: week.observed,
    expected: week.counterfactual,
    low: week.low,
    high: week.high,
  }))
  return verdictChart(
    { words, formats },
    {
      id: `verdict-${id}`,
      title: words.results.chartTitle(name),
      unit: 'week',
      points,
      window: { first: verdict.firstDay!, last: verdict.lastDay! },
      cumulative: estimate.cumulative,
    },
  )
}

export function placebos(words: Words, formats: Formats, id: string, estimate: VerdictEstimate): ChartModel {
  const t = words.results
  return placeboStrip(
    { words, formats },
    {
      id: `placebo-${id}`,
      title: t.placeboTitle,
      actual: {
        label: t.placeboActual,
        lift: estimate.lift.estimate,
        low: estimate.lift.low,
        high: estimate.lift.high,
      },
      placebos: estimate.earlierWindows.map(window => ({
        kind: 'date' as const,
        label: t.placeboDate(formats.days(window.firstDay, window.lastDay)),
        lift: window.lift.estimate,
      })),
    },
  )
}
