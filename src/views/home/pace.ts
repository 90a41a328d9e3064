import { paceOn, targetSteps } from '../../domain/pace.js'
import { figureAlarms, type PublishedFigure } from '../../domain/published-figure.js'
import type { Target } from '../../domain/target.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { paceChart } from '../charts/pace-chart.js'
import type { ChartModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import { alarmSentences } from '../targets/figures.js'

export interface OverviewPace {
  title: string
  caption: string
  rest: string
  alarms: string[]
  chart: ChartModel | null
  none: string
}

export interface PaceFacts {
  year: string
  /** The last day for which anything is reported. */
  last: Day | null
  targets: Target[]
  realised: { day: Day; toDate: number }[]
  published: PublishedFigure[]
}

export function overviewPace(words: Words, formats: Formats, facts: PaceFacts): OverviewPace {
  const t = words.home
  const { targets, realised, last } = facts
  const empty = { title: t.paceTitle, caption: '', rest: '', alarms: [], chart: null, none: t.paceNone }
  if (targets.length === 0 || last === null) return empty
  const pace = paceOn(last, targets, realised.at(-1)?.toDate ?? 0)
  const share = pace.share === null ? '–' : formats.percent(pace.share)
  return {
    title: t.paceTitle,
    caption: t.paceCaption(
      formats.number(pace.realised),
      formats.number(pace.targetToDate),
      share,
      formats.day(last),
    ),
    rest: pace.weeklyNeeded
      ? t.paceRest(formats.number(Math.ceil(pace.weeklyNeeded)), formats.number(pace.target), facts.year)
      : '',
    alarms: facts.published.flatMap(figure =>
      alarmSentences(
        { words, formats },
        { figure, alarms: figureAlarms(figure, { targets, others: facts.published }) },
      ),
    ),
    chart: chartOf(words, formats, facts),
    none: '',
  }
}

function chartOf(words: Words, formats: Formats, facts: PaceFacts): ChartModel {
  const { targets, published } = facts
  return paceChart(
    { words, formats },
    {
      id: 'pace',
      title: words.home.paceChart(facts.year),
      caption: '',
      targets: targetSteps(targets),
      realised: facts.realised,
      forecast: [],
      published: published.map(figure => ({
        day: figure.throughDay,
        value: figure.amount,
        label: figure.source.split(',')[0]!,
        flagged: figureAlarms(figure, { targets, others: published }).length > 0,
      })),
    },
  )
}
