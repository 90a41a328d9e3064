/** The board in one sentence, four figures and one picture. */
import { targetSteps } from '../../domain/pace.js'
import { coverageSentence, type Texts } from '../registrations/texts.js'
import { paceChart } from '../charts/pace-chart.js'
import type { ChartModel, StatModel } from '../components/registry.js'
import { streamLabel, type ShownPace } from './shown.js'

export function paceAnswer(texts: Texts, { board, through, filter }: ShownPace): string {
  const { words, formats } = texts
  const t = words.pace
  const { pace, forecast } = board.whole
  const { number } = formats
  if (pace.target === 0) return t.noTarget(String(filter.year))
  const share = pace.share === null ? '–' : formats.percent(pace.share)
  const now = t.now(formats.day(through), number(pace.realised), number(pace.targetToDate), share)
  if (!forecast) return now
  const range = [number(forecast.low), number(forecast.high)] as const
  return `${now} ${t.ahead(range[0], range[1], number(pace.target), chanceText(texts, forecast.chance))}`
}

/** Nothing that lies ahead is certain. */
export function chanceText({ words, formats }: Texts, chance: number): string {
  if (chance >= 1) return words.pace.reached
  if (chance < 0.01) return `< ${formats.percent(0.01)}`
  return chance > 0.99 ? `> ${formats.percent(0.99)}` : formats.percent(chance)
}

export function paceStats(texts: Texts, shown: ShownPace): StatModel[] {
  const { words, formats } = texts
  const t = words.pace
  const { pace, forecast } = shown.board.whole
  if (pace.target === 0) return []
  const stat = (label: string, figure: string, meaning: string, interval = ''): StatModel => ({
    label,
    figure,
    interval,
    meaning,
    tag: null,
  })
  const ahead = forecast
    ? [
        stat(
          t.yearEnd,
          formats.number(forecast.estimate),
          t.rangeMeaning,
          t.between(formats.number(forecast.low), formats.number(forecast.high)),
        ),
        stat(t.chance, chanceText(texts, forecast.chance), t.ofTarget(formats.number(pace.target))),
      ]
    : []
  const needed = pace.weeklyNeeded
  return [
    stat(
      t.realised(formats.dayMedium(shown.through)),
      formats.number(pace.realised),
      coverageSentence(texts, shown.coverage),
    ),
    stat(
      t.toDate,
      formats.number(pace.targetToDate),
      pace.share === null ? '' : words.targets.paceNow(formats.percent(pace.share)),
    ),
    ...ahead,
    ...(needed === null
      ? []
      : [
          stat(
            t.weeklyNeeded,
            formats.number(Math.ceil(needed)),
            needed === 0 ? words.targets.reached : words.targets.soFar(formats.number(pace.weeklySoFar)),
          ),
        ]),
  ]
}

export function paceChartOf(texts: Texts, shown: ShownPace): ChartModel {
  const { words, formats } = texts
  const { filter, through, board, weeks, figures, targets } = shown
  const { pace, forecast } = board.whole
  const isCurrent = shown.forecastOf?.day === through
  return paceChart(texts, {
    id: `pace-${filter.year}`,
    title: words.targets.chartTitle(streamLabel(texts, shown), String(filter.year)),
    caption: words.targets.chartCaption(
      formats.number(pace.realised),
      formats.day(through),
      formats.number(pace.targetToDate),
    ),
    targets: targetSteps(targets),
    realised: weeks,
    forecast:
      forecast && isCurrent
        ? [
            {
              day: `${filter.year}-12-31`,
              low: Math.round(forecast.low),
              middle: Math.round(forecast.estimate),
              high: Math.round(forecast.high),
            },
          ]
        : [],
    published: figures.map(({ figure, alarms }) => ({
      day: figure.throughDay,
      value: figure.amount,
      label: formats.number(figure.amount),
      flagged: alarms.length > 0,
    })),
  })
}
